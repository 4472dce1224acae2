#pragma once

#include <cstdint>
#include <vector>

#include "base/rng.h"

namespace vafa::bench {

struct Size {
    std::uint64_t customers = 1'000'000;
    std::uint64_t orders = 10'000'000;
};

struct Order {
    std::uint64_t id = 0;
    std::int64_t ordered_at_s = 0;  // Unix time
    std::uint64_t customer = 0;     // from 1
    std::int64_t total_minor = 0;
    bool cancelled = false;
};

// Five years, ascending by time: most customers have few orders, a few have thousands.
class Orders {
public:
    Orders(const Rng& seed, Size size);

    std::uint64_t count() const { return placed_.size(); }
    Order at(std::uint64_t index) const;
    // Days later: of a round's orders most are of known customers, by how often they bought; one of
    // twenty-five is of a new one.
    Order later(std::uint64_t round, std::uint64_t index, std::uint64_t of) const;

private:
    std::uint64_t count_of(std::uint64_t customer, double scale) const;
    double weight_of(std::uint64_t customer) const;
    Order finished(Order order) const;

    Rng seed_;
    Size size_;
    std::vector<std::uint64_t>
        placed_;  // seconds since the first day, then the customer: 32 bits each
};

}  // namespace vafa::bench
