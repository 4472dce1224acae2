#pragma once

#include <cstdint>

#include "commerce/settings.h"

namespace vafa::commerce {

// Whether an order with these flags counts as a purchase.
bool counts(const CountedOrders& counted, std::uint8_t flags);

}  // namespace vafa::commerce
