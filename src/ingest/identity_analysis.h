#pragma once

#include <array>
#include <string>
#include <vector>

#include "ingest/distinct_counter.h"
#include "ingest/heavy_hitters.h"
#include "ingest/import_types.h"
#include "ingest/row_parser.h"

namespace vafa::ingest {

// A customer with a tenth of all orders, at least so many, of at least so many, and several times
// what the others have on average, is rather a walk-in or the shop's own phone.
inline constexpr double kWalkInShare = 0.1;
inline constexpr std::int64_t kWalkInOrders = 10;
inline constexpr std::int64_t kWalkInOfOrders = 30;
inline constexpr double kWalkInTimesOthers = 3;
// Ids of so many orders that (nearly) never come again tell orders, not customers.
inline constexpr std::int64_t kNeverRepeatsFrom = 30;
inline constexpr double kNeverRepeats = 0.98;
// Another kind is worth a word when it is known of most orders and its customers are so many times
// fewer or more.
inline constexpr double kKnownOfMost = 0.8;
inline constexpr double kVeryDifferent = 1.5;

// Counts the customers under each kind of identity while the rows go by, in bounded memory. Orders
// are told from the rows by their keys: for certain as far as DistinctCounter counts exactly,
// beyond that as long as the rows of an order stand together.
class IdentityAnalysis {
public:
    // Whether the row begins an order that has not been seen; if so, `add` follows.
    bool begins_order(const StagedRow& row);
    void add(const RowIdentities& row);

    struct Context {
        commerce::ProfileKind chosen = commerce::ProfileKind::id;
        std::array<std::string, 4> columns;  // by kind; empty: there is none
        const NobodyCounts& words;
        const NobodyCounts& told;
    };
    void finish(const Context& context, ImportResult& result) const;

private:
    struct Kind {
        DistinctCounter customers;
        HeavyHitters heavy;
        std::int64_t orders = 0;
    };

    std::vector<WalkIn> walk_ins(const Context& context) const;
    void advise(const Context& context, ImportResult& result) const;

    std::array<Kind, 4> kinds_;  // by ProfileKind
    DistinctCounter keys_;
    std::string last_key_;
    std::int64_t orders_ = 0;
};

}  // namespace vafa::ingest
