#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "models/types.h"

namespace vafa::models {

// Slipping away is who was worth much, whose P(alive) fell through a threshold lately, and who is
// overdue against their own rhythm. All three: one of them alone would name half the store.
struct SlippingRule {
    double worth_share = 0.2;     // worth much: among this share of customers who bought again
    double threshold = 0.5;       // of P(alive)
    std::uint32_t lately = 90;    // days in which it fell through
    double overdue_chance = 0.9;  // of an active customer to have come back by now
};

struct Slipping {
    std::size_t customer = 0;   // place among those asked about
    double p_alive = 0;         // now
    double p_alive_before = 0;  // `lately` days ago, or on the day of the last purchase
    std::uint32_t silent_days = 0;
    double due_days = 0;  // after their last purchase: by then overdue_chance had come back
};

// `worth` is what each has brought so far, in any unit. The most worth come first.
Result<std::vector<Slipping>> slipping_away(const Fit& fit, std::span<const History> customers,
                                            std::span<const double> worth,
                                            const SlippingRule& rule = {});

}  // namespace vafa::models
