#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vafa::ingest {

enum class DecimalMark : std::uint8_t { point, comma, slash };
inline constexpr std::size_t kDecimalMarks = 3;

// What the cells of a column mean where they do not say it themselves.
struct NumberReading {
    std::optional<DecimalMark> mark = {};
    bool operator==(const NumberReading&) const = default;
};

enum class NumberShape : std::uint8_t {
    none,
    told,  // it can be read in one way only
    open,  // "1,234", "1.234": a thousand and some, or one and some; "12/5": half or no number
};

struct ScannedNumber {
    NumberShape shape = NumberShape::none;
    // In the form parse_decimal_minor takes, of told numbers and of open ones that the reading
    // decides; else empty. Into the text or `scratch`.
    std::string_view plain = {};
    std::string_view unit = {};  // what stands beside it: "руб.", «تومان»; into the text
    std::optional<DecimalMark> mark = {};      // proved to be decimal, or the one in question
    std::optional<DecimalMark> grouping = {};  // proved to set thousands apart
    bool proves = false;                       // `mark` is no question: "12,50", "12/5"
};

// Text beyond that is no number.
inline constexpr std::size_t kMaxNumberBytes = 120;

// A number as files write it: Persian and Arabic digits, thousands marks of the three languages,
// '٫', signs in front, behind or as brackets, a word or sign of currency on either side.
ScannedNumber scan_number(std::string_view text, const NumberReading& reading,
                          std::string& scratch);

}  // namespace vafa::ingest
