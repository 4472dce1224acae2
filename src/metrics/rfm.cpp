#include "metrics/rfm.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "metrics/counting.h"
#include "metrics/rfm_groups.h"
#include "metrics/rfm_thresholds.h"
#include "platform/parallel/parallel.h"

namespace vafa::metrics {
namespace {

struct RfmCustomer {
    std::int64_t monetary = 0;
    std::uint32_t frequency = 0;
    Day recency = 0;
};

// What one worker read: customers in runs as they came, and what the thresholds need of them.
struct RfmFound {
    std::vector<std::vector<RfmCustomer>> runs;
    RfmCounts counts;

    void add(const RfmCustomer& customer) {
        runs.back().push_back(customer);
        counts.add(customer.recency, customer.frequency, customer.monetary);
    }
};

// Customers' orders between `from` and `to`, or their days with orders.
void add_purchases(const timeline::Slice& slice, const Counting& counting, Day from, Day to,
                   RfmFound& found) {
    PurchaseReader reader(counting);
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        const auto purchases = between(reader.read(slice, customer), from, to);
        if (purchases.empty()) continue;
        std::int64_t revenue = 0;
        for (const Purchase& purchase : purchases) revenue += purchase.revenue;
        found.add({revenue, static_cast<std::uint32_t>(purchases.size()),
                   counting.end + 1 - purchases.back().day});
    }
}

// The same for all orders until E: uncounted rows add zeros, since nobody can predict them.
void add_orders(const timeline::Slice& slice, const Counting& counting, RfmFound& found) {
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        const Rows rows = rows_of(slice, counting, customer);
        if (rows.begin == rows.end) continue;
        std::int64_t revenue = 0;
        std::uint32_t orders = 0;
        std::uint32_t last = 0;
        for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
            const std::uint32_t counted = counting.counted[slice.flags[row]];
            revenue += slice.amount_at(row) & -static_cast<std::int64_t>(counted);
            orders += counted;
            last = counted != 0 ? slice.day[row] : last;
        }
        found.add({revenue, orders, counting.end + 1 - static_cast<Day>(last)});
    }
}

std::array<double, 4> shown(const Fifths& thresholds) {
    std::array<double, 4> result{};
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = static_cast<double>(thresholds[i]) / 5;
    return result;
}

RfmThresholds thresholds_of(const std::vector<RfmFound*>& workers) {
    RfmCounts counts;
    for (const RfmFound* found : workers) counts.add(found->counts);
    return metrics::thresholds_of(counts, [&](const std::function<void(std::int64_t)>& take) {
        for (const RfmFound* found : workers)
            for (const auto& run : found->runs)
                for (const RfmCustomer& customer : run) take(customer.monetary);
    });
}

// Customers and revenue of the 125 cells.
struct Cells {
    std::array<std::int64_t, 125> customers{}, revenue{};

    void add(const std::vector<RfmCustomer>& run, const RfmThresholds& thresholds) {
        for (const RfmCustomer& customer : run) {
            const auto [r, f, m] =
                thresholds.scores_of(customer.recency, customer.frequency, customer.monetary);
            const auto cell = static_cast<std::size_t>(25 * (r - 1) + 5 * (f - 1) + m - 1);
            ++customers[cell];
            revenue[cell] += customer.monetary;
        }
    }
};

void add_cells(const Cells& cells, Rfm& result) {
    for (std::size_t cell = 0; cell < result.cells.size(); ++cell) {
        const std::size_t r = cell / 25, f = cell / 5 % 5, m = cell % 5;
        const std::int64_t customers = cells.customers[cell];
        result.cells[cell] += customers;
        result.cell_revenue_minor[cell] += cells.revenue[cell];
        result.recency_counts[r] += customers;
        result.frequency_counts[f] += customers;
        result.monetary_counts[m] += customers;
        RfmGroup& group = result.groups[rfm_group(static_cast<int>(r) + 1, static_cast<int>(f) + 1,
                                                  static_cast<int>(m) + 1)];
        group.customers += customers;
        group.revenue_minor += cells.revenue[cell];
    }
}

void score(const std::vector<RfmFound*>& workers, const RfmThresholds& thresholds, Rfm& result) {
    std::vector<Cells> cells(workers.size());
    parallel_for(static_cast<unsigned>(workers.size()), workers.size(),
                 [&](unsigned, std::size_t i) {
                     for (const auto& run : workers[i]->runs) cells[i].add(run, thresholds);
                 });
    for (const Cells& part : cells) add_cells(part, result);
}

}  // namespace

Result<Rfm> rfm(const Orders& orders, const Options& options) {
    Rfm result;
    for (const auto name : kRfmGroups) result.groups.push_back({std::string(name), 0, 0});
    const auto end = orders.data_end(options);
    if (!end) return result;
    result.reference_day = *end + 1;

    const Counting counting = counting_of(options, *end);
    const Day from = options.from.value_or(std::numeric_limits<Day>::min());
    const Day to = std::min(options.to.value_or(*end), *end);
    const bool all_orders = !options.from && to == *end && !counting.by_day;
    PerWorker<RfmFound> found;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        RfmFound& mine = found.at(worker);
        mine.runs.emplace_back().reserve(slice.customers);
        if (all_orders)
            add_orders(slice, counting, mine);
        else
            add_purchases(slice, counting, from, to, mine);
    }));
    std::vector<RfmFound*> workers;
    std::int64_t customers = 0;
    found.each([&](RfmFound& one) {
        workers.push_back(&one);
        customers += one.counts.customers;
    });
    if (customers == 0) return result;
    const RfmThresholds thresholds = thresholds_of(workers);
    result.recency_days = shown(thresholds.recency);
    result.frequency = shown(thresholds.frequency);
    result.monetary_minor = shown(thresholds.monetary);
    score(workers, thresholds, result);
    return result;
}

}  // namespace vafa::metrics
