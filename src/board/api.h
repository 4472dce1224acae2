#pragma once

#include "metrics/price_index.h"

namespace vafa::sql {
class Session;
}

namespace vafa::board {

// Empty where the store keeps none.
metrics::PriceIndex load_prices(sql::Session& session);

}  // namespace vafa::board
