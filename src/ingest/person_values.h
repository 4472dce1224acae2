#pragma once

#include <optional>
#include <string>
#include <string_view>

// What files say of a person, as it is kept.
namespace vafa::ingest {

// "male", "female", "other"; empty for a word we do not know. Nothing is derived from names.
std::string_view parse_gender(std::string_view text);

// "1990-05-21", Gregorian; "--05-21" without a year; a Persian date without one keeps its own month
// and day, "--p02-31"; empty for what is no date of birth. Years from 1900 (1279) on.
std::string parse_birthday(std::string_view text);

// Whether somebody agreed: yes and no in three languages, "subscribed", "opted in"; nothing for a
// word we do not know.
std::optional<bool> parse_consent(std::string_view text);

// Parted by , ; | or ،: each once, sorted, with a comma between.
std::string sorted_tags(std::string_view text);

}  // namespace vafa::ingest
