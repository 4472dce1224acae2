#pragma once

#include <cstdint>
#include <map>
#include <span>

#include "commerce/plan.h"
#include "commerce/words.h"

namespace vafa::commerce {

// What one import said of one customer's profile or one product; it says so once.
struct SaidWord {
    std::int64_t subject = 0;  // of the profile or product
    ImportId import;
    TimeMs at = 0;
    std::uint64_t fingerprint = 0;
    bool operator==(const SaidWord&) const = default;
};

// What became of a word.
struct WordVerdict {
    std::int64_t subject = 0;
    Outcome outcome = Outcome::added;  // added: the first word about it
    bool lifted = false;               // says again, later, what the latest word said
    bool kept = false;                 // to be written
    bool replaces = false;             // the same import had said something else

    // As for orders: what says again what stood is no news.
    bool is_news() const { return outcome != Outcome::unchanged || lifted; }
};

// Decides about words in their order of arrival; what is left is the same in any. Of the words
// about one subject the latest is that of the greatest (time, import). Pure.
class WordPlan {
public:
    explicit WordPlan(std::span<const SaidWord> stored);
    WordVerdict hear(const SaidWord& said);

private:
    // By subject, then import.
    std::map<std::int64_t, std::map<ImportId, SaidWord>> words_;
};

Slots profile_slots(std::span<const CustomerFact> facts);  // by (shop, kind, value)

// Of what is said; time and import left out.
std::uint64_t fingerprint(const CustomerFact& fact);
std::uint64_t fingerprint(const ProductFact& fact);

}  // namespace vafa::commerce
