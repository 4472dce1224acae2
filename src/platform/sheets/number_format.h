#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What a cell's number means is said by its format alone: 45000 is a count, a price or a day.
namespace vafa::sheets {

struct NumberFormat {
    enum class Kind { plain, date, time, date_time, percent, padded };
    Kind kind = Kind::plain;
    std::size_t digits = 0;  // padded: "00000" shows leading zeros
    bool operator==(const NumberFormat&) const = default;
};

NumberFormat parse_number_format(std::string_view code);
// Formats that files name by number alone (ECMA-376 part 1, 18.8.30).
NumberFormat builtin_number_format(std::size_t id);

// Which day 0 is: serial numbers count from 1899-12-30, or from 1904-01-01.
enum class DateSystem { from_1900, from_1904 };

// The number that a file writes as `text`, as the shortest decimal that is the same number: all
// digits, no exponent unless it is beyond 1e21. What is no number stays as it is.
std::string number_text(std::string_view text);
// As the format has it: "2024-03-05", "2024-03-05 14:30:00", "14:30:00", "12.5%", "00123".
std::string formatted_number(std::string_view text, NumberFormat format, DateSystem system);

}  // namespace vafa::sheets
