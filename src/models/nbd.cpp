// Ehrenberg's NBD for single customers: everyone buys at a rate Gamma(r, alpha) and never leaves
// (Schmittlein, Morrison & Colombo 1987, section 2).
#include <cmath>

#include "models/families.h"
#include "models/special.h"
#include "models/sums.h"

namespace vafa::models {
namespace {

constexpr std::string_view kNbdNames[] = {"r", "alpha"};

class Nbd final : public Family {
public:
    std::span<const std::string_view> names() const override { return kNbdNames; }
    std::vector<double> typical() const override { return {0.5, 56}; }
    std::vector<bool> are_times() const override { return {false, true}; }

    double log_likelihood(const Rows& rows, std::span<const double> at, std::span<double> slope,
                          unsigned workers) const override {
        const double r = at[0];
        const DayTable days(rows, at[1]);
        const Sums sums = sum_over_pieces(rows, workers, [&](const Rows::Piece& piece) {
            const double x = rows.groups[piece.group].x;
            const double fixed = log_gamma(r + x) - log_gamma(r) + r * std::log(at[1]);
            double customers = 0;
            double logs = 0;
            double inverses = 0;
            for (std::uint32_t row = piece.begin; row < piece.end; ++row) {
                customers += rows.count[row];
                logs += rows.count[row] * days.log[rows.age[row]];
                inverses += rows.count[row] * days.inverse[rows.age[row]];
            }
            Sums part;
            part.value = customers * fixed - (r + x) * logs;
            part.slope[0] = customers * (digamma(r + x) - digamma(r) + std::log(at[1])) - logs;
            part.slope[1] = customers * r / at[1] - (r + x) * inverses;
            return part;
        });
        return in_logarithms(sums, at, slope);
    }

    using Family::log_odds;
    LogOdds log_odds(std::span<const double>, double, double, double) const override { return {}; }

    std::unique_ptr<Process> active(std::span<const double> at, double x, double,
                                    double age) const override {
        return std::make_unique<SteadyProcess>(at[0] + x, at[1] + age);
    }
};

}  // namespace

std::unique_ptr<Family> make_nbd() { return std::make_unique<Nbd>(); }

}  // namespace vafa::models
