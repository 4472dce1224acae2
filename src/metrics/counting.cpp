#include "metrics/counting.h"

#include "commerce/types.h"
#include "metrics/types.h"

namespace vafa::metrics {
namespace {

bool status_counts(commerce::OrderStatus status, const Options& options) {
    using commerce::OrderStatus;
    switch (status) {
        case OrderStatus::paid:
        case OrderStatus::fulfilled:
        case OrderStatus::completed:
            return true;
        case OrderStatus::pending:
        case OrderStatus::failed:
            return options.include_unpaid;
        case OrderStatus::cancelled:
            return options.include_cancelled;
        case OrderStatus::refunded:
            return options.include_refunded;
        case OrderStatus::deleted:
            return false;
    }
    return false;
}

bool flags_count(unsigned flags, const Options& options) {
    namespace flag = commerce::flag;
    if ((flags & flag::kTest) != 0 && !options.include_test) return false;
    if ((flags & flag::kZeroValue) != 0 && !options.include_zero_value) return false;
    return status_counts(static_cast<commerce::OrderStatus>(flags & flag::kStatusMask), options);
}

}  // namespace

Counting counting_of(const Options& options, Day end) {
    Counting counting;
    for (unsigned flags = 0; flags < counting.counted.size(); ++flags)
        counting.counted[flags] = flags_count(flags, options) ? 1 : 0;
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
    __extension__ using Wide = __int128;
    const Wide scaled = static_cast<Wide>(sum_minor) * 20'000;
    const Wide half = scaled < 0 ? -static_cast<Wide>(count) : static_cast<Wide>(count);
    return Average{static_cast<std::int64_t>((scaled + half) / (static_cast<Wide>(count) * 2))};
}

}  // namespace vafa::metrics
