#include "metrics/cohorts.h"

#include <algorithm>
#include <limits>

#include "metrics/counting.h"
#include "metrics/period_table.h"

namespace vafa::metrics {
namespace {

// Both counts in one word: one addition a row. 2^32 orders of one cell and worker do not exist.
struct Cell {
    std::uint64_t orders_and_customers = 0;  // low and high half
    std::int64_t revenue = 0;
};
constexpr std::uint64_t kOneOrder = 1;
constexpr std::uint64_t kOneCustomer = std::uint64_t{1} << 32;

// Where a cohort's row of cells lies. Cohorts are numbered backwards from E's period: older ones
// only ever append, so no pass is needed to learn where the history begins.
class Layout {
public:
    Layout(const Options& options, Day end)
        : rules_(options.rules),
          by_(options.by),
          rolling_(options.kind == CohortKind::rolling),
          end_(end),
          periods_(options.rules, options.by, end) {
        starts_.push_back(0);
        if (rolling_) fill_rolling_table();
    }

    const std::uint16_t* bucket_of_day() const {
        return rolling_ ? rolling_table_.data() : periods_.data();
    }
    bool rolling() const { return rolling_; }
    Day step() const { return by_ == PeriodKind::day ? 1 : by_ == PeriodKind::week ? 7 : 30; }
    const PeriodTable& periods() const { return periods_; }
    std::size_t age_of(Day first) const {
        return static_cast<std::size_t>(periods_.last() - periods_.at(first));
    }
    std::size_t start_of(std::size_t age) const { return starts_[age]; }
    std::size_t known() const { return starts_.size() - 1; }
    std::size_t length_of(std::size_t age) const { return starts_[age + 1] - starts_[age]; }
    std::size_t cells() const { return starts_.back(); }
    std::int32_t period_of_age(std::size_t age) const {
        return periods_.period(static_cast<std::uint16_t>(periods_.last() - age));
    }

    void grow_to(std::size_t age) {
        while (known() <= age) {
            const std::size_t next = known();
            std::size_t length = next + 1;
            if (rolling_) {
                const Day first = std::max(first_day_of(rules_, by_, period_of_age(next)), 0);
                length = static_cast<std::size_t>((end_ - first) / step()) + 1;
            }
            starts_.push_back(starts_.back() + length);
        }
    }

    bool complete(std::size_t age, std::int32_t offset) const {
        if (!rolling_) return last_day_of(rules_, by_, period_of_age(age) + offset) <= end_;
        return last_day_of(rules_, by_, period_of_age(age)) + step() * (offset + 1) - 1 <= end_;
    }

private:
    void fill_rolling_table() {
        rolling_table_.resize(static_cast<std::size_t>(std::clamp(end_, 0, 65'535)) + 1);
        for (std::size_t day = 0; day < rolling_table_.size(); ++day)
            rolling_table_[day] =
                static_cast<std::uint16_t>(day / static_cast<std::size_t>(step()));
    }

    CalendarRules rules_;
    PeriodKind by_;
    bool rolling_;
    Day end_;
    PeriodTable periods_;
    std::vector<std::size_t> starts_;
    std::vector<std::uint16_t> rolling_table_;  // by days since the first purchase
};

struct Sums {
    Layout layout;
    std::vector<Cell> cells = {};
    std::vector<std::int64_t> purchases = {};    // only where they differ from orders
    std::vector<std::int64_t> last_active = {};  // customers by their last cell
    bool too_old = false;

    void grow_to(std::size_t age) {
        layout.grow_to(age);
        cells.resize(layout.cells());
        purchases.resize(layout.cells());
        last_active.resize(layout.cells());
    }
};

template <bool kByDay>
void add_customers(const timeline::Slice& slice, const Counting& counting, Sums& sums) {
    const std::uint16_t* bucket_of = sums.layout.bucket_of_day();
    const bool rolling = sums.layout.rolling();
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        const Rows rows = rows_of(slice, counting, customer);
        if (rows.begin == rows.end) continue;
        const Day first = slice.day[rows.begin];
        if (!counting.first_in_range(first)) continue;
        const std::size_t age = sums.layout.age_of(first);
        if (age >= sums.layout.known()) {
            if (age >= kMaxCohortPeriods) {
                sums.too_old = true;
                return;
            }
            sums.grow_to(age);
        }
        // One formula for both kinds: cell = start + bucket_of[day − shift] − first bucket.
        const std::uint32_t shift = rolling ? static_cast<std::uint32_t>(first) : 0;
        const std::size_t start =
            sums.layout.start_of(age) - bucket_of[static_cast<std::uint32_t>(first) - shift];
        std::size_t last = std::numeric_limits<std::size_t>::max();
        std::uint32_t last_day = std::numeric_limits<std::uint32_t>::max();
        for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
            if (counting.counted[slice.flags[row]] == 0) continue;
            const std::uint32_t day = slice.day[row];
            const std::size_t at = start + bucket_of[day - shift];
            Cell& cell = sums.cells[at];
            cell.orders_and_customers += kOneOrder + (at != last ? kOneCustomer : 0);
            cell.revenue += slice.amount_at(row);
            if constexpr (kByDay) sums.purchases[at] += day != last_day ? 1 : 0;
            last = at;
            last_day = day;
        }
        ++sums.last_active[last];
    }
}

// The whole table, one entry a cell of the widest layout.
struct Table {
    std::vector<CohortCell> cells;
};

void add_to(Table& table, const Sums& sums, bool by_day) {
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
    PerWorker<Sums> workers(Sums{Layout(options, end)});
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        auto& sums = workers.at(worker);
        if (counting.by_day)
            add_customers<true>(slice, counting, sums);
        else
            add_customers<false>(slice, counting, sums);
    }));

    Layout layout(options, end);
    Table table;
    bool too_old = false;
    workers.each([&](const Sums& sums) {
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
