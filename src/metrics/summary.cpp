#include "metrics/summary.h"

#include <algorithm>
#include <limits>

#include "metrics/concentration.h"
#include "metrics/counting.h"
#include "metrics/histogram.h"
#include "metrics/sorting.h"

namespace vafa::metrics {
namespace {

struct SummarySums {
    std::int64_t orders = 0, purchases = 0;
    Day first = std::numeric_limits<Day>::max(), last = std::numeric_limits<Day>::min();
    std::array<std::int64_t, 10> by_purchases{};
    Histogram gaps;
    // Days between first and last purchase, summed over the customers with so many gaps: the mean
    // of customers' means comes from whole numbers, whatever worker saw whom.
    Histogram span_by_gaps;
    std::vector<std::int64_t> revenues;

    void add(std::span<const Purchase> purchases_of_one);
    void add(const SummarySums& other);
};

void SummarySums::add(std::span<const Purchase> of_one) {
    if (of_one.empty()) return;
    const auto count = static_cast<std::int64_t>(of_one.size());
    purchases += count;
    ++by_purchases[std::min<std::size_t>(of_one.size(), by_purchases.size()) - 1];
    first = std::min(first, of_one.front().day);
    last = std::max(last, of_one.back().day);
    std::int64_t revenue = 0;
    Day previous = of_one.front().day;
    for (const Purchase& purchase : of_one) {
        revenue += purchase.revenue;
        orders += purchase.orders;
        if (&purchase != of_one.data()) gaps.add(purchase.day - previous);
        previous = purchase.day;
    }
    if (count > 1) span_by_gaps.add(count - 1, of_one.back().day - of_one.front().day);
    revenues.push_back(revenue);
}

void SummarySums::add(const SummarySums& other) {
    orders += other.orders;
    purchases += other.purchases;
    first = std::min(first, other.first);
    last = std::max(last, other.last);
    for (std::size_t i = 0; i < by_purchases.size(); ++i) by_purchases[i] += other.by_purchases[i];
    gaps.add(other.gaps);
    span_by_gaps.add(other.span_by_gaps);
    revenues.insert(revenues.end(), other.revenues.begin(), other.revenues.end());
}

GapFigures gap_figures(const SummarySums& sums, std::int64_t repeat_customers) {
    GapFigures figures;
    figures.gaps = sums.gaps.total();
    const auto& spans = sums.span_by_gaps.counts();
    double means = 0;
    for (std::size_t gaps = 1; gaps < spans.size(); ++gaps) {
        means += static_cast<double>(spans[gaps]) / static_cast<double>(gaps);
    }
    figures.mean = rate_of(sums.span_by_gaps.total(), figures.gaps);
    figures.median = sums.gaps.median();
    if (repeat_customers > 0)
        figures.mean_of_customer_means = means / static_cast<double>(repeat_customers);
    return figures;
}

Summary finished(SummarySums& sums) {
    Summary result;
    result.customers = static_cast<std::int64_t>(sums.revenues.size());
    result.orders = sums.orders;
    result.purchases = sums.purchases;
    for (const auto revenue : sums.revenues) result.revenue_minor += revenue;
    if (result.customers > 0) {
        result.first_day = sums.first;
        result.last_day = sums.last;
    }
    result.repeat_customers = result.customers - sums.by_purchases[0];
    result.repeat_purchase_rate = rate_of(result.repeat_customers, result.customers);
    result.purchases_per_customer = rate_of(result.purchases, result.customers);
    result.average_order_value_minor = average_of(result.revenue_minor, result.orders);
    result.average_purchase_value_minor = average_of(result.revenue_minor, result.purchases);
    result.revenue_per_customer_minor = average_of(result.revenue_minor, result.customers);
    result.customers_by_purchases = sums.by_purchases;
    result.days_between_purchases = gap_figures(sums, result.repeat_customers);
    radix_sort(sums.revenues);
    result.concentration = concentration_of(sums.revenues);
    return result;
}

std::int64_t anonymous_orders(const Orders& orders, const Options& options,
                              const Counting& counting, Day from, Day to) {
    std::int64_t count = 0;
    orders.scan_anonymous(options, [&](const timeline::Slice& slice) {
        for (auto row = slice.offsets[0]; row < slice.offsets[slice.customers]; ++row) {
            const Day day = slice.day[row];
            if (day >= from && day <= to) count += counting.counted[slice.flags[row]];
        }
    });
    return count;
}

}  // namespace

Result<Summary> summary(const Orders& orders, const Options& options) {
    // Nothing needs E before the rows are read: without `to` and `as_of` every row is by E.
    const Day open_end = std::numeric_limits<Day>::max();
    const Counting counting = counting_of(options, options.as_of.value_or(open_end));
    const Day from = options.from.value_or(std::numeric_limits<Day>::min());
    const Day to = std::min(options.to.value_or(open_end), counting.end);
    PerWorker<SummarySums> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        SummarySums& sums = workers.at(worker);
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer)
            sums.add(between(reader.read(slice, customer), from, to));
    }));
    SummarySums all;
    workers.each([&](const SummarySums& sums) { all.add(sums); });
    Summary result = finished(all);
    result.anonymous_orders = anonymous_orders(orders, options, counting, from, to);
    return result;
}

}  // namespace vafa::metrics
