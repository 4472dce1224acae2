#include "metrics/clv_simple.h"

#include <cmath>

#include "metrics/counting.h"
#include "metrics/retention_rate.h"

namespace vafa::metrics {
namespace {

constexpr Day kYearDays = 365;

struct LastYear {
    std::int64_t customers = 0, purchases = 0, revenue = 0;
};

Result<LastYear> last_year(const Orders& orders, const Options& options) {
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    PerWorker<LastYear> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        LastYear& sums = workers.at(worker);
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = between(reader.read_if_first_in_range(slice, customer),
                                           counting.end - kYearDays + 1, counting.end);
            if (purchases.empty()) continue;
            ++sums.customers;
            sums.purchases += static_cast<std::int64_t>(purchases.size());
            for (const Purchase& purchase : purchases) sums.revenue += purchase.revenue;
        }
    }));
    LastYear all;
    workers.each([&](const LastYear& part) {
        all.customers += part.customers;
        all.purchases += part.purchases;
        all.revenue += part.revenue;
    });
    return all;
}

}  // namespace

Result<ClvSimple> clv_simple(const Orders& orders, const Options& options) {
    VAFA_TRY(const LastYear year, last_year(orders, options));
    // The yearly rate is one of the store's last twelve months, whatever range was asked for.
    Options whole = options;
    whole.from.reset();
    VAFA_TRY(const RetentionOverPeriod retention, retention_over_period(orders, whole));
    ClvSimple result;
    result.margin = options.margin;
    result.average_order_value_minor = average_of(year.revenue, year.purchases);
    result.purchases_per_year = rate_of(year.purchases, year.customers);
    if (!retention.rate.retention_rate) return result;

    const double kept = *retention.rate.retention_rate;
    const double churn = 1 - (retention.months == 6 ? kept * kept : kept);
    result.yearly_churn_rate = churn;
    result.lifetime_capped = churn * kMaxLifetimeYears < 1;
    result.lifetime_years = result.lifetime_capped ? kMaxLifetimeYears : 1 / churn;
    if (year.customers == 0) return result;
    // average × purchases a year = revenue / customers of the year: no rounding in between.
    const double yearly = static_cast<double>(year.revenue) / static_cast<double>(year.customers);
    const double clv = yearly * *result.lifetime_years * options.margin.value_or(1);
    result.clv_minor = Average{std::llround(clv * 10'000)};
    return result;
}

}  // namespace vafa::metrics
