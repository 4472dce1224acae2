#include "metrics/counting.h"

#include "base/int128.h"
#include "commerce/counted.h"
#include "metrics/types.h"

namespace vafa::metrics {
Counting counting_of(const Options& options, Day end) {
    const commerce::CountedOrders counted{.cancelled = options.include_cancelled,
                                          .unpaid = options.include_unpaid,
                                          .refunded = options.include_refunded,
                                          .zero_value = options.include_zero_value,
                                          .test = options.include_test};
    Counting counting;
    for (std::size_t flags = 0; flags < counting.counted.size(); ++flags) {
        counting.counted[flags] =
            commerce::counts(counted, static_cast<std::uint8_t>(flags)) ? 1 : 0;
    }
    counting.end = end;
    if (options.from) counting.first_from = *options.from;
    if (options.to) counting.first_to = *options.to;
    counting.by_day = options.purchase == PurchaseUnit::day;
    return counting;
}

std::span<const Purchase> between(std::span<const Purchase> purchases, Day from, Day to) {
    std::size_t begin = 0, end = purchases.size();
    while (begin < end && purchases[begin].day < from) ++begin;
    while (end > begin && purchases[end - 1].day > to) --end;
    return purchases.subspan(begin, end - begin);
}

std::optional<Average> average_of(std::int64_t sum_minor, std::int64_t count) {
    if (count <= 0) return std::nullopt;
    // 128 bits: a store's revenue in rials times 10,000 outgrows 64.
    const Int128 scaled = static_cast<Int128>(sum_minor) * 20'000;
    const Int128 half = scaled < 0 ? -static_cast<Int128>(count) : static_cast<Int128>(count);
    return Average{static_cast<std::int64_t>((scaled + half) / (static_cast<Int128>(count) * 2))};
}

}  // namespace vafa::metrics
