#include "models/outlook.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "models/smooth.h"
#include "models/special.h"

namespace vafa::models {
namespace {

constexpr std::size_t kMostOutlookCounts = 4096;
constexpr double kMostCountMean = 1000;  // above, counts are taken for a gamma distribution
constexpr double kStep = 1e-4;           // in logarithms, for slopes

class Group {
public:
    Group(const Fitted& fitted, double x, const PredictOptions& options)
        : fitted_(fitted), x_(x), options_(options), end_(end_of_time(fitted, options)) {}

    Outlook at(double t_x, double age) const {
        const auto process = fitted_.family->active(fitted_.at, x_, t_x, age);
        Outlook o;
        o.expected = process->expected(options_.horizon);
        o.discounted = process->discounted(options_.discount_per_period, options_.horizon);
        if (options_.intervals) {
            add_counts(o, *process);
            const double tail = (1 - options_.confidence) / 2;
            o.waiting = {waiting(*process, tail), waiting(*process, 0.5),
                         waiting(*process, 1 - tail)};
            add_slopes(o, t_x, age);
        } else {
            o.waiting.fill(waiting(*process, 0.5));
        }
        return o;
    }

    double for_ever(double t_x, double age) const {
        return fitted_.family->active(fitted_.at, x_, t_x, age)
            ->discounted(options_.discount_per_period, end_);
    }
    // Undiscounted, the square of the mean and its own variance must do.
    double for_ever_square(double t_x, double age) const {
        if (!std::isinf(end_)) {
            const double mean = for_ever(t_x, age);
            return mean * mean * 2 + mean;
        }
        return fitted_.family->active(fitted_.at, x_, t_x, age)
            ->discounted_square(options_.discount_per_period);
    }
    std::array<double, kMostParameters> for_ever_slope(double t_x, double age) const {
        return slope(t_x, age, [&](const Process& process) {
            return process.discounted(options_.discount_per_period, end_);
        });
    }

private:
    double waiting(const Process& process, double probability) const {
        return std::min(process.waiting_time(probability), kForEverDays / fitted_.days_per_period);
    }

    // By forward differences, parameter by parameter.
    template <class F>
    std::array<double, kMostParameters> slope(double t_x, double age, F&& f) const {
        std::array<double, kMostParameters> result = {};
        auto at = fitted_.at;
        const double here = f(*fitted_.family->active(at, x_, t_x, age));
        if (!(here > 0)) return result;
        for (std::size_t i = 0; i < at.size(); ++i) {
            at[i] *= std::exp(kStep);
            result[i] = (f(*fitted_.family->active(at, x_, t_x, age)) / here - 1) / kStep;
            at[i] = fitted_.at[i];
        }
        return result;
    }
    void add_slopes(Outlook& o, double t_x, double age) const {
        o.slope = slope(t_x, age,
                        [&](const Process& process) { return process.expected(options_.horizon); });
    }

    void add_counts(Outlook& o, const Process& process) const {
        const double spread = o.expected * (1 + o.expected / (fitted_.at[0] + x_));
        o.square = o.expected * o.expected + spread;
        if (o.expected > kMostCountMean) {
            o.none = 0;
            return;
        }
        const double nearly_all = 1 - std::min(0.001, (1 - options_.confidence) / 4);
        double sum = 0;
        for (std::size_t size = 16; size <= kMostOutlookCounts; size *= 4) {
            const auto chances = process.chances(options_.horizon, size);
            o.cumulative.clear();
            o.square = 0;
            sum = 0;
            for (std::size_t n = 0; n < size && sum < nearly_all; ++n) {
                sum += chances[n];
                o.square += chances[n] * static_cast<double>(n * n);
                o.cumulative.push_back(static_cast<float>(sum));
            }
            if (sum >= nearly_all) break;
        }
        o.none = std::min<double>(1, o.cumulative.front());
        o.square = std::max(o.square, o.expected * o.expected);
    }

    const Fitted& fitted_;
    double x_;
    const PredictOptions& options_;
    double end_;
};

}  // namespace

double Outlook::count_quantile(double probability) const {
    if (cumulative.empty())
        return gamma_quantile(probability, expected, square - expected * expected);
    const auto reached =
        std::lower_bound(cumulative.begin(), cumulative.end(), static_cast<float>(probability));
    return static_cast<double>(reached - cumulative.begin());
}

double end_of_time(const Fitted& fitted, const PredictOptions& options) {
    return options.discount_per_period > 0 ? HUGE_VAL : kForEverDays / fitted.days_per_period;
}

Outlooks outlooks_of(const Fitted& fitted, const Rows& rows, const Rows::Group& rows_of_x,
                     const PredictOptions& options) {
    const Group group(fitted, rows_of_x.x, options);
    const bool by_row = fitted.family->depends_on_t_x();
    Outlooks result;
    std::vector<std::uint32_t> example;  // a row of each outlook
    for (std::uint32_t row = rows_of_x.begin; row < rows_of_x.end; ++row) {
        if (by_row || example.empty() || rows.age[row] != rows.age[example.back()])
            example.push_back(row);
        result.of_row.push_back(static_cast<std::uint32_t>(example.size() - 1));
    }
    const double x = rows_of_x.x;
    const double youngest = rows.periods(rows.age[rows_of_x.begin]);
    const double oldest = rows.periods(rows.age[rows_of_x.end - 1]);
    const auto typical_t_x = [&](double age) { return age * x / (x + 1); };
    std::optional<Smooth> for_ever;
    std::optional<Smooth> square;
    if (example.size() > Smooth::kPoints && oldest > youngest) {
        for_ever.emplace(youngest, oldest,
                         [&](double age) { return group.for_ever(typical_t_x(age), age); });
        if (options.intervals) {
            square.emplace(youngest, oldest, [&](double age) {
                return group.for_ever_square(typical_t_x(age), age);
            });
        }
    }
    std::array<double, kMostParameters> for_ever_slope = {};
    if (options.intervals) for_ever_slope = group.for_ever_slope(typical_t_x(oldest), oldest);
    for (const std::uint32_t row : example) {
        const double t_x = rows.periods(rows.t_x[row]);
        const double age = rows.periods(rows.age[row]);
        Outlook o = group.at(t_x, age);
        o.for_ever = for_ever ? (*for_ever)(age) : group.for_ever(t_x, age);
        if (options.intervals) {
            o.for_ever_square = square ? (*square)(age) : group.for_ever_square(t_x, age);
            o.for_ever_slope = for_ever_slope;
        }
        result.outlooks.push_back(std::move(o));
    }
    return result;
}

}  // namespace vafa::models
