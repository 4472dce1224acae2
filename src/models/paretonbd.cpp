// Pareto/NBD: Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, "A note on deriving the
// Pareto/NBD model". The likelihood of having left is kept as the integral it comes from,
//   s beta^s alpha^r G(r+x)/G(r) times the integral over y in (t_x, T) of f(y),
//   f(y) = (alpha + y)^-(r+x) (beta + y)^-(s+1),
// in place of a difference of two 2F1: it is positive, and its slopes are means of ln(alpha + y),
// 1 / (alpha + y) and so on under the same integral.
#include <algorithm>
#include <cmath>

#include "models/families.h"
#include "models/pareto_integral.h"
#include "models/special.h"
#include "models/sums.h"

namespace vafa::models {
namespace {

constexpr std::string_view kParetoNames[] = {"r", "alpha", "s", "beta"};

// ln of the chance to be active at T, and its slopes, without what all rows of an x share.
double log_active(const ParetoShape& shape, const ParetoPoint& end) {
    return -shape.power * end.log_alpha - shape.s * end.log_beta;
}
std::array<double, 4> active_slope(const ParetoShape& shape, const ParetoPoint& end) {
    return {-end.log_alpha, -shape.power * end.inverse_alpha, -end.log_beta,
            -shape.s * end.inverse_beta};
}

LogOdds odds_of(const ParetoShape& shape, double r, const ParetoPoint& end, const Gone& gone) {
    LogOdds odds;
    if (!(gone.log_value > -HUGE_VAL)) return odds;
    odds.value = std::max(gone.log_value - log_active(shape, end), LogOdds::kNever);
    const auto active = active_slope(shape, end);
    const std::array<double, 4> at = {r, shape.alpha, shape.s, shape.beta};
    for (std::size_t i = 0; i < 4; ++i) odds.slope[i] = at[i] * (gone.slope[i] - active[i]);
    return odds;
}

class ParetoNbd final : public Family {
public:
    std::span<const std::string_view> names() const override { return kParetoNames; }
    std::vector<double> typical() const override { return {0.6, 56, 0.5, 80}; }
    std::vector<bool> are_times() const override { return {false, true, false, true}; }

    double log_likelihood(const Rows& rows, std::span<const double> at, std::span<double> slope,
                          unsigned workers) const override {
        const double r = at[0], alpha = at[1], s = at[2], beta = at[3];
        const ParetoTables tables(rows, r, alpha, s, beta, workers);
        const Sums sums = sum_over_pieces(rows, workers, [&](const Rows::Piece& piece) {
            const ParetoShape& shape = tables.shape(piece.group);
            Sums part;
            double customers = 0;
            for (std::uint32_t row = piece.begin; row < piece.end; ++row) {
                const double count = rows.count[row];
                const ParetoPoint& end = tables.at(rows.age[row]);
                const Gone gone = tables.gone(piece.group, rows.t_x[row], rows.age[row]);
                const double active = log_active(shape, end);
                const double odds = gone.log_value - active;
                const double small = std::exp(-std::fabs(odds));
                const double dead = (odds > 0 ? 1 : small) / (1 + small);
                const auto slopes = active_slope(shape, end);
                customers += count;
                part.value += count * (active + std::max(odds, 0.0) + std::log1p(small));
                for (std::size_t i = 0; i < 4; ++i)
                    part.slope[i] += count * (slopes[i] + dead * (gone.slope[i] - slopes[i]));
            }
            part.value += customers * (log_gamma(shape.power) - log_gamma(r) + r * std::log(alpha) +
                                       s * std::log(beta));
            part.slope[0] += customers * (digamma(shape.power) - digamma(r) + std::log(alpha));
            part.slope[1] += customers * r / alpha;
            part.slope[2] += customers * std::log(beta);
            part.slope[3] += customers * s / beta;
            return part;
        });
        return in_logarithms(sums, at, slope);
    }

    LogOdds log_odds(std::span<const double> at, double x, double t_x, double age) const override {
        const ParetoShape shape{at[0] + x, at[1], at[2], at[3]};
        return odds_of(shape, at[0], pareto_point(at[1], at[3], age),
                       gone_between(shape, t_x, age));
    }
    void log_odds(std::span<const double> at, const Rows& rows, unsigned workers,
                  std::span<LogOdds> out) const override {
        const ParetoTables tables(rows, at[0], at[1], at[2], at[3], workers);
        for_each_piece(rows, workers, [&](const Rows::Piece& piece) {
            for (std::uint32_t row = piece.begin; row < piece.end; ++row) {
                out[row] = odds_of(tables.shape(piece.group), at[0], tables.at(rows.age[row]),
                                   tables.gone(piece.group, rows.t_x[row], rows.age[row]));
            }
        });
    }

    std::unique_ptr<Process> active(std::span<const double> at, double x, double,
                                    double age) const override {
        return std::make_unique<LifetimeProcess>(at[0] + x, at[1] + age, at[2], at[3] + age);
    }
};

}  // namespace

std::unique_ptr<Family> make_paretonbd() { return std::make_unique<ParetoNbd>(); }

}  // namespace vafa::models
