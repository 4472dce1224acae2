#include "metrics/seasons.h"

#include <algorithm>

#include "metrics/counting.h"
#include "metrics/period_table.h"
#include "metrics/retention_rate.h"

namespace vafa::metrics {
namespace {

struct SeasonSums {
    std::int64_t customers = 0, orders = 0, revenue = 0, loyal = 0;

    void add(const SeasonSums& o) {
        customers += o.customers;
        orders += o.orders;
        revenue += o.revenue;
        loyal += o.loyal;
    }
};
using SeasonSumTable = std::vector<SeasonSums>;  // by number of PeriodTable

void add_customer(std::span<const Purchase> purchases, std::int64_t loyal_from,
                  const PeriodTable& periods, SeasonSumTable& table) {
    std::int64_t before = 0, within = 0;
    std::int32_t previous = -1;
    for (const Purchase& purchase : purchases) {
        const std::int32_t period = periods.at(purchase.day);
        SeasonSums& sums = table[static_cast<std::size_t>(period)];
        if (period != previous) {
            before += within;
            within = 0;
            ++sums.customers;
            sums.loyal += before >= loyal_from ? 1 : 0;
            previous = period;
        }
        ++within;
        sums.orders += purchase.orders;
        sums.revenue += purchase.revenue;
    }
}

std::int32_t year_ago(const Options& options, std::int32_t period) {
    if (options.by == PeriodKind::week) return period - 52;
    const Day first = first_day_of(options.rules, options.by, period);
    return period_of(options.rules, options.by, months_before(options.rules.calendar, first, 12));
}

struct Shares {
    std::int64_t loyal = 0, customers = 0;

    void add(const SeasonFigures& season) {
        loyal += season.loyal_customers;
        customers += season.customers;
    }
};

}  // namespace

Result<Seasons> seasons(const Orders& orders, const Options& options) {
    const Day end = orders.end_or_zero(options);
    const Counting counting = counting_of(options, end);
    const PeriodTable numbers(options.rules, options.by, end);
    PerWorker<SeasonSumTable> workers(SeasonSumTable(std::size_t{numbers.last()} + 1));
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer)
            add_customer(reader.read(slice, customer), options.kinds.loyal_min_purchases, numbers,
                         workers.at(worker));
    }));
    SeasonSumTable all(std::size_t{numbers.last()} + 1);
    workers.each([&](const SeasonSumTable& part) {
        for (std::size_t i = 0; i < all.size(); ++i) all[i].add(part[i]);
    });

    Seasons result;
    Shares slumps, elsewhere;
    std::size_t first = 0;
    while (first < all.size() && all[first].customers == 0) ++first;
    const Day last_day = std::min(options.to.value_or(end), end);
    for (std::size_t number = first; number < all.size(); ++number) {
        const SeasonSums& sums = all[number];
        SeasonFigures season;
        season.period = numbers.period(static_cast<std::uint16_t>(number));
        if (first_day_of(options.rules, options.by, season.period) > last_day) break;
        const Day last = last_day_of(options.rules, options.by, season.period);
        if (options.from && last < *options.from) continue;
        season.customers = sums.customers;
        season.orders = sums.orders;
        season.revenue_minor = sums.revenue;
        season.loyal_customers = sums.loyal;
        season.loyal_share = rate_of(sums.loyal, sums.customers);
        season.complete = last <= end;
        season.year_ago = year_ago(options, season.period);
        const std::int64_t before = season.year_ago - numbers.period(0);
        if (before >= static_cast<std::int64_t>(first)) {
            const std::int64_t revenue = all[static_cast<std::size_t>(before)].revenue;
            season.year_ago_revenue_minor = revenue;
            season.change = rate_of(sums.revenue - revenue, revenue);
            season.slump = season.complete && sums.revenue < revenue;
            if (season.complete) (season.slump ? slumps : elsewhere).add(season);
        }
        result.periods.push_back(season);
    }
    result.loyal_share_in_slumps = rate_of(slumps.loyal, slumps.customers);
    result.loyal_share_elsewhere = rate_of(elsewhere.loyal, elsewhere.customers);
    return result;
}

}  // namespace vafa::metrics
