#include "metrics/repurchase.h"

#include <algorithm>

#include "metrics/counting.h"
#include "metrics/window_masks.h"

namespace vafa::metrics {
namespace {

struct Counts {
    BitCounts retained;
    std::vector<std::int64_t> followed;  // customers by the days they were followed

    Counts(std::size_t windows, Day horizon)
        : retained(windows), followed(static_cast<std::size_t>(std::max(horizon, 0)) + 1) {}
};

// Calendar clock. Under it same-day orders only matter to windows of day 0.
void add_calendar(const timeline::Slice& slice, const Counting& counting, const WindowMasks& masks,
                  Counts& counts) {
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
          end_(zone_->day_start(end + 1)) {}

    void add(const timeline::Slice& slice, PurchaseReader& reader, const WindowMasks& masks,
             Counts& counts) const {
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = reader.read(slice, customer);
            if (purchases.empty()) continue;
            const TimeMs first_at = instant(slice, purchases.front());
            const Day first_day = zone_->local_day(first_at);
            if (first_at >= end_ || !reader.counting().first_in_range(first_day)) continue;
            const TimeMs first = floored(first_at);
            const auto followed = (end_ - first) / kMsPerDay - 1;
            if (followed < 0) continue;
            std::uint64_t mask = 0;
            Day previous = first_day;
            for (const Purchase& purchase : purchases.subspan(1)) {
                const TimeMs at = instant(slice, purchase);
                const Day day = zone_->local_day(at);
                const bool same_purchase = by_day_ && day == previous;
                previous = day;
                if (at < end_ && !same_purchase)
                    mask |= masks.hit_by_days()[(floored(at) - first) / kMsPerDay];
            }
            ++counts.followed[static_cast<std::size_t>(followed)];
            counts.retained.add(mask & masks.open_by_days_followed()[followed]);
        }
    }
    void count_days(bool by_day) { by_day_ = by_day; }

private:
    TimeMs instant(const timeline::Slice& slice, const Purchase& purchase) const {
        return store_zone_->day_start(purchase.day) + slice.ms[purchase.row];
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
    TimeMs end_;
};

Result<void> count_calendar(const Orders& orders, const Options& options, const WindowMasks& masks,
                            Day end, PerWorker<Counts>& workers) {
    const Counting counting = counting_of(options, end);
    return orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        add_calendar(slice, counting, masks, workers.at(worker));
    });
}

Result<void> count_rolling(const Orders& orders, const Options& options, const WindowMasks& masks,
                           Day end, PerWorker<Counts>& workers) {
    RollingClock clock(orders, options, end);
    clock.count_days(options.purchase == PurchaseUnit::day);
    Options every_order = options;
    every_order.purchase = PurchaseUnit::order;  // days are those of the report's zone, not these
    every_order.zone.reset();
    every_order.revenue = RevenueKind::net;
    // Two zones lie up to 26 hours apart; the clock itself cuts at the end of E.
    const Counting counting = counting_of(every_order, end + 2);
    return orders.scan(every_order, {}, [&](unsigned worker, const timeline::Slice& slice) {
        PurchaseReader reader(counting);
        clock.add(slice, reader, masks, workers.at(worker));
    });
}

void add_counts(Counts& counts, std::vector<Window>& windows) {
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
        PerWorker<Counts> workers(count, horizon);
        const bool calendar = options.clock == ClockRule::calendar;
        VAFA_CHECK(calendar ? count_calendar(orders, options, masks, end, workers)
                            : count_rolling(orders, options, masks, end, workers));
        auto windows = masks.windows();
        workers.each([&](Counts& counts) { add_counts(counts, windows); });
        for (auto& window : windows) {
            window.rate = rate_of(window.retained, window.eligible);
            result.windows.push_back(window);
        }
    }
    return result;
}

}  // namespace vafa::metrics
