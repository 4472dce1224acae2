#include "commerce/word_plan.h"

#include <algorithm>
#include <tuple>

namespace vafa::commerce {
namespace {

bool earlier(const SaidWord& a, const SaidWord& b) {
    return std::tie(a.at, a.import) < std::tie(b.at, b.import);
}

Outcome judge(const SaidWord& said, const SaidWord& latest) {
    if (said.fingerprint == latest.fingerprint) return Outcome::unchanged;
    return earlier(said, latest) ? Outcome::stale : Outcome::updated;
}

}  // namespace

WordPlan::WordPlan(std::span<const SaidWord> stored) {
    for (const SaidWord& word : stored) words_[word.subject][word.import] = word;
}

WordVerdict WordPlan::hear(const SaidWord& said) {
    auto& words = words_[said.subject];
    WordVerdict verdict{.subject = said.subject};
    if (!words.empty()) {
        const auto latest = std::max_element(
            words.begin(), words.end(),
            [](const auto& a, const auto& b) { return earlier(a.second, b.second); });
        verdict.outcome = judge(said, latest->second);
        verdict.lifted = verdict.outcome == Outcome::unchanged && said.at > latest->second.at;
    }
    const auto own = words.find(said.import);
    if (own == words.end()) {
        words.emplace(said.import, said);
        verdict.kept = true;
        return verdict;
    }
    if (said.at < own->second.at || own->second == said) return verdict;
    verdict.kept = true;
    verdict.replaces = own->second.fingerprint != said.fingerprint;
    own->second = said;
    return verdict;
}

}  // namespace vafa::commerce
