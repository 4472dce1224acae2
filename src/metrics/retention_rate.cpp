#include "metrics/retention_rate.h"

#include <algorithm>
#include <limits>

#include "metrics/counting.h"

namespace vafa::metrics {
namespace {

struct RetentionSums {
    std::int64_t start = 0, end = 0, retained = 0, fresh = 0, reactivated = 0;

    void add(const RetentionSums& o) {
        start += o.start;
        end += o.end;
        retained += o.retained;
        fresh += o.fresh;
        reactivated += o.reactivated;
    }
};

struct Period {
    Day start = 0, end = 0;
    std::int32_t window = 365;

    void add(std::span<const Purchase> purchases, RetentionSums& sums) const {
        bool at_start = false, at_end = false;
        for (const Purchase& purchase : purchases) {
            at_start = at_start || (purchase.day > start - window && purchase.day <= start);
            at_end = at_end || (purchase.day > end - window && purchase.day <= end);
        }
        const bool fresh = purchases.front().day > start;
        sums.start += at_start ? 1 : 0;
        sums.end += at_end ? 1 : 0;
        sums.retained += at_start && at_end ? 1 : 0;
        sums.fresh += at_end && fresh ? 1 : 0;
        sums.reactivated += at_end && !at_start && !fresh ? 1 : 0;
    }
};

// The candidates are counted together; which one holds shows when the first purchase is known.
struct Candidates {
    RetentionSums year, half;
    Day first = std::numeric_limits<Day>::max();
};

RetentionRate finished(const Period& period, const RetentionSums& sums) {
    RetentionRate rate;
    rate.start_day = period.start;
    rate.end_day = period.end;
    rate.start_customers = sums.start;
    rate.end_customers = sums.end;
    rate.retained_customers = sums.retained;
    rate.new_customers = sums.fresh;
    rate.reactivated_customers = sums.reactivated;
    rate.retention_rate = rate_of(sums.retained, sums.start);
    rate.churn_rate = rate_of(sums.start - sums.retained, sums.start);
    rate.window_days = period.window;
    return rate;
}

}  // namespace

Day months_before(CalendarKind calendar, Day day, std::int32_t months) {
    Date date = to_date(calendar, day);
    const int number = date.year * 12 + date.month - 1 - months;
    date.year = number / 12;
    date.month = number % 12 + 1;
    date.day = std::min(date.day, days_in_month(calendar, date.year, date.month));
    return from_date(calendar, date).value_or(day);
}

Result<RetentionOverPeriod> retention_over_period(const Orders& orders, const Options& options) {
    const auto data_end = orders.data_end(options);
    if (!data_end) {
        RetentionRate nothing;
        nothing.window_days = options.window_days;
        return RetentionOverPeriod{nothing, options.from ? 0 : 12};
    }
    const Counting counting = counting_of(options, *data_end);
    const Day end = std::min(options.to.value_or(*data_end), *data_end);
    const auto calendar = options.rules.calendar;
    const Day year_start = options.from ? *options.from - 1 : months_before(calendar, end, 12);
    const Period year{year_start, end, options.window_days};
    const Period half{months_before(calendar, end, 6), end, options.window_days};
    PerWorker<Candidates> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        Candidates& sums = workers.at(worker);
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = reader.read(slice, customer);
            if (purchases.empty()) continue;
            sums.first = std::min(sums.first, purchases.front().day);
            year.add(purchases, sums.year);
            half.add(purchases, sums.half);
        }
    }));
    Candidates all;
    workers.each([&](const Candidates& part) {
        all.year.add(part.year);
        all.half.add(part.half);
        all.first = std::min(all.first, part.first);
    });
    if (options.from) return RetentionOverPeriod{finished(year, all.year), 0};
    if (all.first > year_start) return RetentionOverPeriod{finished(half, all.half), 6};
    return RetentionOverPeriod{finished(year, all.year), 12};
}

Result<RetentionRate> retention_rate(const Orders& orders, const Options& options) {
    VAFA_TRY(const auto found, retention_over_period(orders, options));
    return found.rate;
}

}  // namespace vafa::metrics
