#include <algorithm>
#include <cmath>

#include "models/pareto_integral.h"
#include "models/quadrature.h"
#include "models/sums.h"
#include "platform/parallel/parallel.h"

namespace vafa::models {
namespace {

constexpr std::uint32_t kDaysWorthARow = 40;  // of a table, for the price of a quadrature
constexpr double kSteepest = 1;               // fall of ln f within a day that four points bear
constexpr std::size_t kBundle = 8;            // columns made one from the other
constexpr std::size_t kPoints = 5;            // four within a day, and the next one

double log_f(const ParetoShape& shape, const ParetoPoint& at) {
    return -shape.power * at.log_alpha - (shape.s + 1) * at.log_beta;
}

}  // namespace

// f at the points of each day of [first, last) relative to f at the day, for one power of
// (alpha + y).
class ParetoTables::Ratios {
public:
    Ratios(const ParetoTables& tables, const ParetoShape& shape, std::uint32_t first,
           std::uint32_t last)
        : tables_(tables),
          shape_(shape),
          first_(first),
          last_(last),
          ratio_(std::size_t{last - first} * kPoints),
          factor_(ratio_.size()) {
        for_each([&](std::size_t i, const ParetoPoint& day, const ParetoPoint& point) {
            factor_[i] = point.inverse_alpha / day.inverse_alpha;
        });
        from_scratch();
    }

    void move_to(double power) {
        constexpr double kMostSteps = 4;
        const double steps = std::round(power - shape_.power);
        shape_.power = power;
        if (steps > kMostSteps) return from_scratch();
        for (double step = 0; step < steps; ++step)
            for (std::size_t i = 0; i < ratio_.size(); ++i) ratio_[i] *= factor_[i];
    }

    const double* of_day(std::uint32_t day) const {
        return ratio_.data() + std::size_t{day - first_} * kPoints;
    }

private:
    template <class F>
    void for_each(F&& take) const {
        for (std::uint32_t day = first_; day < last_; ++day) {
            const std::size_t at = std::size_t{day - first_} * kPoints;
            const ParetoPoint* inside = tables_.inside(day);
            for (std::size_t i = 0; i < 4; ++i) take(at + i, tables_.days_[day], inside[i]);
            take(at + 4, tables_.days_[day], tables_.days_[day + 1]);
        }
    }
    void from_scratch() {
        for_each([&](std::size_t i, const ParetoPoint& day, const ParetoPoint& point) {
            ratio_[i] = std::exp(log_f(shape_, point) - log_f(shape_, day));
        });
    }

    const ParetoTables& tables_;
    ParetoShape shape_;
    std::uint32_t first_, last_;
    std::vector<double> ratio_;
    std::vector<double> factor_;
};

ParetoTables::ParetoTables(const Rows& rows, double r, double alpha, double s, double beta,
                           unsigned workers)
    : days_per_period_(rows.days_per_period),
      days_(rows.last_day + 1),
      columns_(rows.groups.size()) {
    std::vector<std::uint32_t> wanted;
    std::uint64_t column_days = 0;
    for (std::uint32_t group = 0; group < rows.groups.size(); ++group) {
        Column& column = columns_[group];
        column.shape = {r + rows.groups[group].x, alpha, s, beta};
        if (!is_worth_a_table(rows, rows.groups[group], column)) continue;
        wanted.push_back(group);
        column_days += column.last - column.first;
    }
    for (const std::uint32_t day : rows.days)
        days_[day] = pareto_point(alpha, beta, rows.periods(day));
    if (wanted.empty()) return;
    const auto [first, last] = span_of(wanted);
    if (last - first > column_days) return;  // too far apart: points for days that nobody needs
    fill_points(rows, first, last);
    parallel_for(useful_workers(rows, workers), (wanted.size() + kBundle - 1) / kBundle,
                 [&](unsigned, std::size_t i) {
                     const std::size_t begin = i * kBundle;
                     const auto bundle =
                         std::span(wanted).subspan(begin, std::min(kBundle, wanted.size() - begin));
                     const auto [from, to] = span_of(bundle);
                     Ratios ratios(*this, columns_[bundle.front()].shape, from, to);
                     for (const std::uint32_t group : bundle) {
                         ratios.move_to(columns_[group].shape.power);
                         fill(columns_[group], ratios);
                     }
                 });
}

bool ParetoTables::is_worth_a_table(const Rows& rows, const Rows::Group& group,
                                    Column& column) const {
    const auto t_x = rows.t_x.begin();
    column.first = *std::min_element(t_x + group.begin, t_x + group.end);
    column.last = rows.age[group.end - 1];
    const std::uint64_t size = group.end - group.begin;
    const ParetoShape& shape = column.shape;
    const double start = std::min(shape.alpha, shape.beta) + rows.periods(column.first);
    const double steepest = (shape.power + shape.s + 1) / start / days_per_period_;
    return size * kDaysWorthARow > column.last - column.first && steepest <= kSteepest &&
           column.last > column.first;
}

std::pair<std::uint32_t, std::uint32_t> ParetoTables::span_of(
    std::span<const std::uint32_t> groups) const {
    std::pair span{columns_[groups.front()].first, columns_[groups.front()].last};
    for (const std::uint32_t group : groups) {
        span.first = std::min(span.first, columns_[group].first);
        span.second = std::max(span.second, columns_[group].last);
    }
    return span;
}

void ParetoTables::fill_points(const Rows& rows, std::uint32_t first, std::uint32_t last) {
    const double alpha = columns_.front().shape.alpha;
    const double beta = columns_.front().shape.beta;
    inside_from_ = first;
    inside_.reserve(std::size_t{last - first + 1} * 4);
    for (std::uint32_t day = first; day <= last; ++day) {
        days_[day] = pareto_point(alpha, beta, rows.periods(day));
        for (const double node : kGauss4.node)
            inside_.push_back(pareto_point(alpha, beta, (day + node) / days_per_period_));
    }
}

void ParetoTables::fill(Column& column, const Ratios& ratios) const {
    column.from.resize(column.last - column.first + 1);
    for (std::uint32_t day = column.last; day-- > column.first;) {
        const double* ratio = ratios.of_day(day);
        const ParetoPoint* inside = this->inside(day);
        auto& sum = column.from[day - column.first];
        const auto& next = column.from[day + 1 - column.first];
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] = ratio[4] * next[i];
        for (std::size_t i = 0; i < 4; ++i) {
            const ParetoPoint& point = inside[i];
            const double f = kGauss4.weight[i] / days_per_period_ * ratio[i];
            sum[0] += f;
            sum[1] += f * point.log_alpha;
            sum[2] += f * point.inverse_alpha;
            sum[3] += f * point.log_beta;
            sum[4] += f * point.inverse_beta;
        }
    }
}

Gone ParetoTables::gone(std::uint32_t group, std::uint32_t t_x, std::uint32_t age) const {
    const Column& column = columns_[group];
    const ParetoShape& shape = column.shape;
    if (age <= t_x) return {-HUGE_VAL, {}};
    if (column.from.empty())
        return gone_between(shape, t_x / days_per_period_, age / days_per_period_);
    const double here = log_f(shape, days_[t_x]);
    const double left = std::exp(log_f(shape, days_[age]) - here);
    Moments sum = column.from[t_x - column.first];
    const Moments& rest = column.from[age - column.first];
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] -= left * rest[i];
    if (!(sum[0] > 0)) return {-HUGE_VAL, {}};
    const double inverse = 1 / sum[0];
    return {std::log(shape.s * sum[0]) + here,
            {-sum[1] * inverse, -shape.power * sum[2] * inverse, 1 / shape.s - sum[3] * inverse,
             -(shape.s + 1) * sum[4] * inverse}};
}

}  // namespace vafa::models
