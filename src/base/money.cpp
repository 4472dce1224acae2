#include "base/money.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace vafa {
namespace {

// ISO 4217 by number of decimals, each list in alphabetical order, with the codes withdrawn since
// 2010 that old orders still carry. IRR is at 0 as in CLDR: nobody has used the dinar in decades.
constexpr auto kNoDecimals = std::to_array<std::string_view>(
    {"BIF", "BYR", "CLP", "DJF", "GNF", "IRR", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX",
     "UYI", "VND", "VUV", "XAF", "XOF", "XPF"});
constexpr auto kTwoDecimals = std::to_array<std::string_view>(
    {"AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT",
     "BGN", "BMD", "BND", "BOB", "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF",
     "CHE", "CHF", "CHW", "CNY", "COP", "COU", "CRC", "CUC", "CUP", "CVE", "CZK", "DKK", "DOP",
     "DZD", "EEK", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD",
     "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR", "JMD", "KES", "KGS",
     "KHR", "KPW", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LTL", "LVL", "MAD", "MDL",
     "MGA", "MKD", "MMK", "MNT", "MOP", "MRO", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR",
     "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN",
     "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SLL",
     "SOS", "SRD", "SSP", "STD", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP", "TRY",
     "TTD", "TWD", "TZS", "UAH", "USD", "USN", "UYU", "UZS", "VED", "VEF", "VES", "WST", "XCD",
     "XCG", "XXX", "YER", "ZAR", "ZMK", "ZMW", "ZWG", "ZWL"});
constexpr auto kThreeDecimals =
    std::to_array<std::string_view>({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"});
constexpr auto kFourDecimals = std::to_array<std::string_view>({"CLF", "UYW"});
static_assert(std::ranges::is_sorted(kNoDecimals) && std::ranges::is_sorted(kTwoDecimals) &&
              std::ranges::is_sorted(kThreeDecimals) && std::ranges::is_sorted(kFourDecimals));

std::optional<int> iso_digits(std::string_view code) {
    const auto holds = [&](std::span<const std::string_view> list) {
        return std::ranges::binary_search(list, code);
    };
    if (holds(kTwoDecimals)) return 2;
    if (holds(kNoDecimals)) return 0;
    if (holds(kThreeDecimals)) return 3;
    if (holds(kFourDecimals)) return 4;
    return std::nullopt;
}

// What WooCommerce's Iranian shops write instead of IRR; zero for all else.
std::int64_t rials_of(std::string_view code) {
    if (code == "IRT") return 10;
    if (code == "IRHR") return 1'000;
    if (code == "IRHT") return 10'000;
    return 0;
}

}  // namespace

Result<CurrencyAtTheDoor> parse_currency(std::string_view code) {
    std::string upper(code);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (const std::int64_t rials = rials_of(upper); rials > 0)
        return CurrencyAtTheDoor{{"IRR", 0}, rials};
    const std::optional<int> digits = iso_digits(upper);
    if (!digits) return invalid("currency.unknown").with("code", std::string(code));
    return CurrencyAtTheDoor{{std::move(upper), *digits}, 1};
}

std::string format_minor(std::int64_t minor, int digits) {
    const bool negative = minor < 0;
    const auto bits = static_cast<std::uint64_t>(minor);
    std::string text = std::to_string(negative ? 0 - bits : bits);
    const auto decimals = static_cast<std::size_t>(digits);
    if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
    if (decimals > 0) text.insert(text.size() - decimals, 1, '.');
    return negative ? "-" + text : text;
}

}  // namespace vafa
