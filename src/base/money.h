#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace vafa {

// An ISO 4217 currency. `digits` is the number of decimals of its minor unit (IRR: 0, as in CLDR).
// XXX is "no currency": a store whose owner has not named one; two digits, shown without a sign.
struct Currency {
    std::string code = "XXX";
    int digits = 2;

    bool operator==(const Currency&) const = default;
};

// What an outsider's code means: IRT (toman), IRHR, IRHT are WooCommerce's names for 10, 1,000 and
// 10,000 rials; every other code is itself times one. `multiplier` is a power of ten.
struct CurrencyAtTheDoor {
    Currency currency;
    std::int64_t multiplier = 1;
};

// ISO code or one of WooCommerce's Iranian ones, any case. Unknown: `currency.unknown`.
Result<CurrencyAtTheDoor> parse_currency(std::string_view code);

// An amount in minor units, bounded by kMaxAmountMinor where it enters.
struct Money {
    std::int64_t minor = 0;
    Currency currency;

    bool operator==(const Money&) const = default;
};

// |amount| of one order or line: a thousand times the yearly budget of Iran, in rials.
inline constexpr std::int64_t kMaxAmountMinor = 1'000'000'000'000'000'000;

// "1234.565" to minor units of `currency` times `multiplier`, rounded half up (away from zero).
// Accepts a sign, one '.', digits; nothing else: spreadsheets' spellings are ingest's business.
Result<std::int64_t> parse_decimal_minor(std::string_view text, const CurrencyAtTheDoor& door);

// quantity (decimal text) × unit price (decimal text) in minor units, exact, rounded once half up.
Result<std::int64_t> multiply_minor(std::string_view quantity, std::string_view unit_price,
                                    const CurrencyAtTheDoor& door);

// Plain machine form "-12.50": ASCII, '.' and no grouping.
std::string format_minor(std::int64_t minor, int digits);

}  // namespace vafa
