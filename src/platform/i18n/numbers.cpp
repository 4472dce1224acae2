#include "platform/i18n/numbers.h"

#include <cmath>
#include <fmt/format.h>

namespace vafa::i18n {
namespace {

struct Symbols {
    std::string_view group;
    std::string_view point;
    std::string_view minus;
    std::string_view percent;
};

const Symbols& symbols_of(Locale locale) {
    static constexpr Symbols kEnglishSymbols{",", ".", "-", "%"};
    static constexpr Symbols kPersianSymbols{"٬", "٫", "\u200E−", "٪"};
    static constexpr Symbols kRussianSymbols{"\u00A0", ",", "-", "\u00A0%"};
    if (locale == Locale::fa) return kPersianSymbols;
    return locale == Locale::ru ? kRussianSymbols : kEnglishSymbols;
}

// "-1234.50" as the language writes it.
std::string localised(Locale locale, std::string_view plain) {
    const Symbols& symbols = symbols_of(locale);
    const bool negative = plain.starts_with('-');
    if (negative) plain.remove_prefix(1);
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string text;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i == point) {
            text += symbols.point;
            continue;
        }
        if (i > 0 && i < point && (point - i) % 3 == 0) text += symbols.group;
        text += plain[i];
    }
    const bool zero = plain.find_first_not_of("0.") == std::string_view::npos;
    return std::string(negative && !zero ? symbols.minus : "") + local_digits(locale, text);
}

}  // namespace

std::string local_digits(Locale locale, std::string_view text) {
    if (locale != Locale::fa) return std::string(text);
    std::string result;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            result += c;
            continue;
        }
        result += "\u06F0";  // ۰; the others differ in the second byte alone
        result.back() = static_cast<char>(result.back() + (c - '0'));
    }
    return result;
}

std::string format_integer(Locale locale, std::int64_t number) {
    return localised(locale, std::to_string(number));
}

std::string format_decimal(Locale locale, double number, int decimals) {
    if (!std::isfinite(number)) return "–";
    return localised(locale, fmt::format("{:.{}f}", number, decimals));
}

std::string format_percent(Locale locale, double fraction, int decimals) {
    std::string text = format_decimal(locale, fraction * 100, decimals);
    if (std::isfinite(fraction)) text += symbols_of(locale).percent;
    return text;
}

std::string format_amount(Locale locale, const Money& money, IrrShownAs irr) {
    if (money.currency.code == "IRR" && irr == IrrShownAs::toman) {
        return money.minor % 10 == 0 ? format_integer(locale, money.minor / 10)
                                     : localised(locale, format_minor(money.minor, 1));
    }
    return localised(locale, format_minor(money.minor, money.currency.digits));
}

}  // namespace vafa::i18n
