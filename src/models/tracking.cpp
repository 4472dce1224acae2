#include "models/tracking.h"

#include <optional>

#include "models/expectations.h"

namespace vafa::models {
namespace {

constexpr std::size_t kWeek = 7;

}  // namespace

Result<std::vector<TrackedWeek>> track(const Fit& fit, std::span<const double> births,
                                       std::span<const double> repeats) {
    VAFA_ASSERT(births.size() == repeats.size());
    VAFA_TRY(const double start, expected_of_new(fit, 0));
    std::vector<std::optional<double>> of_new(births.size() + kWeek);  // by days since the first
    of_new[0] = start;
    const auto expected_after = [&](std::size_t days) -> double {
        if (!of_new[days])
            of_new[days] =
                expected_of_new(fit, static_cast<double>(days) / fit.days_per_period).value();
        return *of_new[days];
    };
    std::vector<TrackedWeek> weeks;
    TrackedWeek before;
    for (std::size_t end = kWeek; end <= births.size(); end += kWeek) {
        TrackedWeek week;
        for (std::size_t day = 0; day < end; ++day)
            if (births[day] > 0)
                week.expected_cumulative += births[day] * expected_after(end - day);
        for (std::size_t day = end - kWeek; day < end; ++day) week.actual += repeats[day];
        week.actual_cumulative = before.actual_cumulative + week.actual;
        week.expected = week.expected_cumulative - before.expected_cumulative;
        weeks.push_back(week);
        before = week;
    }
    return weeks;
}

}  // namespace vafa::models
