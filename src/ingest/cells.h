#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vafa::ingest {

// Of cells that speak for one way of reading a column: up to one in a hundred that speaks for
// another is a slip.
inline constexpr std::uint64_t kSlipsPerHundred = 1;
// Of a cell shown as a sample.
inline constexpr std::size_t kMaxSampleBytes = 80;

// base's trim, quick for the plain cells that most are.
std::string_view trimmed(std::string_view cell);
bool is_ascii(std::string_view text);
// Valid UTF-8 without NUL.
bool is_clean_text(std::string_view text);
// Not over `bytes`, cut between two characters.
std::string_view shortened(std::string_view text, std::size_t bytes);

// "NULL", "NaN", "\N" and their like: what programs write for nothing.
bool is_blank_word(std::string_view cell);
bool is_yes(std::string_view cell);

// A table's words, written with '|' between.
std::vector<std::string_view> split(std::string_view words);
// Names as a sentence lists them: ", " between.
std::string joined(std::span<const std::string> names);

// "17850.0", as number columns with gaps come out of data frames, is "17850".
std::string_view without_decimals(std::string_view id);

// "~" and 13 characters in the order of the number: no shop's order number looks like it.
std::string content_key(std::uint64_t hash);

}  // namespace vafa::ingest
