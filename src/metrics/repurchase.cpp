#include "metrics/repurchase.h"

#include <algorithm>

#include "metrics/counting.h"
#include "metrics/window_masks.h"

namespace vafa::metrics {
namespace {

struct RepurchaseCounts {
    BitCounts retained;
    std::vector<std::int64_t> followed;  // customers by the days they were followed

    RepurchaseCounts(std::size_t windows, Day horizon)
        : retained(windows), followed(static_cast<std::size_t>(std::max(horizon, 0)) + 1) {}
};

// Calendar clock. Under it same-day orders only matter to windows of day 0.
void add_calendar(const timeline::Slice& slice, const Counting& counting, const WindowMasks& masks,
                  RepurchaseCounts& counts) {
    const std::uint64_t* hit = masks.hit_by_days();
    const std::uint64_t* open = masks.open_by_days_followed();
    std::array<std::uint64_t, 256> counted{};
    for (std::size_t flags = 0; flags < counted.size(); ++flags)
        counted[flags] = counting.counted[flags] != 0 ? ~std::uint64_t{0} : 0;
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        const Rows rows = rows_of(slice, counting, customer);
        if (rows.begin == rows.end) continue;
        const std::uint32_t first = slice.day[rows.begin];
        if (!counting.first_in_range(static_cast<Day>(first))) continue;
        std::uint32_t row = rows.begin + 1;
        if (counting.by_day)
            while (row < rows.end && slice.day[row] == first) ++row;
        std::uint64_t mask = 0;
        for (; row < rows.end; ++row)
            mask |= hit[slice.day[row] - first] & counted[slice.flags[row]];
        const std::uint32_t followed = static_cast<std::uint32_t>(counting.end) - first;
        ++counts.followed[followed];
        counts.retained.add(mask & open[followed]);
    }
}

// Rolling clocks need instants; the slice is in the store's own zone.
class RollingClock {
public:
    RollingClock(const Orders& orders, const Options& options, Day end)
        : store_zone_(&orders.timeline().store_zone()),
          zone_(&orders.zone(options)),
          floored_(options.clock == ClockRule::rolling_hour),
          last_day_(end),
          end_(zone_->day_start(end + 1)) {}

    void add(const timeline::Slice& slice, PurchaseReader& reader, const WindowMasks& masks,
             RepurchaseCounts& counts) {
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            read_orders(slice, reader.read(slice, customer));
            if (orders_.empty() || !reader.counting().first_in_range(orders_.front().day)) continue;
            const TimeMs first = floored(orders_.front().at);
            const auto followed = (end_ - first) / kMsPerDay - 1;
            if (followed < 0) continue;
            ++counts.followed[static_cast<std::size_t>(followed)];
            counts.retained.add(windows_hit(first, masks) &
                                masks.open_by_days_followed()[followed]);
        }
    }
    void count_days(bool by_day) { by_day_ = by_day; }

private:
    struct Order {
        Day day = 0;  // in the report's zone
        TimeMs at = 0;
        auto operator<=>(const Order&) const = default;
    };

    // The orders until E, by day and then time: one of day precision keeps its day and may so come
    // before one of an earlier instant.
    void read_orders(const timeline::Slice& slice, std::span<const Purchase> orders) {
        orders_.clear();
        for (const Purchase& order : orders) {
            const TimeMs at = store_zone_->day_start(order.day) + slice.ms[order.row];
            const bool day_known = (slice.flags[order.row] & timeline::kDayPrecision) != 0;
            const Day day = day_known ? order.day : zone_->local_day(at);
            if (day <= last_day_) orders_.push_back({day, at});
        }
        std::sort(orders_.begin(), orders_.end());
    }
    std::uint64_t windows_hit(TimeMs first, const WindowMasks& masks) const {
        std::uint64_t mask = 0;
        for (std::size_t i = 1; i < orders_.size(); ++i) {
            if (by_day_ && orders_[i].day == orders_[i - 1].day) continue;
            const TimeMs at = floored(orders_[i].at);
            if (at >= first) mask |= masks.hit_by_days()[(at - first) / kMsPerDay];
        }
        return mask;
    }
    TimeMs floored(TimeMs at) const {
        if (!floored_) return at;
        const TimeMs local = at + zone_->offset_at(at);
        return at - local % kMsPerHour;
    }

    const TimeZone* store_zone_;
    const TimeZone* zone_;
    bool floored_;
    bool by_day_ = false;
    Day last_day_;
    TimeMs end_;
    std::vector<Order> orders_;  // of the customer at hand
};

Result<void> count_calendar(const Orders& orders, const Options& options, const WindowMasks& masks,
                            Day end, PerWorker<RepurchaseCounts>& workers) {
    const Counting counting = counting_of(options, end);
    return orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        add_calendar(slice, counting, masks, workers.at(worker));
    });
}

Result<void> count_rolling(const Orders& orders, const Options& options, const WindowMasks& masks,
                           Day end, PerWorker<RepurchaseCounts>& workers) {
    RollingClock clock(orders, options, end);
    clock.count_days(options.purchase == PurchaseUnit::day);
    Options every_order = options;
    every_order.purchase = PurchaseUnit::order;  // days are those of the report's zone, not these
    every_order.zone.reset();
    every_order.revenue = RevenueKind::net;
    // Two zones lie up to 26 hours apart; the clock itself cuts at E.
    const Counting counting = counting_of(every_order, end + 2);
    return orders.scan(every_order, {}, [&](unsigned worker, const timeline::Slice& slice) {
        PurchaseReader reader(counting);
        RollingClock mine = clock;
        mine.add(slice, reader, masks, workers.at(worker));
    });
}

void add_counts(RepurchaseCounts& counts, std::vector<Window>& windows) {
    for (std::size_t bit = 0; bit < windows.size(); ++bit) {
        Window& window = windows[bit];
        window.retained += counts.retained.counts()[bit];
        for (auto days = static_cast<std::size_t>(window.to); days < counts.followed.size(); ++days)
            window.eligible += counts.followed[days];
    }
}

}  // namespace

Result<Repurchase> repurchase(const Orders& orders, const Options& options) {
    const Day end = orders.end_or_zero(options);
    const Day horizon = end + 2;  // of rolling clocks; see count_rolling
    Repurchase result;
    const auto all = windows_of(options);
    for (std::size_t at = 0; at < all.size(); at += WindowMasks::kMaxWindows) {
        const auto count = std::min(WindowMasks::kMaxWindows, all.size() - at);
        const auto from = all.begin() + static_cast<std::ptrdiff_t>(at);
        const WindowMasks masks({from, from + static_cast<std::ptrdiff_t>(count)}, options.clock,
                                horizon);
        PerWorker<RepurchaseCounts> workers(count, horizon);
        const bool calendar = options.clock == ClockRule::calendar;
        VAFA_CHECK(calendar ? count_calendar(orders, options, masks, end, workers)
                            : count_rolling(orders, options, masks, end, workers));
        auto windows = masks.windows();
        workers.each([&](RepurchaseCounts& counts) { add_counts(counts, windows); });
        for (auto& window : windows) {
            window.rate = rate_of(window.retained, window.eligible);
            result.windows.push_back(window);
        }
    }
    return result;
}

}  // namespace vafa::metrics
