#pragma once

#include "models/family.h"

namespace vafa::models {

// What BG/NBD, MBG/NBD and their CNBD-k kin share: purchases come when k events of a Poisson stream
// of rate Gamma(r, alpha) have passed, and a customer may leave after a purchase with a chance that
// is Beta(a, b). Platzer & Reutterer 2016, "Ticking away the moments", eq. 5 to 8; k = 1 gives
// Fader, Hardie & Lee 2005 and Batislam et al. 2007.
class CoinFamily : public Family {
public:
    // `leaves_at_birth`: the first purchase is followed by a coin, too (the M of MBG).
    CoinFamily(bool leaves_at_birth, std::uint32_t k) : first_(leaves_at_birth ? 1 : 0), k_(k) {}

    std::span<const std::string_view> names() const override;
    std::vector<bool> are_times() const override { return {false, true, false, false}; }
    double log_likelihood(const Rows& rows, std::span<const double> at, std::span<double> slope,
                          unsigned workers) const override;
    using Family::log_odds;
    LogOdds log_odds(std::span<const double> at, double x, double t_x, double age) const override;
    std::unique_ptr<Process> active(std::span<const double> at, double x, double t_x,
                                    double age) const override;
    bool depends_on_t_x() const override { return k_ > 1; }

private:
    double first_;
    std::uint32_t k_;
};

}  // namespace vafa::models
