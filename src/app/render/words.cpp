#include "app/render/words.h"

#include <cmath>

#include "platform/i18n/numbers.h"

namespace vafa::render {
namespace {

i18n::IrrShownAs shown_as(const Words& words) {
    return words.show_toman ? i18n::IrrShownAs::toman : i18n::IrrShownAs::rial;
}

Money rounded(double minor, const Currency& currency) {
    return {static_cast<std::int64_t>(std::llround(minor)), currency};
}

std::int64_t integer_of(const boost::json::value& value) {
    return value.is_double() ? std::llround(value.get_double()) : value.to_number<std::int64_t>();
}

}  // namespace

double number_of(const boost::json::value& value) {
    return value.is_number() ? value.to_number<double>() : 0.0;
}

std::string Words::text(std::string_view key, const i18n::Params& params) const {
    return i18n::translate(locale, key, params);
}

std::string Words::count(std::int64_t number) const { return i18n::format_integer(locale, number); }

std::string Words::decimal(double number, int digits) const {
    return i18n::format_decimal(locale, number, digits);
}

std::string Words::share(double fraction) const {
    return i18n::format_percent(locale, fraction, 1);
}

std::string Words::money(double minor) const {
    return i18n::format_money(locale, rounded(minor, currency), shown_as(*this));
}

std::string Words::money_short(double minor) const {
    return i18n::format_amount(locale, rounded(minor, currency), shown_as(*this));
}

std::string Words::label(std::string_view machine) const {
    return i18n::local_digits(locale, machine);
}

std::string Words::product(const std::string& key) const {
    const auto found = product_titles.find(key);
    return found == product_titles.end() ? key : found->second;
}

std::string Words::count(const boost::json::value& value) const {
    return value.is_null() ? std::string(kNothing) : count(integer_of(value));
}

std::string Words::decimal(const boost::json::value& value, int digits) const {
    return value.is_null() ? std::string(kNothing) : decimal(number_of(value), digits);
}

std::string Words::share(const boost::json::value& value) const {
    return value.is_null() ? std::string(kNothing) : share(number_of(value));
}

std::string Words::money(const boost::json::value& value) const {
    return value.is_null() ? std::string(kNothing) : money(number_of(value));
}

std::string Words::money_short(const boost::json::value& value) const {
    return value.is_null() ? std::string(kNothing) : money_short(number_of(value));
}

}  // namespace vafa::render
