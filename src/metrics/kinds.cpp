#include "metrics/kinds.h"

#include <algorithm>

#include "metrics/concentration.h"
#include "metrics/counting.h"
#include "metrics/kind_reader.h"
#include "metrics/retention_rate.h"
#include "metrics/sorting.h"

namespace vafa::metrics {
namespace {

constexpr std::size_t kNotYet = kCustomerKinds;

struct KindSums {
    std::array<std::int64_t, kCustomerKinds> customers{}, revenue{};
    std::array<std::array<std::int64_t, kCustomerKinds + 1>, kCustomerKinds> moves{};
    std::int64_t orders = 0, discounted = 0;
    std::vector<std::int64_t> revenues;

    void add(const KindSums& o) {
        for (std::size_t kind = 0; kind < kCustomerKinds; ++kind) {
            customers[kind] += o.customers[kind];
            revenue[kind] += o.revenue[kind];
            for (std::size_t from = 0; from <= kCustomerKinds; ++from)
                moves[kind][from] += o.moves[kind][from];
        }
        orders += o.orders;
        discounted += o.discounted;
        revenues.insert(revenues.end(), o.revenues.begin(), o.revenues.end());
    }
};

class Sorter {
public:
    Sorter(const Options& options, const Counting& counting, const RiskLimits& limits)
        : options_(&options),
          reader_(counting),
          kinds_(counting),
          limits_(&limits),
          before_(months_before(options.rules.calendar, counting.end, 1)) {}

    void add(const timeline::Slice& slice, std::uint32_t customer, KindSums& sums) {
        const auto purchases = reader_.read_if_first_in_range(slice, customer);
        if (purchases.empty()) return;
        std::int64_t revenue = 0;
        const auto described = kinds_.describe(slice, customer, purchases);
        for (std::size_t i = 0; i < purchases.size(); ++i) {
            revenue += purchases[i].revenue;
            sums.orders += described[i].orders;
            sums.discounted += described[i].discounted_orders;
        }
        const auto kind = kind_at(described, reader_.counting().end);
        std::size_t earlier = described.size();
        while (earlier > 0 && described[earlier - 1].day > before_) --earlier;
        const auto kind_before =
            earlier == 0 ? kNotYet : kind_at(described.first(earlier), before_);
        ++sums.customers[kind];
        sums.revenue[kind] += revenue;
        ++sums.moves[kind][kind_before];
        sums.revenues.push_back(revenue);
    }

private:
    std::size_t kind_at(std::span<const KindPurchase> purchases, Day day) const {
        return static_cast<std::size_t>(customer_kind(purchases, day, options_->kinds, *limits_));
    }

    const Options* options_;
    PurchaseReader reader_;
    KindReader kinds_;
    const RiskLimits* limits_;
    Day before_;
};

Kinds finished(KindSums& sums, const Options& options, const RiskLimits& limits) {
    Kinds result;
    result.thresholds = options.kinds;
    result.risk_after_days = limits;
    result.store_discounted_share = rate_of(sums.discounted, sums.orders);
    const auto customers = static_cast<std::int64_t>(sums.revenues.size());
    std::int64_t revenue = 0;
    for (const auto of_kind : sums.revenue) revenue += of_kind;
    for (std::size_t kind = 0; kind < kCustomerKinds; ++kind)
        result.kinds.push_back({static_cast<CustomerKind>(kind), sums.customers[kind],
                                sums.revenue[kind], rate_of(sums.revenue[kind], revenue),
                                sums.moves[kind]});
    result.loyal_share.customers_share = rate_of(sums.customers[0], customers);
    result.loyal_share.revenue_share = rate_of(sums.revenue[0], revenue);
    radix_sort(sums.revenues);
    if (revenue > 0)
        result.loyal_share.customers_for_half_of_revenue =
            rate_of(customers_for_half(sums.revenues), customers);
    return result;
}

}  // namespace

Result<Kinds> kinds(const Orders& orders, const Options& options) {
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    VAFA_TRY(const RiskLimits limits, risk_limits(orders, options, counting));
    PerWorker<KindSums> workers;
    VAFA_CHECK(orders.scan(options, KindReader::properties(),
                           [&](unsigned worker, const timeline::Slice& slice) {
                               Sorter sorter(options, counting, limits);
                               for (std::uint32_t i = 0; i < slice.customers; ++i)
                                   sorter.add(slice, i, workers.at(worker));
                           }));
    KindSums all;
    workers.each([&](const KindSums& part) { all.add(part); });
    return finished(all, options, limits);
}

}  // namespace vafa::metrics
