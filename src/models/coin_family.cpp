#include "models/coin_family.h"

#include <cmath>

#include "models/phase_process.h"
#include "models/special.h"
#include "models/sums.h"

namespace vafa::models {
namespace {

constexpr std::string_view kCoinNames[] = {"r", "alpha", "a", "b"};

// The chance that fewer than k events came in T - t_x, relative to that of none: the sum over j < k
// of (m)_j / j! y^j with y = (T - t_x) / (alpha + T); and its slopes in m and y.
struct Silence {
    double value = 1;
    double by_m = 0;
    double by_y = 0;
};

Silence silence(std::uint32_t k, double m, double y) {
    Silence sum;
    double term = 1;
    double harmonic = 0;
    for (std::uint32_t j = 1; j < k; ++j) {
        sum.by_y += term * (m + j - 1);
        harmonic += 1 / (m + j - 1);
        term *= y * (m + j - 1) / j;
        sum.value += term;
        sum.by_m += term * harmonic;
    }
    return sum;
}

// What all rows of one x share.
struct Shared {
    double m, log_dead, value;
    std::array<double, 4> slope;
    double dead_by_b;
    bool can_leave;
};

Shared shared_by(std::span<const double> at, double x, double first, std::uint32_t k) {
    const double r = at[0], alpha = at[1], a = at[2], b = at[3];
    Shared s{};
    s.m = r + k * x;
    const double n = x + first;  // coins that fell well, if still active
    s.value = log_gamma(s.m) - log_gamma(r) + r * std::log(alpha) + log_gamma(a + b) -
              log_gamma(b) + log_gamma(b + n) - log_gamma(a + b + n) - x * log_gamma(k);
    const double both = digamma(a + b) - digamma(a + b + n);
    s.slope = {digamma(s.m) - digamma(r) + std::log(alpha), r / alpha, both,
               both - digamma(b) + digamma(b + n)};
    s.can_leave = n > 0;
    s.dead_by_b = s.can_leave ? 1 / (b + n - 1) : 0;
    s.log_dead = s.can_leave ? std::log(a * s.dead_by_b) : LogOdds::kNever;
    return s;
}

}  // namespace

std::span<const std::string_view> CoinFamily::names() const { return kCoinNames; }

double CoinFamily::log_likelihood(const Rows& rows, std::span<const double> at,
                                  std::span<double> slope, unsigned workers) const {
    const DayTable days(rows, at[1]);
    Sums sums = sum_over_pieces(rows, workers, [&](const Rows::Piece& piece) {
        const Shared s = shared_by(at, rows.groups[piece.group].x, first_, k_);
        Sums part;
        double customers = 0;
        double gone = 0;
        for (std::uint32_t row = piece.begin; row < piece.end; ++row) {
            const double count = rows.count[row];
            const std::uint32_t last = rows.t_x[row];
            const std::uint32_t end = rows.age[row];
            const double log_end = days.log[end];
            customers += count;
            double value = -s.m * log_end;
            double by_m = -log_end;
            double by_alpha = -s.m * days.inverse[end];
            Silence quiet;
            if (k_ > 1) {
                const double y = rows.periods(end - last) * days.inverse[end];
                quiet = silence(k_, s.m, y);
                quiet.by_y *= y * days.inverse[end];
            }
            double dead = 0;
            if (s.can_leave) {
                const double fallen = log_end - days.log[last];
                const double odds = s.log_dead + s.m * fallen;
                const double small = std::exp(-std::fabs(odds));
                const double total = odds > 0 ? 1 + small * quiet.value : quiet.value + small;
                value += std::max(odds, 0.0) + std::log(total);
                dead = (odds > 0 ? 1 : small) / total;
                by_m += dead * fallen;
                by_alpha += dead * s.m * (days.inverse[end] - days.inverse[last]);
            } else {
                value += std::log(quiet.value);
            }
            if (k_ > 1) {
                by_m += (1 - dead) * quiet.by_m / quiet.value;
                by_alpha -= (1 - dead) * quiet.by_y / quiet.value;
            }
            gone += count * dead;
            part.value += count * value;
            part.slope[0] += count * by_m;
            part.slope[1] += count * by_alpha;
        }
        part.value += customers * s.value;
        for (std::size_t i = 0; i < 4; ++i) part.slope[i] += customers * s.slope[i];
        part.slope[2] += gone / at[2];
        part.slope[3] -= gone * s.dead_by_b;
        return part;
    });
    sums.value += (k_ - 1) * rows.log_gaps;
    return in_logarithms(sums, at, slope);
}

LogOdds CoinFamily::log_odds(std::span<const double> at, double x, double t_x, double age) const {
    const double n = x + first_;
    if (!(n > 0)) return {};
    const double m = at[0] + k_ * x;
    const double fallen = std::log((at[1] + age) / (at[1] + t_x));
    const double end = 1 / (at[1] + age);
    const double y = (age - t_x) * end;
    const Silence quiet = silence(k_, m, y);
    LogOdds odds;
    odds.value = std::log(at[2] / (at[3] + n - 1)) + m * fallen - std::log(quiet.value);
    odds.slope = {at[0] * (fallen - quiet.by_m / quiet.value),
                  at[1] * (m * (end - 1 / (at[1] + t_x)) + quiet.by_y * y * end / quiet.value), 1,
                  -at[3] / (at[3] + n - 1)};
    return odds;
}

std::unique_ptr<Process> CoinFamily::active(std::span<const double> at, double x, double t_x,
                                            double age) const {
    const double b = at[3] + x + first_;
    const double m = at[0] + k_ * x;
    if (k_ == 1) return std::make_unique<CoinProcess>(m, at[1] + age, at[2], b);
    const double y = (age - t_x) / (at[1] + age);
    return std::make_unique<PhaseProcess>(m, at[1] + age, at[2], b, k_, y);
}

}  // namespace vafa::models
