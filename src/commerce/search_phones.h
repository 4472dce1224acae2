#pragma once

#include <string>
#include <string_view>
#include <vector>

// Phones as they are searched: people leave out, or write in three ways, what stands before the
// number proper (+98, 0098, 0; +7, 8).
namespace vafa::commerce {

inline constexpr std::size_t kPhoneTailDigits = 7;

// Nothing but digits and what people put between them; at least one digit.
bool is_phone_like(std::string_view text);

// Of a whole number with its country code ("+989121234567"): without that and leading zeros.
std::string national_digits(std::string_view phone);

// What the beginning of a number (`typed`, see is_phone_like) may be the beginning of: its digits
// as they stand, and without country code or trunk prefix.
std::vector<std::string> phone_prefixes(std::string_view typed);

}  // namespace vafa::commerce
