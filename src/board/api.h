#pragma once

#include "base/time.h"
#include "metrics/price_index.h"

namespace vafa::sql {
class Session;
}

namespace vafa::board {

// Empty where the store keeps none.
metrics::PriceIndex load_prices(sql::Session& session);

// Notes and goals that were written from then until before then; prices are true of any store.
void forget_written(sql::Session& session, TimeMs from, TimeMs until);

}  // namespace vafa::board
