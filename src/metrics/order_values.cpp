#include "metrics/order_values.h"

#include <algorithm>
#include <limits>

#include "metrics/counting.h"

namespace vafa::metrics {
namespace {

constexpr std::size_t kOrdinals = 20;

struct ValueSums {
    std::array<std::int64_t, kOrdinals> customers{}, revenue{};
};

}  // namespace

Result<OrderValues> order_values(const Orders& orders, const Options& options) {
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    const Day from = options.from.value_or(std::numeric_limits<Day>::min());
    const Day to = std::min(options.to.value_or(counting.end), counting.end);
    PerWorker<ValueSums> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        ValueSums& sums = workers.at(worker);
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = reader.read(slice, customer);
            for (std::size_t i = 0; i < std::min(purchases.size(), kOrdinals); ++i) {
                if (purchases[i].day < from || purchases[i].day > to) continue;
                ++sums.customers[i];
                sums.revenue[i] += purchases[i].revenue;
            }
        }
    }));
    ValueSums all;
    workers.each([&](const ValueSums& part) {
        for (std::size_t i = 0; i < kOrdinals; ++i) {
            all.customers[i] += part.customers[i];
            all.revenue[i] += part.revenue[i];
        }
    });
    OrderValues result;
    for (std::size_t i = 0; i < kOrdinals; ++i)
        if (all.customers[i] > 0)
            result.ordinals.push_back({static_cast<std::int32_t>(i + 1), all.customers[i],
                                       all.revenue[i],
                                       average_of(all.revenue[i], all.customers[i])});
    return result;
}

}  // namespace vafa::metrics
