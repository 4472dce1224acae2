#include <array>

#include "platform/i18n/numbers.h"

namespace vafa::i18n {
namespace {

struct Sign {
    std::string_view code;
    std::string_view sign;
    std::string_view persian;  // Persian prefers the word
};

constexpr std::array kSigns = {
    Sign{"AED", "AED", "درهم"}, Sign{"EUR", "€", "یورو"},  Sign{"GBP", "£", "پوند"},
    Sign{"ILS", "₪", "ILS"},    Sign{"INR", "₹", "روپیه"}, Sign{"JPY", "¥", "ین"},
    Sign{"KRW", "₩", "وون"},    Sign{"KZT", "₸", "تنگه"},  Sign{"RUB", "₽", "روبل"},
    Sign{"TRY", "₺", "لیر"},    Sign{"UAH", "₴", "UAH"},   Sign{"USD", "$", "دلار"},
    Sign{"VND", "₫", "VND"},
};

std::string_view iranian_unit(Locale locale, IrrShownAs irr) {
    const bool toman = irr == IrrShownAs::toman;
    if (locale == Locale::fa) return toman ? "تومان" : "ریال";
    if (locale == Locale::ru) return toman ? "томан" : "риал";
    return toman ? "toman" : "rial";
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

}  // namespace

std::string currency_sign(Locale locale, const Currency& currency, IrrShownAs irr) {
    if (currency.code == "XXX") return {};
    if (currency.code == "IRR") return std::string(iranian_unit(locale, irr));
    for (const Sign& one : kSigns)
        if (one.code == currency.code)
            return std::string(locale == Locale::fa ? one.persian : one.sign);
    return currency.code;
}

std::string format_money(Locale locale, const Money& money, IrrShownAs irr) {
    const std::string amount = format_amount(locale, money, irr);
    const std::string sign = currency_sign(locale, money.currency, irr);
    if (sign.empty()) return amount;
    if (locale != Locale::en || money.currency.code == "IRR") return amount + "\u00A0" + sign;
    const std::string space = is_letter(sign.back()) ? "\u00A0" : "";
    if (amount.starts_with('-')) return "-" + sign + space + amount.substr(1);
    return sign + space + amount;
}

}  // namespace vafa::i18n
