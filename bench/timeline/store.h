#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "timeline/types.h"

namespace vafa::bench {

// A made-up store: about ten orders a customer with a heavy tail over six years, about 8 % that do
// not count, a few free ones, a few of unknown amount, one in a thousand beyond 32 bits, and 2 % of
// orders without a customer. The same for the same number of orders, on every machine.
struct Store {
    std::uint64_t orders = 40'000'000;
    unsigned workers = 2;

    std::uint64_t customers() const { return orders / 10; }
    // Rows sorted by profile and time, the anonymous first, in runs of some 100,000 customers.
    void generate(const std::function<void(std::span<const timeline::Row>)>& take) const;
};

}  // namespace vafa::bench
