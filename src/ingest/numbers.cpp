#include "ingest/numbers.h"

#include <cstdlib>

#include "ingest/money_words.h"

namespace vafa::ingest {

namespace {

constexpr std::size_t kQuickDigits = 9;

// A number of few digits without rounding: ±mantissa · 10^-scale.
struct Quick {
    std::int64_t mantissa = 0;
    int scale = 0;
};

std::optional<Quick> quick(std::string_view plain) {
    const bool negative = plain.starts_with('-');
    if (negative || plain.starts_with('+')) plain.remove_prefix(1);
    if (plain.size() > kQuickDigits + 1) return std::nullopt;
    Quick value;
    bool fraction = false;
    for (const char c : plain) {
        if (c == '.') {
            fraction = true;
            continue;
        }
        value.mantissa = value.mantissa * 10 + (c - '0');
        value.scale += fraction ? 1 : 0;
    }
    if (negative) value.mantissa = -value.mantissa;
    return value;
}

// Nothing when rounding or a wider number would be needed.
std::optional<std::int64_t> shifted(Quick value, const CurrencyAtTheDoor& door) {
    const int places = door.currency.digits - value.scale;
    if (places < 0 || places > 4 || door.multiplier > 10'000) return std::nullopt;
    constexpr std::int64_t kLimit = 9'000'000'000;
    if (std::abs(value.mantissa) > kLimit) return std::nullopt;
    std::int64_t minor = value.mantissa * door.multiplier;
    for (int i = 0; i < places; ++i) minor *= 10;
    return minor;
}

const CurrencyAtTheDoor& thousandths() {
    static const CurrencyAtTheDoor kDoor{.currency = {.code = "XXX", .digits = 3}};
    return kDoor;
}

}  // namespace

std::optional<std::string_view> plain_decimal(std::string_view text, std::string& scratch,
                                              const NumberReading& reading) {
    const auto number = scan_number(text, reading, scratch);
    if (number.plain.empty()) return std::nullopt;
    const bool known = number.unit.empty() || is_piece_word(number.unit) || money_word(number.unit);
    if (!known) return std::nullopt;
    return number.plain;
}

std::optional<std::int64_t> to_minor(std::string_view plain, const CurrencyAtTheDoor& door) {
    if (const auto value = quick(plain)) {
        if (const auto minor = shifted(*value, door)) return minor;
    }
    const auto parsed = parse_decimal_minor(plain, door);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::optional<std::int64_t> to_line_minor(std::string_view plain_quantity,
                                          std::string_view plain_price,
                                          const CurrencyAtTheDoor& door) {
    const auto count = quick(plain_quantity);
    const auto price = quick(plain_price);
    if (count && price) {
        const Quick product{count->mantissa * price->mantissa, count->scale + price->scale};
        if (const auto minor = shifted(product, door)) return minor;
    }
    const auto parsed = multiply_minor(plain_quantity, plain_price, door);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::optional<std::int64_t> to_milli(std::string_view plain) {
    return to_minor(plain, thousandths());
}

}  // namespace vafa::ingest
