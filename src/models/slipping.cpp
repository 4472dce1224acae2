#include "models/slipping.h"

#include <algorithm>

#include "models/fitted.h"
#include "models/special.h"

namespace vafa::models {
namespace {

// The least worth of those who are worth much; everyone's where nobody came back.
double least_of_much(std::span<const History> customers, std::span<const double> worth,
                     double share) {
    std::vector<double> returned;
    for (std::size_t i = 0; i < customers.size(); ++i)
        if (customers[i].x > 0) returned.push_back(worth[i]);
    if (returned.empty()) return 0;
    const auto many = static_cast<std::size_t>(share * static_cast<double>(returned.size()));
    const auto place =
        returned.begin() + static_cast<std::ptrdiff_t>(std::min(many, returned.size() - 1));
    std::nth_element(returned.begin(), place, returned.end(), std::greater<>());
    return *place;
}

}  // namespace

Result<std::vector<Slipping>> slipping_away(const Fit& fit, std::span<const History> customers,
                                            std::span<const double> worth,
                                            const SlippingRule& rule) {
    VAFA_ASSERT(customers.size() == worth.size());
    VAFA_TRY(const Fitted ready, fitted(fit, {}));
    const double least = least_of_much(customers, worth, rule.worth_share);
    std::vector<Slipping> result;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        const History& h = customers[i];
        if (!is_possible(h) || h.x == 0 || worth[i] < least) continue;
        const double t_x = ready.periods(h.t_x);
        const auto alive_at = [&](std::uint32_t day) {
            return logistic(-ready.family->log_odds(ready.at, h.x, t_x, ready.periods(day)).value);
        };
        Slipping one{i, alive_at(h.age), 1, h.age - h.t_x, 0};
        if (one.p_alive >= rule.threshold) continue;
        one.p_alive_before = alive_at(std::max(h.t_x, h.age - std::min(h.age, rule.lately)));
        if (one.p_alive_before < rule.threshold) continue;
        one.due_days =
            fit.days_per_period *
            ready.family->active(ready.at, h.x, t_x, t_x)->waiting_time(rule.overdue_chance);
        if (one.silent_days > one.due_days) result.push_back(one);
    }
    std::stable_sort(result.begin(), result.end(), [&](const Slipping& a, const Slipping& b) {
        return worth[a.customer] > worth[b.customer];
    });
    return result;
}

}  // namespace vafa::models
