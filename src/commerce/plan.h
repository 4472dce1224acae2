#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "commerce/types.h"

namespace vafa::commerce {

// How an order stands, as far as deciding about the next fact needs it, and as far as the timeline
// needs it to take its row back.
struct OrderState {
    OrderId id;
    ProfileId profile;  // none: anonymous
    TimeMs ordered_at = 0;
    std::int64_t net_minor = 0;  // 0 where flag::kUnknownAmount
    std::uint8_t flags = 0;
    Version version = 0;
    std::uint64_t fingerprint = 0;
    ImportId import;

    bool deleted() const {
        return static_cast<OrderStatus>(flags & flag::kStatusMask) == OrderStatus::deleted;
    }
    bool operator==(const OrderState&) const = default;
};

enum class Outcome : std::uint8_t {
    added,
    updated,
    unchanged,  // says what stood already
    stale,      // an older version; history keeps it, nothing else changes
};

struct Counts {
    std::int64_t added = 0, updated = 0, unchanged = 0, stale = 0;  // facts
    std::int64_t customers_added = 0;
    std::int64_t anonymous = 0;  // facts without a customer, whatever became of them

    Counts& operator+=(const Counts& other);
    bool operator==(const Counts&) const = default;
};

void count(Counts& counts, Outcome outcome);

// Facts of one order share a slot; slots are numbered in order of first appearance.
struct Slots {
    std::vector<std::uint32_t> of_fact;
    std::vector<std::uint32_t> first_fact;  // of each slot
    std::size_t size() const { return first_fact.size(); }
};
inline constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;    // anonymous
Slots order_slots(std::span<const OrderFact> facts);    // by (shop, key)
Slots profile_slots(std::span<const OrderFact> facts);  // by (shop, kind, value)

// What became of one fact. `state` is how its own words put the order: for history.
struct Verdict {
    Outcome outcome = Outcome::added;
    OrderState state;
    // Unchanged, but by a newer version: history must hear it, else a version in between, stale
    // here, would be the newest there.
    bool lifted = false;
};

// One order that stands differently after the batch. `fact`: the one that won.
struct Change {
    std::uint32_t fact = 0;
    std::optional<OrderState> before;
    OrderState after;
};

// An import that said again what another source had said: undoing that one must not lose the order.
struct Claim {
    OrderId order;
    ImportId import;
    Version version = 0;
    std::uint64_t fingerprint = 0;  // what it said
    std::uint32_t fact = 0;         // of the batch
    bool operator==(const Claim&) const = default;
};

// An unchanged order said by a newer version: lifted, so that any order of arrival ends alike.
struct Lift {
    OrderId order;
    Version version = 0;
    bool operator==(const Lift&) const = default;
};

struct Changes {
    std::vector<Verdict> verdicts;  // one a fact
    std::vector<Change> changes;    // at most one an order
    std::vector<Claim> claims;      // one an order and import
    std::vector<Lift> lifts;        // of orders not among `changes`
    Counts counts;                  // without customers_added
};

// The fold of orders. `stored`: one a slot, nothing for an order not seen before. `profiles`: one a
// fact. The greater version wins whole, between equals the later fact; equal content changes
// nothing, whatever its version.
Changes plan(std::span<const OrderFact> facts, const Slots& slots,
             std::span<const std::optional<OrderState>> stored, std::span<const ProfileId> profiles,
             const std::function<std::int64_t()>& new_id);

// Of everything a source says about an order, customer included; version and import left out.
std::uint64_t fingerprint(const OrderFact& fact);

}  // namespace vafa::commerce
