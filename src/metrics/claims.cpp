#include "metrics/claims.h"

#include <algorithm>
#include <cmath>

#include "base/int128.h"
#include "metrics/concentration.h"
#include "metrics/counting.h"
#include "metrics/sorting.h"

namespace vafa::metrics {
namespace {

constexpr double kNormal95 = 1.959963984540054;

// Σ y / Σ x over customers with the delta method's error; whole numbers, so that no result depends
// on the order of adding.
struct RatioSums {
    std::int64_t customers = 0;
    Int128 x = 0, y = 0, xx = 0, xy = 0, yy = 0;

    void add(std::int64_t y_one, std::int64_t x_one) {
        ++customers;
        x += x_one;
        y += y_one;
        xx += static_cast<Int128>(x_one) * x_one;
        xy += static_cast<Int128>(x_one) * y_one;
        yy += static_cast<Int128>(y_one) * y_one;
    }
    void add(const RatioSums& o) {
        customers += o.customers;
        x += o.x;
        y += o.y;
        xx += o.xx;
        xy += o.xy;
        yy += o.yy;
    }
};

struct ClaimSums {
    RatioSums returning, later;
    std::vector<std::int64_t> revenues;
};

ClaimFigures blank(Claim claim, double said, std::string needs) {
    ClaimFigures figures;
    figures.claim = claim;
    figures.said = said;
    figures.needs = std::move(needs);
    return figures;
}

ClaimFigures measured(ClaimFigures figures, double own, double error) {
    figures.own = own;
    figures.low = own - kNormal95 * error;
    figures.high = own + kNormal95 * error;
    figures.needs.clear();
    return figures;
}

ClaimFigures ratio(Claim claim, double said, const RatioSums& sums) {
    auto figures = blank(claim, said, "metrics.claims.needs_customers");
    figures.customers = sums.customers;
    if (sums.customers < kMinClaimCustomers || sums.x <= 0) return figures;
    const auto x = static_cast<double>(sums.x), y = static_cast<double>(sums.y);
    const double own = y / x;
    // Σ (y − r·x)² / (Σ x)²
    const double residual = static_cast<double>(sums.yy) - 2 * own * static_cast<double>(sums.xy) +
                            own * own * static_cast<double>(sums.xx);
    return measured(figures, own, std::sqrt(std::max(residual, 0.0)) / x);
}

// Share of revenue of the top fifth: s = E[x; x > q] / E[x] with its influence function
// ((x − q)⁺ + q/5 − s·x) / mean (Beach & Davidson 1983).
ClaimFigures top_customers(const std::vector<std::int64_t>& ascending) {
    auto figures = blank(Claim::top_customers, 0.5, "metrics.claims.needs_customers");
    const auto count = static_cast<std::int64_t>(ascending.size());
    figures.customers = count;
    const auto share = concentration_of(ascending).top_20_percent_share;
    if (count < kMinClaimCustomers || !share) return figures;
    const auto cut = static_cast<std::size_t>(count - (count + 4) / 5);
    const auto q = static_cast<double>(ascending[cut]);
    double sum = 0;
    for (const auto value : ascending) sum += static_cast<double>(value);
    double squares = 0;
    for (const auto value : ascending) {
        const auto x = static_cast<double>(value);
        const double influence = std::max(x - q, 0.0) + q / 5 - *share * x;
        squares += influence * influence;
    }
    return measured(figures, *share, std::sqrt(squares) / sum);
}

void add_customer(std::span<const Purchase> purchases, Day year_start, ClaimSums& sums) {
    std::int64_t revenue = 0, in_year = 0, returning = 0;
    for (std::size_t i = 0; i < purchases.size(); ++i) {
        revenue += purchases[i].revenue;
        if (purchases[i].day <= year_start) continue;
        in_year += purchases[i].revenue;
        if (i > 0) returning += purchases[i].revenue;
    }
    sums.revenues.push_back(revenue);
    if (purchases.back().day > year_start) sums.returning.add(returning, in_year);
    if (purchases.size() > 1) sums.later.add(purchases[1].revenue, purchases[0].revenue);
}

}  // namespace

Result<Claims> claims(const Orders& orders, const Options& options) {
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    PerWorker<ClaimSums> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = reader.read_if_first_in_range(slice, customer);
            if (!purchases.empty()) add_customer(purchases, counting.end - 365, workers.at(worker));
        }
    }));
    ClaimSums all;
    workers.each([&](const ClaimSums& part) {
        all.returning.add(part.returning);
        all.later.add(part.later);
        all.revenues.insert(all.revenues.end(), part.revenues.begin(), part.revenues.end());
    });
    radix_sort(all.revenues);
    Claims result;
    result.claims.push_back(ratio(Claim::returning_revenue, 0.4, all.returning));
    result.claims.push_back(blank(Claim::returning_convert, 9, "metrics.claims.needs_tracking"));
    result.claims.push_back(blank(Claim::visits_convert, 0.02, "metrics.claims.needs_tracking"));
    result.claims.push_back(top_customers(all.revenues));
    result.claims.push_back(ratio(Claim::later_orders_larger, 1, all.later));
    return result;
}

}  // namespace vafa::metrics
