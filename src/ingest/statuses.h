#pragma once

#include <optional>
#include <string_view>

#include "commerce/types.h"

namespace vafa::ingest {

// What platforms call an order's state, in English, Persian and Russian; nothing for a word we do
// not know.
std::optional<commerce::OrderStatus> parse_status(std::string_view text);

}  // namespace vafa::ingest
