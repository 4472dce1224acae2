#include "metrics/stage.h"

#include "metrics/counting.h"

namespace vafa::metrics {
namespace {

std::int64_t count_orders(const timeline::Slice& slice, const Counting& counting, Day first) {
    std::int64_t count = 0;
    for (auto row = slice.offsets[0]; row < slice.offsets[slice.customers]; ++row) {
        const Day day = slice.day[row];
        if (day >= first && day <= counting.end) count += counting.counted[slice.flags[row]];
    }
    return count;
}

}  // namespace

Result<Stage> stage(const Orders& orders, const Options& options) {
    Stage result;
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    const Day first = counting.end - result.days + 1;
    PerWorker<std::int64_t> workers(0);
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        workers.at(worker) += count_orders(slice, counting, first);
    }));
    workers.each([&](std::int64_t count) { result.orders += count; });
    orders.scan_anonymous(options, [&](const timeline::Slice& slice) {
        result.orders += count_orders(slice, counting, first);
    });
    result.orders_per_day = static_cast<double>(result.orders) / result.days;
    if (result.orders >= std::int64_t{10} * result.days)
        result.stage = StageName::retention;
    else if (result.orders >= result.days)
        result.stage = StageName::acquisition;
    return result;
}

}  // namespace vafa::metrics
