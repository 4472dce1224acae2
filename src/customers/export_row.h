#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

#include "commerce/api.h"
#include "commerce/totals.h"
#include "customers/wire.h"
#include "platform/sql/database.h"

namespace vafa::customers {

// What files say of a customer.
struct ExportRow {
    const commerce::CustomerCard& card;
    const commerce::CustomerTotals& totals;
    const commerce::ConsentState& consents;
};

// Hands on everybody who is still there, in the order of the ids, read in bounded pieces.
Result<void> for_each_row(sql::Session& session, std::span<const std::int64_t> ids,
                          const commerce::Settings& settings,
                          const std::function<Result<void>(const ExportRow&)>& fn);

}  // namespace vafa::customers
