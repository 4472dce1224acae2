#include "bench/http/orders.h"

#include <algorithm>
#include <cmath>

#include "base/time.h"

namespace vafa::bench {
namespace {

constexpr std::int64_t kBeginS = 1'609'459'200;      // 2021-01-01
constexpr std::uint64_t kSpanS = 1'826ULL * 86'400;  // until the end of 2025
constexpr std::uint64_t kRoundS = 3ULL * 86'400;
constexpr double kTail = 1.5;  // of the Pareto distribution of orders a customer
constexpr double kMostWeight = 500;
constexpr double kCancelled = 0.06;

constexpr std::uint64_t packed(std::uint64_t second, std::uint64_t customer) {
    return second << 32U | customer;
}

}  // namespace

Orders::Orders(const Rng& seed, Size size) : seed_(seed), size_(size) {
    double weights = 0;
    for (std::uint64_t customer = 1; customer <= size.customers; ++customer) {
        weights += weight_of(customer);
    }
    const double scale = static_cast<double>(size.orders - size.customers) / weights;
    placed_.reserve(size.orders + size.customers);
    for (std::uint64_t customer = 1; customer <= size.customers; ++customer) {
        Rng rng = seed_.fork("times", customer);
        const auto begin = static_cast<double>(kSpanS) * std::pow(rng.uniform(), 0.8);
        const double length = (static_cast<double>(kSpanS) - begin) * std::sqrt(rng.uniform());
        placed_.push_back(packed(static_cast<std::uint64_t>(begin), customer));
        for (std::uint64_t i = count_of(customer, scale); i > 1; --i) {
            const double second = begin + length * rng.uniform();
            placed_.push_back(packed(static_cast<std::uint64_t>(second), customer));
        }
    }
    Rng rest = seed_.fork("rest");
    while (placed_.size() < size.orders) {
        placed_.push_back(packed(rest.below(kSpanS), 1 + rest.below(size.customers)));
    }
    std::sort(placed_.begin(), placed_.end());
    // Rounding made a few too many: of the last ones, so that the first day stays.
    placed_.resize(size.orders);
}

double Orders::weight_of(std::uint64_t customer) const {
    Rng rng = seed_.fork("weight", customer);
    return std::min(std::pow(1 - rng.uniform(), -1 / kTail), kMostWeight) - 1;
}

std::uint64_t Orders::count_of(std::uint64_t customer, double scale) const {
    Rng rng = seed_.fork("rounding", customer);
    return 1 + static_cast<std::uint64_t>(scale * weight_of(customer) + rng.uniform());
}

Order Orders::at(std::uint64_t index) const {
    const std::uint64_t one = placed_[index];
    return finished({.id = index + 1,
                     .ordered_at_s = kBeginS + static_cast<std::int64_t>(one >> 32U),
                     .customer = one & 0xFFFF'FFFFU});
}

Order Orders::later(std::uint64_t round, std::uint64_t index, std::uint64_t of) const {
    constexpr std::uint64_t kNewEvery = 25;
    const std::uint64_t before = round * of + index;
    Rng rng = seed_.fork("later", before);
    const std::uint64_t second = kSpanS + round * kRoundS + index * kRoundS / of;
    const bool is_new = index % kNewEvery == 0;
    return finished({.id = size_.orders + before + 1,
                     .ordered_at_s = kBeginS + static_cast<std::int64_t>(second),
                     .customer = is_new ? size_.customers + before / kNewEvery + 1
                                        : placed_[rng.below(count())] & 0xFFFF'FFFFU});
}

Order Orders::finished(Order order) const {
    Rng rng = seed_.fork("order", order.id);
    order.total_minor = 500 + static_cast<std::int64_t>(100 * rng.lognormal(3.4, 0.8));
    order.cancelled = rng.chance(kCancelled);
    return order;
}

}  // namespace vafa::bench
