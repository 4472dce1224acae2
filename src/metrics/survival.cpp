#include "metrics/survival.h"

#include <algorithm>
#include <cmath>

#include "metrics/counting.h"
#include "metrics/histogram.h"

namespace vafa::metrics {
namespace {

struct Durations {
    Histogram events, censored;
    Day longest = -1;  // E − f of the one followed longest
};

// A half that went through products of quotients.
constexpr double kHalf = 0.5 + 1e-12;

// The curve after each day 0, 1, 2 … with events or censoring.
struct Curve {
    std::vector<double> survival, error;
};

std::int64_t count_at(const Histogram& histogram, std::size_t day) {
    return day < histogram.counts().size() ? histogram.counts()[day] : 0;
}

Curve kaplan_meier(const Durations& durations) {
    Curve curve;
    std::int64_t at_risk = durations.events.total() + durations.censored.total();
    double survival = 1, variance = 0;
    for (std::size_t day = 0; static_cast<Day>(day) <= durations.longest; ++day) {
        const std::int64_t events = count_at(durations.events, day);
        if (events > 0) {
            const auto risk = static_cast<double>(at_risk);
            const auto happened = static_cast<double>(events);
            survival *= 1 - happened / risk;
            if (events < at_risk) variance += happened / (risk * (risk - happened));
        }
        if (events == at_risk && events > 0) survival = 0;
        curve.survival.push_back(survival);
        curve.error.push_back(survival * std::sqrt(variance));
        at_risk -= events + count_at(durations.censored, day);
    }
    return curve;
}

}  // namespace

Result<Survival> survival(const Orders& orders, const Options& options) {
    const Day end = orders.end_or_zero(options);
    const Counting counting = counting_of(options, end);
    PerWorker<Durations> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        Durations& durations = workers.at(worker);
        PurchaseReader reader(counting);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = reader.read_if_first_in_range(slice, customer);
            if (purchases.empty()) continue;
            const Day first = purchases.front().day;
            durations.longest = std::max(durations.longest, end - first);
            if (purchases.size() > 1)
                durations.events.add(purchases[1].day - first);
            else
                durations.censored.add(end - first);
        }
    }));
    Durations all;
    workers.each([&](const Durations& part) {
        all.events.add(part.events);
        all.censored.add(part.censored);
        all.longest = std::max(all.longest, part.longest);
    });

    Survival result;
    result.events = all.events.total();
    result.censored = all.censored.total();
    const Curve curve = kaplan_meier(all);
    for (std::size_t day = 0; day < curve.survival.size() && !result.median_days; ++day)
        if (curve.survival[day] <= kHalf) result.median_days = static_cast<std::int32_t>(day);
    for (const std::int32_t days : options.days) {
        SurvivalPoint point{days, {}, {}};
        const auto at = static_cast<std::size_t>(days);
        if (at < curve.survival.size()) {
            point.survival = curve.survival[at];
            point.standard_error = curve.error[at];
        }
        result.survival.push_back(point);
    }
    return result;
}

}  // namespace vafa::metrics
