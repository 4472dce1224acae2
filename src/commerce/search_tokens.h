#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "commerce/types.h"

// What customers and products are found by, and what a person's typing asks for. Both sides go
// through the same folding (base/text.h, search_key), so that any two spellings that people hold to
// be one meet as bytes.
namespace vafa::commerce {

inline constexpr std::size_t kMaxTokenBytes = 64;
inline constexpr std::size_t kMaxWords = 16;     // of a name, a title, a question
inline constexpr std::size_t kMaxIdWords = 2;    // "CUST-1042"; of longer ids only the whole
inline constexpr std::size_t kMaxProfiles = 32;  // of one customer, the first by id

// Ascending, each once. A token that begins another is left out: whatever begins it begins that
// one, too.
using Tokens = std::vector<std::string>;

// Words of the name, the e-mail and the words before its '@', the phone without what stands for
// its country, and its last seven digits; the same of what sources call the customer, ids as words
// and whole. City and country as facets.
Tokens customer_tokens(const CustomerFields& fields, std::span<const ProfileKey> profiles);
Tokens product_tokens(std::string_view title, std::string_view key);

// What is looked up whole. A facet begins with a space, which nothing typed does. Empty for nothing
// to look up.
enum class Facet { city, country };
std::string facet_token(Facet facet, std::string_view value);

// One word of a question: a token that begins with any of these answers it. Ascending, none begins
// another.
struct SearchWord {
    std::vector<std::string> prefixes;
    bool operator==(const SearchWord&) const = default;
};
// All words must be answered. None: there is nothing in the text that could be searched.
std::vector<SearchWord> search_words(std::string_view text);

// The first of the tokens that answers the word; null when none does.
const std::string* first_answer(const Tokens& tokens, const SearchWord& word);

// Exclusive: every text that begins with `prefix` lies in [prefix, prefix_end(prefix)).
std::string prefix_end(std::string_view prefix);

}  // namespace vafa::commerce
