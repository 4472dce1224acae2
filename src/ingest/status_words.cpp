#include "ingest/status_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/header_names.h"
#include "ingest/statuses.h"
#include "ingest/suggestion.h"

namespace vafa::ingest {

namespace {

using commerce::OrderStatus;

constexpr std::size_t kMaxWordBytes = 80;
constexpr std::array<std::string_view, 8> kStatusNames = {
    "pending", "paid", "fulfilled", "completed", "cancelled", "refunded", "failed", "deleted"};

}  // namespace

std::string_view status_name(OrderStatus status) {
    return kStatusNames[static_cast<std::size_t>(status)];
}

Result<StatusWords> StatusWords::with(
    const std::vector<std::pair<std::string, std::string>>& told) {
    StatusWords words;
    for (const auto& [word, name] : told) {
        Meaning meaning;
        const auto found = std::find(kStatusNames.begin(), kStatusNames.end(), name);
        if (name == kIgnoreStatus) {
            meaning.ignored = true;
        } else if (found != kStatusNames.end()) {
            meaning.status = static_cast<OrderStatus>(found - kStatusNames.begin());
        } else {
            std::vector<std::string_view> names(kStatusNames.begin(), kStatusNames.end());
            names.push_back(kIgnoreStatus);
            auto error = or_nearest(invalid("error.import_status"), nearest(name, names));
            return std::move(error).with("status", name).at("statuses");
        }
        words.told_[header_key(word)] = meaning;
    }
    return words;
}

const StatusWords::Meaning& StatusWords::read(std::string_view text) {
    auto found = words_.find(std::string(text));
    if (found == words_.end()) {
        Meaning meaning;
        const auto told = told_.find(header_key(text));
        if (told != told_.end()) {
            meaning = told->second;
        } else {
            meaning.status = parse_status(text);
        }
        if (words_.size() >= kMaxWords) {
            beyond_.meaning = meaning;
            unknown_rows_ += meaning.status || meaning.ignored ? 0 : 1;
            return beyond_.meaning;
        }
        found = words_.emplace(std::string(text), Word{meaning, 0}).first;
    }
    Word& word = found->second;
    ++word.rows;
    unknown_rows_ += word.meaning.status || word.meaning.ignored ? 0 : 1;
    return word.meaning;
}

std::vector<StatusUse> StatusWords::counted() const {
    std::vector<StatusUse> uses;
    for (const auto& [text, word] : words_) {
        const auto& [status, ignored] = word.meaning;
        uses.push_back(
            {.word = std::string(shortened(text, kMaxWordBytes)),
             .rows = word.rows,
             .status = std::string(ignored ? kIgnoreStatus
                                           : status_name(status.value_or(OrderStatus::completed))),
             .known = status || ignored});
    }
    std::sort(uses.begin(), uses.end(), [](const StatusUse& a, const StatusUse& b) {
        return a.rows != b.rows ? a.rows > b.rows : a.word < b.word;
    });
    return uses;
}

}  // namespace vafa::ingest
