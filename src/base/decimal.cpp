#include <array>
#include <cstddef>
#include <string>
#include <utility>

#include "base/int128.h"
#include "base/money.h"

namespace vafa {
namespace {

// kMaxAmountMinor's digits and more decimals than rounding to minor units can see: those left out
// cannot carry a value across a half.
constexpr int kDigitsKept = 36;
constexpr Uint128 kFactorLimit = 1'000'000'000'000'000'000;  // two such factors fit in Uint128

// ±mantissa · 10^-scale.
struct Decimal {
    bool negative = false;
    Uint128 mantissa = 0;
    int scale = 0;
};

constexpr auto kPowersOfTen = [] {
    std::array<Uint128, 39> powers{1};
    for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

Error wrong(std::string key, std::string_view text) {
    return invalid(std::move(key)).with("text", std::string(text));
}

bool all_digits(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

Result<Decimal> parse_decimal(std::string_view text) {
    std::string_view rest = text;
    Decimal value;
    if (!rest.empty() && (rest[0] == '-' || rest[0] == '+')) {
        value.negative = rest[0] == '-';
        rest.remove_prefix(1);
    }
    const std::size_t point = rest.find('.');
    std::string_view whole = rest.substr(0, point);
    std::string_view fraction;
    if (point != std::string_view::npos) fraction = rest.substr(point + 1);
    if (whole.size() + fraction.size() == 0 || !all_digits(whole) || !all_digits(fraction))
        return wrong("amount.not_a_number", text);

    whole.remove_prefix(std::min(whole.find_first_not_of('0'), whole.size()));
    fraction = fraction.substr(0, fraction.find_last_not_of('0') + 1);
    if (whole.size() > kDigitsKept) return wrong("amount.too_large", text);
    for (const char c : whole)
        value.mantissa = value.mantissa * 10 + static_cast<unsigned>(c - '0');
    for (const char c : fraction) {
        if (value.mantissa >= kPowersOfTen[kDigitsKept - 1]) break;
        value.mantissa = value.mantissa * 10 + static_cast<unsigned>(c - '0');
        ++value.scale;
    }
    return value;
}

// How many decimal places an amount in units moves to be in minor units.
int places_at(const CurrencyAtTheDoor& door) {
    int places = door.currency.digits;
    std::int64_t multiplier = door.multiplier;
    for (; multiplier >= 10 && multiplier % 10 == 0; multiplier /= 10) ++places;
    VAFA_ASSERT(multiplier == 1);
    return places;
}

// value · 10^places as an integer, halves away from zero.
Result<std::int64_t> to_minor(const Decimal& value, int places, std::string_view text) {
    constexpr auto kMax = static_cast<Uint128>(kMaxAmountMinor);
    const int surplus = value.scale - places;
    Uint128 minor = value.mantissa;
    if (minor != 0 && surplus < 0) {
        const auto power = static_cast<std::size_t>(-surplus);
        if (power >= kPowersOfTen.size() || minor > kMax / kPowersOfTen[power])
            return wrong("amount.too_large", text);
        minor *= kPowersOfTen[power];
    } else if (surplus >= static_cast<int>(kPowersOfTen.size())) {
        minor = 0;
    } else if (surplus > 0) {
        const Uint128 unit = kPowersOfTen[static_cast<std::size_t>(surplus)];
        minor = minor / unit + (minor % unit >= unit / 2 ? 1 : 0);
    }
    if (minor > kMax) return wrong("amount.too_large", text);
    const auto amount = static_cast<std::int64_t>(minor);
    return value.negative ? -amount : amount;
}

}  // namespace

Result<std::int64_t> parse_decimal_minor(std::string_view text, const CurrencyAtTheDoor& door) {
    VAFA_TRY(const Decimal value, parse_decimal(text));
    return to_minor(value, places_at(door), text);
}

Result<std::int64_t> multiply_minor(std::string_view quantity, std::string_view unit_price,
                                    const CurrencyAtTheDoor& door) {
    VAFA_TRY(const Decimal count, parse_decimal(quantity));
    VAFA_TRY(const Decimal price, parse_decimal(unit_price));
    if (count.mantissa >= kFactorLimit) return wrong("amount.too_precise", quantity);
    if (price.mantissa >= kFactorLimit) return wrong("amount.too_precise", unit_price);
    const Decimal product{count.negative != price.negative, count.mantissa * price.mantissa,
                          count.scale + price.scale};
    return to_minor(product, places_at(door), unit_price);
}

}  // namespace vafa
