#include "models/minimise.h"

#include <algorithm>
#include <cmath>

namespace vafa::models {
namespace {

constexpr double kSufficientDecrease = 1e-4;
constexpr double kCurvature = 0.9;
constexpr double kLongestStep = 3;  // in logarithms of parameters: a factor of twenty
constexpr int kMostTries = 25;

struct Point {
    std::vector<double> at;
    std::vector<double> gradient;
    double value = 0;
    double slope = 0;  // along the direction of search
};

class Search {
public:
    Search(const Objective& objective, std::vector<double> start, const MinimiseOptions& options)
        : objective_(objective), options_(options), here_(evaluate(std::move(start))) {
        const std::size_t size = here_.at.size();
        known_ = options.inverse_hessian.has_value();
        inverse_ = known_ ? *options.inverse_hessian : Symmetric::identity(size);
    }

    Minimum run() {
        while (!converged_ && evaluations_ < options_.most_evaluations) {
            if (!step()) break;
        }
        return {here_.at, here_.gradient, here_.value, inverse_, converged_};
    }

private:
    Point evaluate(std::vector<double> at) {
        Point point{std::move(at), {}, 0, 0};
        point.gradient.resize(point.at.size());
        point.value = objective_(point.at, point.gradient);
        ++evaluations_;
        return point;
    }

    bool step() {
        std::vector<double> direction = inverse_.times(here_.gradient);
        for (double& part : direction) part = -part;
        here_.slope = dot(direction, here_.gradient);
        // Two steps of learning before the curvature is believed.
        if (-here_.slope / 2 < options_.tolerance && (known_ || updates_ >= 2 || is_flat())) {
            converged_ = true;
            return true;
        }
        if (here_.slope >= 0) return forget();
        shorten(direction);
        const auto next = line_search(direction);
        if (!next) return forget();
        learn(*next);
        here_ = *next;
        return true;
    }

    bool is_flat() const {
        const double size = std::sqrt(dot(here_.gradient, here_.gradient));
        return size < 1e-9 * std::max(1.0, std::fabs(here_.value));
    }

    // A search that fails starts once more along the gradient, then gives up.
    bool forget() {
        if (is_flat()) converged_ = true;
        if (fresh_ || converged_) return false;
        inverse_ = Symmetric::identity(here_.at.size());
        known_ = false;
        fresh_ = true;
        updates_ = 0;
        return true;
    }

    void shorten(std::vector<double>& direction) {
        double longest = 0;
        for (const double part : direction) longest = std::max(longest, std::fabs(part));
        // An unlearnt gradient says where, not how far.
        const double most = known_ || updates_ > 0 ? kLongestStep : std::min(0.3, longest);
        if (longest <= most) return;
        for (double& part : direction) part *= most / longest;
        here_.slope *= most / longest;
    }

    Point at_step(std::span<const double> direction, double length) {
        std::vector<double> at(here_.at);
        for (std::size_t i = 0; i < at.size(); ++i) at[i] += length * direction[i];
        Point point = evaluate(std::move(at));
        point.slope = dot(direction, point.gradient);
        return point;
    }

    // Brackets and then halves or interpolates until both of Wolfe's conditions hold.
    std::optional<Point> line_search(std::span<const double> direction) {
        double low = 0;
        double high = 0;
        double length = 1;
        std::optional<Point> best;
        Point at_low = here_;
        const double noise = 1e-13 * std::max(1.0, std::fabs(here_.value));
        for (int tries = 0; tries < kMostTries; ++tries) {
            Point point = at_step(direction, length);
            const double enough = here_.value + kSufficientDecrease * length * here_.slope + noise;
            if (!(point.value <= enough)) {
                high = length;
                length = between(low, at_low, high, point);
            } else if (point.slope < kCurvature * here_.slope) {
                low = length;
                at_low = point;
                best = std::move(point);
                length = high > 0 ? (low + high) / 2 : 2 * length;
                if (low >= 8) break;
            } else {
                return point;
            }
            if (evaluations_ >= options_.most_evaluations) break;
        }
        return best;
    }

    // The least point of the parabola through the lower end and the upper end's value.
    static double between(double low, const Point& at_low, double high, const Point& at_high) {
        const double width = high - low;
        const double bend = at_high.value - at_low.value - at_low.slope * width;
        const double step = bend > 0 ? -at_low.slope * width * width / (2 * bend) : width / 2;
        return low + std::clamp(step, 0.1 * width, 0.5 * width);
    }

    void learn(const Point& next) {
        const std::size_t size = here_.at.size();
        std::vector<double> moved(size);
        std::vector<double> turned(size);
        for (std::size_t i = 0; i < size; ++i) {
            moved[i] = next.at[i] - here_.at[i];
            turned[i] = next.gradient[i] - here_.gradient[i];
        }
        const double curvature = dot(moved, turned);
        if (!(curvature > 1e-14 * std::fabs(next.slope))) return;
        if (updates_ == 0 && !known_)
            inverse_ = Symmetric::identity(size, curvature / dot(turned, turned));
        const std::vector<double> seen = inverse_.times(turned);
        const double weight = 1 + dot(turned, seen) / curvature;
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j) {
                inverse_.at(i, j) +=
                    (weight * moved[i] * moved[j] - seen[i] * moved[j] - moved[i] * seen[j]) /
                    curvature;
            }
        }
        ++updates_;
        fresh_ = false;
    }

    const Objective& objective_;
    const MinimiseOptions& options_;
    int evaluations_ = 0;
    int updates_ = 0;
    bool converged_ = false;
    bool known_ = false;
    bool fresh_ = false;
    Point here_;
    Symmetric inverse_;
};

}  // namespace

Minimum minimise(const Objective& objective, std::vector<double> start,
                 const MinimiseOptions& options) {
    return Search(objective, std::move(start), options).run();
}

Symmetric hessian(const Objective& objective, std::span<const double> at) {
    constexpr double kStep = 1e-4;
    const std::size_t size = at.size();
    Symmetric result(size);
    std::vector<double> moved(at.begin(), at.end());
    std::vector<double> above(size);
    std::vector<double> below(size);
    for (std::size_t i = 0; i < size; ++i) {
        moved[i] = at[i] + kStep;
        objective(moved, above);
        moved[i] = at[i] - kStep;
        objective(moved, below);
        moved[i] = at[i];
        for (std::size_t j = 0; j < size; ++j) {
            const double slope = (above[j] - below[j]) / (2 * kStep);
            result.at(i, j) += slope / 2;
            result.at(j, i) += slope / 2;
        }
    }
    return result;
}

}  // namespace vafa::models
