#include "metrics/periods.h"

#include <algorithm>

#include "metrics/counting.h"
#include "metrics/period_table.h"

namespace vafa::metrics {
namespace {

struct PeriodSums {
    std::int64_t customers = 0, fresh = 0, returning = 0, resurrected = 0, dormant = 0;
    std::int64_t any_earlier = 0, revenue = 0, repeat_revenue = 0;
    std::int64_t retained_next = 0, next_revenue = 0, least_revenue = 0;

    void add(const PeriodSums& o) {
        customers += o.customers;
        fresh += o.fresh;
        returning += o.returning;
        resurrected += o.resurrected;
        dormant += o.dormant;
        any_earlier += o.any_earlier;
        revenue += o.revenue;
        repeat_revenue += o.repeat_revenue;
        retained_next += o.retained_next;
        next_revenue += o.next_revenue;
        least_revenue += o.least_revenue;
    }
};
// By number of PeriodTable, one more for the last one's dormant.
using PeriodSumTable = std::vector<PeriodSums>;

// One customer's purchases within one period.
struct Visit {
    std::size_t period = 0;
    std::int64_t purchases = 0, revenue = 0;
};

class Walk {
public:
    Walk(const PeriodTable& periods, PeriodSumTable& table) : periods_(&periods), table_(&table) {}

    void add_customer(std::span<const Purchase> purchases) {
        if (purchases.empty()) return;
        seen_any_ = false;
        Visit visit{periods_->at(purchases.front().day), 0, 0};
        for (const Purchase& purchase : purchases) {
            const std::size_t period = periods_->at(purchase.day);
            if (period != visit.period) {
                close(visit, purchases.front().revenue);
                visit = {period, 0, 0};
            }
            ++visit.purchases;
            visit.revenue += purchase.revenue;
        }
        close(visit, purchases.front().revenue);
        ++(*table_)[visit.period + 1].dormant;
    }

private:
    void close(const Visit& visit, std::int64_t first_revenue) {
        PeriodSums& sums = (*table_)[visit.period];
        ++sums.customers;
        sums.revenue += visit.revenue;
        sums.repeat_revenue += visit.revenue - (seen_any_ ? 0 : first_revenue);
        sums.any_earlier += seen_any_ || visit.purchases > 1 ? 1 : 0;
        if (!seen_any_) {
            ++sums.fresh;
        } else if (previous_.period + 1 == visit.period) {
            ++sums.returning;
            PeriodSums& before = (*table_)[previous_.period];
            ++before.retained_next;
            before.next_revenue += visit.revenue;
            before.least_revenue += std::min(visit.revenue, previous_.revenue);
        } else {
            ++sums.resurrected;
            ++(*table_)[previous_.period + 1].dormant;
        }
        previous_ = visit;
        seen_any_ = true;
    }

    const PeriodTable* periods_;
    PeriodSumTable* table_;
    Visit previous_;
    bool seen_any_ = false;
};

PeriodFigures figures(std::int32_t period, const PeriodSums& sums, bool complete,
                      bool next_complete) {
    PeriodFigures result;
    result.period = period;
    result.customers = sums.customers;
    result.new_customers = sums.fresh;
    result.returning = sums.returning;
    result.resurrected = sums.resurrected;
    result.dormant = sums.dormant;
    result.returning_before_period = sums.returning + sums.resurrected;
    result.returning_any_earlier_order = sums.any_earlier;
    result.revenue_minor = sums.revenue;
    result.revenue_from_repeat_orders_minor = sums.repeat_revenue;
    result.complete = complete;
    if (next_complete) {
        result.retained_next = sums.retained_next;
        result.nrr = rate_of(sums.next_revenue, sums.revenue);
        result.grr = rate_of(sums.least_revenue, sums.revenue);
    }
    return result;
}

}  // namespace

Result<Periods> periods(const Orders& orders, const Options& options) {
    const Day end = orders.end_or_zero(options);
    const Counting counting = counting_of(options, end);
    const PeriodTable table(options.rules, options.by, end);
    PerWorker<PeriodSumTable> workers(PeriodSumTable(std::size_t{table.last()} + 2));
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        PurchaseReader reader(counting);
        Walk walk(table, workers.at(worker));
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer)
            walk.add_customer(reader.read(slice, customer));
    }));
    PeriodSumTable all(std::size_t{table.last()} + 2);
    workers.each([&](const PeriodSumTable& part) {
        for (std::size_t i = 0; i < all.size(); ++i) all[i].add(part[i]);
    });

    const Day last_day = std::min(options.to.value_or(end), end);
    std::size_t first = 0;
    while (first <= table.last() && all[first].customers == 0) ++first;
    Periods result;
    for (std::size_t number = first; number <= table.last(); ++number) {
        const std::int32_t period = table.period(static_cast<std::uint16_t>(number));
        if (options.from && last_day_of(options.rules, options.by, period) < *options.from)
            continue;
        if (first_day_of(options.rules, options.by, period) > last_day) break;
        result.periods.push_back(
            figures(period, all[number], last_day_of(options.rules, options.by, period) <= end,
                    last_day_of(options.rules, options.by, period + 1) <= end));
    }
    return result;
}

}  // namespace vafa::metrics
