#include "models/expectations.h"

#include <cmath>

#include "models/fitted.h"
#include "models/predict.h"
#include "models/special.h"

namespace vafa::models {
namespace {

constexpr std::size_t kMostChances = 100'000;

// A customer as of the data end: the chance to be active, and what an active one does.
struct Standing {
    double active = 1;
    std::unique_ptr<Process> process;
};

Result<Standing> standing(const Fit& fit, const Ask& ask, double silence = 0) {
    VAFA_TRY(const Fitted ready, fitted(fit, ask.covariates));
    if (!is_possible(ask.customer)) return invalid("error.models_history").at("customer");
    if (fit.model == Model::bgbb && ask.customer.x > ask.customer.t_x)
        return invalid("error.models_history").at("customer");
    if (!(silence >= 0 && silence <= 1e9)) return invalid("error.models_horizon").at("horizon");
    const double x = ask.customer.x;
    const double t_x = ready.periods(ask.customer.t_x);
    const double age = ready.periods(ask.customer.age) + silence;
    Standing result;
    result.active = logistic(-ready.family->log_odds(ready.at, x, t_x, age).value);
    result.process = ready.family->active(ready.at, x, t_x, age);
    return result;
}

Result<void> check_time(double time) {
    if (time >= 0 && std::isfinite(time)) return {};
    return invalid("error.models_horizon").at("horizon");
}

}  // namespace

Result<double> p_alive(const Fit& fit, const Ask& ask) { return p_alive_after(fit, ask, 0); }

Result<double> p_alive_after(const Fit& fit, const Ask& ask, double silence) {
    VAFA_TRY(const Standing now, standing(fit, ask, silence));
    return now.active;
}

Result<double> expected_between(const Fit& fit, const Ask& ask, double from, double to) {
    VAFA_CHECK(check_time(from));
    VAFA_CHECK(check_time(to));
    if (to < from) return invalid("error.models_horizon").at("horizon");
    VAFA_TRY(const Standing now, standing(fit, ask));
    return now.active * (now.process->expected(to) - now.process->expected(from));
}

Result<std::vector<double>> purchase_chances(const Fit& fit, const Ask& ask, double time,
                                             std::size_t size) {
    VAFA_CHECK(check_time(time));
    if (size > kMostChances) return invalid("error.models_horizon").at("size");
    VAFA_TRY(const Standing now, standing(fit, ask));
    auto chances = now.process->chances(time, size);
    for (double& chance : chances) chance *= now.active;
    if (!chances.empty()) chances[0] += 1 - now.active;
    return chances;
}

Result<double> discounted_purchases(const Fit& fit, const Ask& ask, double discount,
                                    std::optional<double> horizon) {
    if (!(discount >= 0) || !std::isfinite(discount))
        return invalid("error.models_discount").at("discount");
    if (horizon) VAFA_CHECK(check_time(*horizon));
    VAFA_TRY(const Standing now, standing(fit, ask));
    const double endless = discount > 0 ? HUGE_VAL : kForEverDays / fit.days_per_period;
    return now.active * now.process->discounted(discount, horizon.value_or(endless));
}

Result<double> expected_of_new(const Fit& fit, double time) {
    return expected_between(fit, {}, 0, time);
}

Result<std::vector<double>> purchase_chances_of_new(const Fit& fit, double time, std::size_t size) {
    return purchase_chances(fit, {}, time, size);
}

}  // namespace vafa::models
