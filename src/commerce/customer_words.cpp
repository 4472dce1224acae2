#include "commerce/consents.h"
#include "commerce/customer_fold.h"
#include "commerce/profiles.h"
#include "commerce/store_words.h"
#include "commerce/word_fold.h"

namespace vafa::commerce {
namespace {

std::vector<SaidWord> said_of(std::span<const CustomerFact> facts, const Profiles& profiles) {
    std::vector<SaidWord> said;
    const auto ids = profiles.of_facts();
    for (std::size_t i = 0; i < facts.size(); ++i) {
        said.push_back({ids[i].value, facts[i].import, facts[i].said_at, fingerprint(facts[i])});
    }
    return said;
}

CustomerWords words_of(std::span<const CustomerFact> facts, std::span<const WordVerdict> verdicts,
                       const Profiles& profiles) {
    CustomerWords words;
    for (const auto& [id, slot] : profiles.fresh) {
        words.fresh.push_back({CustomerId{id.value}, profiles.slots.first_fact[slot]});
    }
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        if (!verdicts[i].kept) continue;
        const auto slot = profiles.slots.of_fact[i];
        words.said.push_back({profiles.of_slot[slot].customer, i});
        if (verdicts[i].replaces) words.taken_back.push_back(profiles.of_slot[slot].profile);
    }
    return words;
}

std::vector<Word> heard(std::span<const CustomerFact> facts) {
    std::vector<Word> words;
    words.reserve(facts.size());
    for (const CustomerFact& fact : facts) {
        words.push_back({&fact.key, {fact.said_at, "", fact.import.value}, &fact.fields});
    }
    return words;
}

std::vector<SaidConsent> consents_said(std::span<const CustomerFact> facts,
                                       std::span<const WordVerdict> verdicts) {
    std::vector<SaidConsent> said;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const CustomerFact& fact = facts[i];
        if (!verdicts[i].kept) continue;
        for (const Consent& consent : fact.consents) {
            said.push_back({ProfileId{verdicts[i].subject}, &consent, fact.said_at,
                            make_version(fact.said_at, fact.source), fact.import});
        }
    }
    return said;
}

}  // namespace

Result<WordChanges> fold(sql::Session& session, std::span<const CustomerFact> facts, IdSource& ids,
                         TimeMs now) {
    WordChanges changes;
    if (facts.empty()) return changes;
    Slots slots = profile_slots(facts);
    std::vector<store::ProfileName> named;
    for (const auto first : slots.first_fact) {
        named.push_back({facts[first].shop, &facts[first].key});
    }
    const Profiles profiles = meet_profiles(session, std::move(slots), named, ids);
    WordPlan plan(store::load_customer_words(session, profiles.of_slot));
    const auto said = said_of(facts, profiles);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        WordVerdict verdict = plan.hear(said[i]);
        const bool known = !profiles.is_fresh(profiles.slots.of_fact[i]);
        if (verdict.outcome == Outcome::added && known) verdict.outcome = Outcome::updated;
        count(changes.counts, verdict.outcome);
        changes.verdicts.push_back(verdict);
    }
    changes.counts.customers_added = static_cast<std::int64_t>(profiles.fresh.size());
    store::write_customer_words(session, facts, said, changes.verdicts);
    fold_customers(session, heard(facts), words_of(facts, changes.verdicts, profiles));
    keep_consents(session, consents_said(facts, changes.verdicts), now, ids);
    return changes;
}

}  // namespace vafa::commerce
