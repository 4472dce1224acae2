#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "commerce/plan.h"

namespace vafa::commerce {

// A fact about an order that history keeps.
struct Told {
    std::int64_t arrival = 0;  // its event's id
    OrderId order;
    ProfileId profile;
    OrderFact fact;               // what the event itself has: the rest is in `properties`
    std::string_view properties;  // as append_order_properties made them
};

// A claim as it is stored. `arrival` is an id, too: both come from one source.
struct StoredClaim {
    Claim claim;
    std::int64_t arrival = 0;
};

// How a few orders stand once an import is taken out.
struct Replay {
    std::vector<OrderFact> facts;  // all that is left, order by order, as they arrived
    std::vector<std::int64_t> arrivals;
    Changes changes;                      // of `facts`, from nothing: one a remaining order
    std::vector<std::uint32_t> revealed;  // facts that were claims, and say something of their own
    std::vector<OrderId> gone;            // nothing is left of them
};

// Decides anew about the orders in `told` as if `undone` had never come. `told` has every fact that
// history keeps of each order, those of `undone` included and those of imports undone before left
// out, ordered by order, then arrival; `claims` those of the same orders, in the same order.
// damaged `error.history_damaged` where properties cannot be read.
Result<Replay> replay_without(ImportId undone, std::span<const Told> told,
                              std::span<const StoredClaim> claims);

}  // namespace vafa::commerce
