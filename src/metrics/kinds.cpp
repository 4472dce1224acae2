#include "metrics/kinds.h"

#include <algorithm>

#include "commerce/types.h"
#include "metrics/concentration.h"
#include "metrics/counting.h"
#include "metrics/customer_kind.h"
#include "metrics/histogram.h"
#include "metrics/retention_rate.h"
#include "metrics/sorting.h"

namespace vafa::metrics {
namespace {

constexpr std::size_t kCategory = 0, kProduct = 1;  // places in the scan's properties
constexpr std::size_t kNotYet = kCustomerKinds;

using GapsBySegment = std::array<Histogram, 4>;

// Of all customers, whatever the range: the rhythm is the store's.
Result<RiskLimits> risk_limits(const Orders& orders, const Options& options,
                               const Counting& counting) {
    PerWorker<GapsBySegment> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        auto& gaps = workers.at(worker);
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = reader.read(slice, customer);
            auto& segment = gaps[risk_segment(purchases.size())];
            for (std::size_t i = 1; i < purchases.size(); ++i)
                segment.add(purchases[i].day - purchases[i - 1].day);
        }
    }));
    GapsBySegment all;
    workers.each([&](const GapsBySegment& gaps) {
        for (std::size_t i = 0; i < all.size(); ++i) all[i].add(gaps[i]);
    });
    RiskLimits limits;
    for (std::size_t i = 0; i < all.size(); ++i)
        limits[i] = all[i].quantile(options.kinds.risk_quantile);
    return limits;
}

struct Sums {
    std::array<std::int64_t, kCustomerKinds> customers{}, revenue{};
    std::array<std::array<std::int64_t, kCustomerKinds + 1>, kCustomerKinds> moves{};
    std::int64_t orders = 0, discounted = 0;
    std::vector<std::int64_t> revenues;

    void add(const Sums& o) {
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

// A product stands in where the order has no category; the top bit keeps the two apart.
std::uint64_t category_of(const timeline::Slice& slice, std::uint32_t row) {
    const std::uint64_t category = slice.properties[kCategory].codes[row];
    if (category != 0) return category;
    const std::uint64_t product = slice.properties[kProduct].codes[row];
    return product != 0 ? product | std::uint64_t{1} << 32 : 0;
}

class Sorter {
public:
    Sorter(const Options& options, const Counting& counting, const RiskLimits& limits)
        : options_(&options),
          reader_(counting),
          limits_(&limits),
          before_(months_before(options.rules.calendar, counting.end, 1)) {}

    void add(const timeline::Slice& slice, std::uint32_t customer, Sums& sums) {
        const auto purchases = reader_.read_if_first_in_range(slice, customer);
        if (purchases.empty()) return;
        std::int64_t revenue = 0;
        describe(slice, customer, purchases);
        for (std::size_t i = 0; i < purchases.size(); ++i) {
            revenue += purchases[i].revenue;
            sums.orders += described_[i].orders;
            sums.discounted += described_[i].discounted_orders;
        }
        const auto kind = kind_at(described_, reader_.counting().end);
        std::size_t earlier = described_.size();
        while (earlier > 0 && described_[earlier - 1].day > before_) --earlier;
        const auto kind_before =
            earlier == 0 ? kNotYet : kind_at(std::span(described_).first(earlier), before_);
        ++sums.customers[kind];
        sums.revenue[kind] += revenue;
        ++sums.moves[kind][kind_before];
        sums.revenues.push_back(revenue);
    }

private:
    void describe(const timeline::Slice& slice, std::uint32_t customer,
                  std::span<const Purchase> purchases) {
        described_.clear();
        const Rows rows = rows_of(slice, reader_.counting(), customer);
        for (std::size_t i = 0; i < purchases.size(); ++i) {
            const auto end = i + 1 < purchases.size() ? purchases[i + 1].row : rows.end;
            KindPurchase described{purchases[i].day, purchases[i].orders, 0,
                                   category_of(slice, purchases[i].row)};
            for (auto row = purchases[i].row; row < end; ++row) {
                const auto flags = slice.flags[row];
                if (reader_.counting().counted[flags] != 0 &&
                    (flags & commerce::flag::kDiscounted) != 0)
                    ++described.discounted_orders;
            }
            described_.push_back(described);
        }
    }
    std::size_t kind_at(std::span<const KindPurchase> purchases, Day day) const {
        return static_cast<std::size_t>(customer_kind(purchases, day, options_->kinds, *limits_));
    }

    const Options* options_;
    PurchaseReader reader_;
    const RiskLimits* limits_;
    Day before_;
    std::vector<KindPurchase> described_;
};

Kinds finished(Sums& sums, const Options& options, const RiskLimits& limits) {
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
    PerWorker<Sums> workers;
    VAFA_CHECK(orders.scan(options, {"category", "product"},
                           [&](unsigned worker, const timeline::Slice& slice) {
                               Sorter sorter(options, counting, limits);
                               for (std::uint32_t i = 0; i < slice.customers; ++i)
                                   sorter.add(slice, i, workers.at(worker));
                           }));
    Sums all;
    workers.each([&](const Sums& part) { all.add(part); });
    return finished(all, options, limits);
}

}  // namespace vafa::metrics
