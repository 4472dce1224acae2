#include "metrics/cohorts.h"

#include "metrics/cohort_sums.h"
#include "metrics/counting.h"

namespace vafa::metrics {
namespace {

// The whole table, one entry a cell of the widest layout.
struct Table {
    std::vector<CohortCell> cells;
};

void add_to(Table& table, const CohortSums& sums, bool by_day) {
    if (table.cells.size() < sums.cells.size()) table.cells.resize(sums.cells.size());
    for (std::size_t i = 0; i < sums.cells.size(); ++i) {
        CohortCell& cell = table.cells[i];
        const auto orders =
            static_cast<std::int64_t>(sums.cells[i].orders_and_customers & (kOneCustomer - 1));
        cell.customers += static_cast<std::int64_t>(sums.cells[i].orders_and_customers >> 32);
        cell.orders += orders;
        cell.purchases += by_day ? sums.purchases[i] : orders;
        cell.revenue_minor += sums.cells[i].revenue;
        cell.unbounded_customers += sums.last_active[i];  // summed up from the right below
    }
}

Cohort finished(const Layout& layout, std::size_t age, const Table& table) {
    Cohort cohort;
    cohort.period = layout.period_of_age(age);
    const auto begin = table.cells.begin() + static_cast<std::ptrdiff_t>(layout.start_of(age));
    cohort.cells.assign(begin, begin + static_cast<std::ptrdiff_t>(layout.length_of(age)));
    cohort.size = cohort.cells.front().customers;
    for (std::size_t k = cohort.cells.size() - 1; k-- > 0;)
        cohort.cells[k].unbounded_customers += cohort.cells[k + 1].unbounded_customers;
    std::int64_t cumulative = 0;
    const std::int64_t at_first = cohort.cells.front().revenue_minor;
    for (std::size_t k = 0; k < cohort.cells.size(); ++k) {
        CohortCell& cell = cohort.cells[k];
        cell.offset = static_cast<std::int32_t>(k);
        cumulative += cell.revenue_minor;
        cell.cumulative_revenue_per_customer_minor = average_of(cumulative, cohort.size);
        cell.nrr = rate_of(cell.revenue_minor, at_first);
        cell.complete = layout.complete(age, cell.offset);
    }
    return cohort;
}

}  // namespace

Result<Cohorts> cohorts(const Orders& orders, const Options& options) {
    const Day end = orders.end_or_zero(options);
    const Counting counting = counting_of(options, end);
    const bool flat = !counting.by_day && options.kind == CohortKind::calendar;
    PerWorker<CohortSums> workers(CohortSums{Layout(options, end)});
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        auto& sums = workers.at(worker);
        if (flat)
            add_customers_flat(slice, counting, sums);
        else
            add_customers(slice, counting, sums);
    }));

    Layout layout(options, end);
    Table table;
    bool too_old = false;
    workers.each([&](const CohortSums& sums) {
        too_old = too_old || sums.too_old;
        if (sums.layout.known() > 0) layout.grow_to(sums.layout.known() - 1);
        add_to(table, sums, counting.by_day);
    });
    if (too_old)
        return Error{ErrorCode::too_large, "error.metrics_too_many_periods"}
            .with("limit", std::to_string(kMaxCohortPeriods))
            .at("--by");
    Cohorts result;
    for (std::size_t age = layout.known(); age-- > 0;)
        if (table.cells[layout.start_of(age)].customers > 0)
            result.cohorts.push_back(finished(layout, age, table));
    return result;
}

}  // namespace vafa::metrics
