#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "ingest/number_scan.h"

namespace vafa::ingest {

// A number as files write it, brought to the plain form parse_decimal_minor takes; nothing when it
// is none, or "1,234" whose mark `reading` does not tell, or has words beside it that are neither a
// currency nor pieces. The view is into `text` or `scratch`.
std::optional<std::string_view> plain_decimal(std::string_view text, std::string& scratch,
                                              const NumberReading& reading = {});

// parse_decimal_minor and multiply_minor on plain decimals, quick for everyday sizes.
std::optional<std::int64_t> to_minor(std::string_view plain, const CurrencyAtTheDoor& door);
std::optional<std::int64_t> to_line_minor(std::string_view plain_quantity,
                                          std::string_view plain_price,
                                          const CurrencyAtTheDoor& door);
std::optional<std::int64_t> to_milli(std::string_view plain);

}  // namespace vafa::ingest
