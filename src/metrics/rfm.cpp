#include "metrics/rfm.h"

#include <algorithm>
#include <limits>

#include "metrics/counting.h"
#include "metrics/histogram.h"
#include "metrics/rfm_groups.h"
#include "metrics/sorting.h"

namespace vafa::metrics {
namespace {

struct Customer {
    std::int64_t monetary = 0;
    std::uint32_t frequency = 0;
    Day recency = 0;
};

// Five times each of the four thresholds: whole numbers.
using Fifths = std::array<std::int64_t, 4>;

template <class ValueAt>
Fifths fifths(std::int64_t count, ValueAt value_at) {
    Fifths result{};
    for (std::int64_t k = 1; k <= 4; ++k) {
        const auto [rank, remainder] = fifth_rank(count, k);
        const std::int64_t low = value_at(rank);
        const std::int64_t high = remainder != 0 ? value_at(rank + 1) : low;
        result[static_cast<std::size_t>(k - 1)] = 5 * low + remainder * (high - low);
    }
    return result;
}

Fifths fifths_of(std::vector<std::int64_t> values) {
    radix_sort(values);
    return fifths(static_cast<std::int64_t>(values.size()),
                  [&](std::int64_t rank) { return values[static_cast<std::size_t>(rank)]; });
}

int below(const Fifths& thresholds, std::int64_t value) {
    int count = 0;
    for (const auto threshold : thresholds) count += threshold < 5 * value ? 1 : 0;
    return count;
}

std::array<double, 4> shown(const Fifths& thresholds) {
    std::array<double, 4> result{};
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = static_cast<double>(thresholds[i]) / 5;
    return result;
}

struct Thresholds {
    Fifths recency, frequency, monetary;
};

Thresholds thresholds_of(const std::vector<Customer>& customers) {
    Histogram recency;
    std::vector<std::int64_t> frequency, monetary;
    frequency.reserve(customers.size());
    monetary.reserve(customers.size());
    for (const Customer& customer : customers) {
        recency.add(customer.recency);
        frequency.push_back(customer.frequency);
        monetary.push_back(customer.monetary);
    }
    const auto count = static_cast<std::int64_t>(customers.size());
    return {fifths(count, [&](std::int64_t rank) { return recency.value_at(rank); }),
            fifths_of(std::move(frequency)), fifths_of(std::move(monetary))};
}

void score(const std::vector<Customer>& customers, const Thresholds& thresholds, Rfm& result) {
    for (const Customer& customer : customers) {
        const int r = 5 - below(thresholds.recency, customer.recency);
        const int f = 1 + below(thresholds.frequency, customer.frequency);
        const int m = 1 + below(thresholds.monetary, customer.monetary);
        ++result.recency_counts[static_cast<std::size_t>(r - 1)];
        ++result.frequency_counts[static_cast<std::size_t>(f - 1)];
        ++result.monetary_counts[static_cast<std::size_t>(m - 1)];
        ++result.cells[static_cast<std::size_t>(25 * (r - 1) + 5 * (f - 1) + m - 1)];
        RfmGroup& group = result.groups[rfm_group(r, f, m)];
        ++group.customers;
        group.revenue_minor += customer.monetary;
    }
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
    PerWorker<std::vector<Customer>> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        auto& found = workers.at(worker);
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = between(reader.read(slice, customer), from, to);
            if (purchases.empty()) continue;
            std::int64_t revenue = 0;
            for (const Purchase& purchase : purchases) revenue += purchase.revenue;
            found.push_back({revenue, static_cast<std::uint32_t>(purchases.size()),
                             *end + 1 - purchases.back().day});
        }
    }));
    std::vector<Customer> customers;
    workers.each([&](const std::vector<Customer>& part) {
        customers.insert(customers.end(), part.begin(), part.end());
    });
    if (customers.empty()) return result;
    const Thresholds thresholds = thresholds_of(customers);
    result.recency_days = shown(thresholds.recency);
    result.frequency = shown(thresholds.frequency);
    result.monetary_minor = shown(thresholds.monetary);
    score(customers, thresholds, result);
    return result;
}

}  // namespace vafa::metrics
