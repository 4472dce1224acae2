// BG/BB: Fader, Hardie & Shang 2010, "Customer-base analysis in a discrete-time noncontractual
// setting". At each opportunity an active customer buys with a chance Beta(alpha, beta), and before
// each leaves with a chance Beta(gamma, delta). Being active means: for the opportunity to come.
#include <cmath>

#include "models/families.h"
#include "models/opportunity_process.h"
#include "models/special.h"
#include "models/sums.h"

namespace vafa::models {
namespace {

constexpr std::string_view kBgbbNames[] = {"alpha", "beta", "gamma", "delta"};

struct Weighed {
    double log_value = -HUGE_VAL;
    std::array<double, 4> slope = {};
};

// Still active after all n opportunities, of which x were taken (their eq. 5, first term).
Weighed active_term(std::span<const double> at, double x, double n) {
    const double a = at[0], b = at[1], g = at[2], d = at[3];
    Weighed term;
    term.log_value =
        log_beta(a + x, b + n - x) - log_beta(a, b) + log_beta(g, d + n) - log_beta(g, d);
    const double buys = digamma(a + b) - digamma(a + b + n);
    const double stays = digamma(g + d) - digamma(g + d + n);
    term.slope = {buys + digamma(a + x) - digamma(a), buys + digamma(b + n - x) - digamma(b), stays,
                  stays + digamma(d + n) - digamma(d)};
    return term;
}

// Gone before the opportunity t_x + 1 + i, for any i < n - t_x (the sum of eq. 5): each term
// follows from the one before it, and so does the slope of its logarithm.
Weighed gone_term(std::span<const double> at, double x, double t_x, double n) {
    const double a = at[0], b = at[1], g = at[2], d = at[3];
    if (!(n > t_x)) return {};
    const double buys = digamma(a + b) - digamma(a + b + t_x);
    const double stays = digamma(g + d) - digamma(g + 1 + d + t_x);
    std::array<double, 4> slope = {buys + digamma(a + x) - digamma(a),
                                   buys + digamma(b + t_x - x) - digamma(b), stays + 1 / g,
                                   stays + digamma(d + t_x) - digamma(d)};
    double weight = 1;
    double sum = 0;
    std::array<double, 4> sums = {};
    for (double i = t_x; i < n; ++i) {
        sum += weight;
        for (std::size_t k = 0; k < 4; ++k) sums[k] += weight * slope[k];
        const double both = 1 / (a + b + i);
        const double left = 1 / (g + 1 + d + i);
        weight *= (b + i - x) * both * (d + i) * left;
        slope[0] -= both;
        slope[1] += 1 / (b + i - x) - both;
        slope[2] -= left;
        slope[3] += 1 / (d + i) - left;
    }
    Weighed term;
    term.log_value = std::log(sum) + log_beta(a + x, b + t_x - x) - log_beta(a, b) +
                     log_beta(g + 1, d + t_x) - log_beta(g, d);
    for (std::size_t k = 0; k < 4; ++k) term.slope[k] = sums[k] / sum;
    return term;
}

class BgBb final : public Family {
public:
    std::span<const std::string_view> names() const override { return kBgbbNames; }
    std::vector<double> typical() const override { return {0.8, 1.2, 0.7, 3}; }
    std::vector<bool> are_times() const override { return {false, false, false, false}; }

    double log_likelihood(const Rows& rows, std::span<const double> at, std::span<double> slope,
                          unsigned workers) const override {
        const Sums sums = sum_over_pieces(rows, workers, [&](const Rows::Piece& piece) {
            const double x = rows.groups[piece.group].x;
            Sums part;
            for (std::uint32_t row = piece.begin; row < piece.end; ++row) {
                const Weighed active = active_term(at, x, rows.age[row]);
                const Weighed gone = gone_term(at, x, rows.t_x[row], rows.age[row]);
                const double odds = gone.log_value - active.log_value;
                const double dead = logistic(odds);
                part.value += rows.count[row] * (active.log_value + log1p_exp(odds));
                for (std::size_t i = 0; i < 4; ++i)
                    part.slope[i] +=
                        rows.count[row] * ((1 - dead) * active.slope[i] + dead * gone.slope[i]);
            }
            return part;
        });
        return in_logarithms(sums, at, slope);
    }

    // With o = gone / active after n and g the chance to stay for n + 1: (1 + o) / g - 1.
    using Family::log_odds;
    LogOdds log_odds(std::span<const double> at, double x, double t_x, double n) const override {
        const Weighed active = active_term(at, x, n);
        const Weighed gone = gone_term(at, x, t_x, n);
        const double stays = 1 / (at[2] + at[3] + n);
        const double odds = std::exp(std::min(gone.log_value - active.log_value, 600.0));
        const double total = (1 + odds) / ((at[3] + n) * stays);
        const double left = (odds + at[2] * stays) / ((at[3] + n) * stays);
        const std::array<double, 4> log_g = {0, 0, -stays, 1 / (at[3] + n) - stays};
        LogOdds result;
        result.value = std::log(left);
        for (std::size_t i = 0; i < 4; ++i) {
            const double by_odds = odds / ((at[3] + n) * stays) * (gone.slope[i] - active.slope[i]);
            result.slope[i] = at[i] * (by_odds - total * log_g[i]) / left;
        }
        return result;
    }

    std::unique_ptr<Process> active(std::span<const double> at, double x, double,
                                    double n) const override {
        return std::make_unique<OpportunityProcess>(at[0] + x, at[1] + n - x, at[2], at[3] + n + 1);
    }
};

}  // namespace

std::unique_ptr<Family> make_bgbb() { return std::make_unique<BgBb>(); }

}  // namespace vafa::models
