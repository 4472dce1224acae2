#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/calendar.h"
#include "commerce/api.h"
#include "commerce/types.h"

namespace vafa::ingest {

// The figures that tell a merchant whether the file was understood, over the orders
// that the store counts; exact. Eight bytes an order.
class OrderStats {
public:
    OrderStats(const TimeZone& zone, commerce::CountedOrders counted)
        : zone_(&zone), counted_(counted) {}

    void add(const commerce::OrderFact& order);

    std::int64_t revenue_minor() const { return revenue_minor_; }
    std::optional<std::int64_t> median_minor();  // of an even number the middle two's mean
    std::optional<std::int64_t> largest_minor() const;
    std::optional<Day> first_day() const { return first_day_; }
    std::optional<Day> last_day() const { return last_day_; }

private:
    bool is_counted(const commerce::OrderFact& order) const;

    const TimeZone* zone_;
    commerce::CountedOrders counted_;
    std::vector<std::int64_t> values_;
    std::int64_t revenue_minor_ = 0;
    std::optional<Day> first_day_, last_day_;
};

}  // namespace vafa::ingest
