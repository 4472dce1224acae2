#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/money.h"
#include "platform/i18n/i18n.h"

namespace vafa::i18n {

// Grouping and digits of the language: "1,234.5", "۱٬۲۳۴٫۵", "1 234,5" (no-break space). Persian
// negatives begin with a left-to-right mark, as in CLDR, so that the sign stays before the number.
std::string format_integer(Locale locale, std::int64_t number);
// Rounded to `decimals`; "–" when there is no number (NaN, infinite).
std::string format_decimal(Locale locale, double number, int decimals);
// 0.384 with one decimal: "38.4%", "۳۸٫۴٪", "38,4 %".
std::string format_percent(Locale locale, double fraction, int decimals);
// The digits in `text` as the language writes them; the rest stays.
std::string local_digits(Locale locale, std::string_view text);

enum class IrrShownAs { rial, toman };

// "$1,234.50", "۱٬۲۳۴٫۵۰ دلار", "1 234,50 $". A toman is ten rials; a rest of rials is one decimal.
std::string format_money(Locale locale, const Money& money, IrrShownAs irr = IrrShownAs::rial);
// The same without sign or word, for columns whose head says it.
std::string format_amount(Locale locale, const Money& money, IrrShownAs irr = IrrShownAs::rial);
// The sign or word itself: "$", "دلار", "toman", "CHF"; empty for XXX.
std::string currency_sign(Locale locale, const Currency& currency,
                          IrrShownAs irr = IrrShownAs::rial);

}  // namespace vafa::i18n
