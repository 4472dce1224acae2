#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/rng.h"
#include "metrics/options.h"

// For tests only: small stores and options at random, with a liking for the awkward.
namespace vafa::metrics::reference {

struct StoreOrder {
    std::int64_t profile = 0;  // 0: anonymous
    TimeMs at = 0;
    std::int64_t amount_minor = 0;
    std::uint8_t flags = 0;
    // "product", "category", "coupon", "city", "trait:skin", "total_minor"; absent where unknown
    std::map<std::string, std::string> properties;
};

struct Store {
    TimeZone zone;
    std::vector<StoreOrder> orders;  // an order's subject is its place here + 1
    std::vector<std::pair<std::int64_t, std::int64_t>> links;  // profile → customer

    std::int64_t customer_of(std::int64_t profile) const;
};

// Zones made up after real ones: half hours, clocks that go back over midnight, a day left out.
TimeZone random_zone(Rng& rng);
Store random_store(Rng& rng);
// Options that check_options accepts, with days around the store's.
Options random_options(Rng& rng, const Store& store);

// The whole case as text, for the message of a failed test.
std::string describe(const Options& options);

}  // namespace vafa::metrics::reference
