#pragma once

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace vafa::models {

// A smooth positive function on an interval by its logarithm at Chebyshev points (barycentric form,
// Berrut & Trefethen 2004): twelve values in place of hundreds.
class Smooth {
public:
    static constexpr int kPoints = 12;

    template <class F>
    Smooth(double from, double to, F&& f) {
        for (int i = 0; i < kPoints; ++i) {
            const double angle = std::numbers::pi * (2 * i + 1) / (2 * kPoints);
            at_.push_back((from + to) / 2 - (to - from) / 2 * std::cos(angle));
            log_.push_back(std::log(std::max(f(at_.back()), 1e-300)));
            weight_.push_back((i % 2 == 0 ? 1 : -1) * std::sin(angle));
        }
    }

    double operator()(double x) const {
        double top = 0;
        double bottom = 0;
        for (std::size_t i = 0; i < at_.size(); ++i) {
            if (x == at_[i]) return std::exp(log_[i]);
            const double part = weight_[i] / (x - at_[i]);
            top += part * log_[i];
            bottom += part;
        }
        return std::exp(top / bottom);
    }

private:
    std::vector<double> at_, log_, weight_;
};

}  // namespace vafa::models
