#include "models/counts.h"

#include <algorithm>
#include <cmath>

namespace vafa::models {
namespace {

constexpr std::size_t kMostCounts = 200'000;
constexpr double kUnderflow = 600;  // e^-600 is still a plain number

// ln of the chance of n events, and on to the next n.
class LogChance {
public:
    LogChance(double shape, double scale, double time)
        : shape_(shape),
          log_share_(-std::log1p(scale / time)),
          value_(-shape * std::log1p(time / scale)) {}
    double value() const { return value_; }
    void next() {
        value_ += std::log((shape_ + n_) / (n_ + 1)) + log_share_;
        ++n_;
    }
    bool is_past_its_peak() const { return std::log((shape_ + n_) / (n_ + 1)) + log_share_ < 0; }

private:
    double shape_, log_share_, value_;
    double n_ = 0;
};

}  // namespace

std::vector<double> count_chances(double shape, double scale, double time, std::size_t size) {
    std::vector<double> chances(size);
    if (size == 0) return chances;
    if (!(time > 0)) {
        chances[0] = 1;
        return chances;
    }
    const double none = shape * std::log1p(time / scale);
    if (none < kUnderflow) {
        const double share = time / (scale + time);
        double chance = std::exp(-none);
        for (std::size_t n = 0; n < size; ++n) {
            chances[n] = chance;
            const auto k = static_cast<double>(n);
            chance *= share * (shape + k) / (k + 1);
        }
        return chances;
    }
    LogChance chance(shape, scale, time);
    for (double& one : chances) {
        one = std::exp(chance.value());
        chance.next();
    }
    return chances;
}

std::vector<double> count_tails(double shape, double scale, double time, std::size_t size) {
    std::vector<double> tails(size);
    if (size == 0) return tails;
    tails[0] = 1;
    if (!(time > 0) || size == 1) return tails;
    // Far below the mean the tails are near one, and the way up would be long.
    if (shape / scale * time > static_cast<double>(size)) {
        const auto chances = count_chances(shape, scale, time, size);
        for (std::size_t n = 1; n < size; ++n)
            tails[n] = std::max(0.0, tails[n - 1] - chances[n - 1]);
        return tails;
    }
    LogChance chance(shape, scale, time);
    std::vector<double> chances;
    while (chances.size() < kMostCounts) {
        chances.push_back(std::exp(chance.value()));
        const bool enough = chances.size() >= size && chance.is_past_its_peak();
        if (enough && chances.back() <= 1e-17 * chances[size - 1]) break;
        chance.next();
    }
    double left = 0;
    for (std::size_t n = chances.size(); n-- > 1;) {
        left += chances[n];
        if (n < size) tails[n] = std::min(left, 1.0);
    }
    return tails;
}

double first_event(double shape, double scale, double probability) {
    return scale * std::expm1(-std::log1p(-probability) / shape);
}

}  // namespace vafa::models
