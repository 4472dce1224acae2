#include "metrics/kind_reader.h"

#include <array>

#include "commerce/types.h"
#include "metrics/histogram.h"

namespace vafa::metrics {
namespace {

constexpr std::size_t kCategory = 0, kProduct = 1;  // places in the scan's properties

using GapsBySegment = std::array<Histogram, 4>;

// A product stands in where the order has no category; the top bit keeps the two apart.
std::uint64_t category_of(const timeline::Slice& slice, std::uint32_t row) {
    const std::uint64_t category = slice.properties[kCategory].codes[row];
    if (category != 0) return category;
    const std::uint64_t product = slice.properties[kProduct].codes[row];
    return product != 0 ? product | std::uint64_t{1} << 32 : 0;
}

}  // namespace

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

const std::vector<std::string>& KindReader::properties() {
    static const std::vector<std::string> kProperties = {"category", "product"};
    return kProperties;
}

std::span<const KindPurchase> KindReader::describe(const timeline::Slice& slice,
                                                   std::uint32_t customer,
                                                   std::span<const Purchase> purchases) {
    described_.clear();
    const Rows rows = rows_of(slice, counting_, customer);
    for (std::size_t i = 0; i < purchases.size(); ++i) {
        const auto end = i + 1 < purchases.size() ? purchases[i + 1].row : rows.end;
        KindPurchase described{purchases[i].day, purchases[i].orders, 0,
                               category_of(slice, purchases[i].row)};
        for (auto row = purchases[i].row; row < end; ++row) {
            const auto flags = slice.flags[row];
            if (counting_.counted[flags] != 0 && (flags & commerce::flag::kDiscounted) != 0)
                ++described.discounted_orders;
        }
        described_.push_back(described);
    }
    return described_;
}

}  // namespace vafa::metrics
