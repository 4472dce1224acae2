#pragma once

#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace vafa::i18n {

// The languages a person may read; every text exists in all three.
enum class Locale { en, fa, ru };
BOOST_DESCRIBE_ENUM(Locale, en, fa, ru)
inline constexpr int kLocales = 3;

std::string_view code_of(Locale locale);  // "en", "fa", "ru"
// "fa", "fa-IR", "ru_RU.UTF-8"; nothing for other languages.
std::optional<Locale> parse_locale(std::string_view name);

// What fills the placeholders; the same shape as Error::params.
using Params = std::vector<std::pair<std::string, std::string>>;

// The text of `key` (i18n/*.json, embedded in the program) with {name} filled in; an unknown key
// is its own text, an unknown placeholder stays. The parameter `count`, plain digits ("1234"),
// chooses the plural form and is shown as format_integer would; other numbers come formatted.
std::string translate(Locale locale, std::string_view key, const Params& params = {});

// As people read it: "currency: The currency code “ABC” is not known".
std::string describe(Locale locale, const Error& error);

}  // namespace vafa::i18n
