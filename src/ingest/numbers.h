#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"

namespace vafa::ingest {

// A number as files write it, brought to the plain form parse_decimal_minor takes: thousands marks
// ("1,234,567.50", "۱٬۲۳۴") dropped, Persian and Arabic digits and '٫' made ASCII, a trailing minus
// or an accountant's brackets made a sign. Nothing when it is no number or may mean two things
// ("12,50": half of the world's decimal comma; "0,500"). The view is into `text` or `scratch`.
std::optional<std::string_view> plain_decimal(std::string_view text, std::string& scratch);

// parse_decimal_minor and multiply_minor on plain decimals, quick for everyday sizes.
std::optional<std::int64_t> to_minor(std::string_view plain, const CurrencyAtTheDoor& door);
std::optional<std::int64_t> to_line_minor(std::string_view plain_quantity,
                                          std::string_view plain_price,
                                          const CurrencyAtTheDoor& door);
std::optional<std::int64_t> to_milli(std::string_view plain);

}  // namespace vafa::ingest
