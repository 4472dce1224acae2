#include "ingest/phone_cell.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/text.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

constexpr std::size_t kMaxPhoneBytes = 200;
constexpr std::size_t kMostPhones = 8;  // looked at in one cell
constexpr int kMostExponent = 17;

// "9.12E+09": the digits before the E, without the mark, and how far the mark is to move.
struct Exponential {
    std::string digits;
    int exponent = 0;
    bool whole() const { return static_cast<int>(digits.size()) == exponent + 1; }
};

std::optional<Exponential> exponential(std::string_view cell) {
    const std::size_t e = cell.find_first_of("eE");
    if (e == std::string_view::npos || e == 0 || e + 1 == cell.size()) return std::nullopt;
    Exponential found;
    for (std::size_t i = 0; i < e; ++i) {
        const bool mark = i == 1 && (cell[i] == '.' || cell[i] == ',');
        if (!mark && !is_digit(cell[i])) return std::nullopt;
        if (!mark) found.digits += cell[i];
    }
    std::string_view power = cell.substr(e + 1);
    if (power.front() == '+') power.remove_prefix(1);
    if (power.empty() || power.size() > 3) return std::nullopt;
    for (const char c : power) {
        if (!is_digit(c)) return std::nullopt;
        found.exponent = found.exponent * 10 + (c - '0');
    }
    if (found.exponent > kMostExponent) return std::nullopt;
    return found;
}

// What the cell was before a spreadsheet took it for a number.
std::string as_written(std::string_view cell) {
    const auto number = exponential(cell);
    if (number && number->whole()) return number->digits;
    return std::string(without_decimals(cell));
}

// «داخلی ۱۲», "доб. 12", "ext 12": the library knows its own, but no Persian.
std::string_view without_extension(std::string_view phone) {
    constexpr std::array<std::string_view, 5> kWords = {"داخلی", "доб", "Доб", "ext", "Ext"};
    for (const auto word : kWords) {
        const std::size_t at = phone.find(word);
        if (at != std::string_view::npos && at > 0) phone = phone.substr(0, at);
    }
    return trim(phone);
}

std::vector<std::string_view> phones_in(std::string_view cell) {
    constexpr std::array<std::string_view, 11> kBetween = {",", ";",   "|",    "/",   "\n", "،",
                                                           "؛", " و ", " یا ", " - ", "\\"};
    std::vector<std::string_view> phones;
    while (!cell.empty() && phones.size() < kMostPhones) {
        std::size_t end = cell.size();
        std::size_t skip = 0;
        for (const auto between : kBetween) {
            const std::size_t at = cell.find(between);
            if (at >= end) continue;
            end = at;
            skip = between.size();
        }
        if (const auto phone = trim(cell.substr(0, end)); !phone.empty()) phones.push_back(phone);
        cell.remove_prefix(end + skip);
    }
    return phones;
}

}  // namespace

std::string read_phone(std::string_view cell, const NormalisePhone& normalise,
                       const IsMobile& is_mobile) {
    cell = trim(cell);
    if (cell.empty() || cell.size() > kMaxPhoneBytes) return {};
    const std::string written = as_written(ascii_digits(cell));
    if (exponential(written)) return {};
    const auto phones = phones_in(written);
    std::string first;
    for (const auto phone : phones) {
        std::string number = normalise(without_extension(phone));
        if (number.empty()) continue;
        if (phones.size() == 1 || is_mobile(number)) return number;
        if (first.empty()) first = std::move(number);
    }
    // "021-8877/6655" is one number after all.
    return first.empty() && phones.size() > 1 ? normalise(without_extension(written)) : first;
}

bool is_rounded_phone(std::string_view cell) {
    const std::string ascii = ascii_digits(trim(cell));
    const auto number = exponential(ascii);
    return number && !number->whole();
}

}  // namespace vafa::ingest
