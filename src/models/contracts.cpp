#include "models/contracts.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "models/beta_survival.h"
#include "models/fit.h"
#include "models/rows.h"
#include "models/search.h"
#include "models/special.h"

namespace vafa::models {
namespace {

constexpr std::string_view kContractNames[] = {"alpha", "beta", "c"};
constexpr double kTypical[] = {0.8, 2.5, 1};
constexpr double kMostRenewals = 20'000;

struct Lines {
    std::map<std::pair<std::uint32_t, bool>, double> counts;
    double contracts = 0, ended = 0;
    std::uint64_t ignored = 0;
};

Lines lines_of(std::span<const Contract> contracts) {
    Lines lines;
    for (const Contract& c : contracts) {
        if (c.periods > kMostDays || (c.ended && c.periods == 0)) {
            ++lines.ignored;
            continue;
        }
        ++lines.counts[{c.periods, c.ended}];
        ++lines.contracts;
        if (c.ended) ++lines.ended;
    }
    return lines;
}

std::vector<double> plain(const Fit& fit) {
    std::vector<double> at;
    for (const Parameter& parameter : fit.parameters) at.push_back(parameter.value);
    return at;
}

// A function of the parameters' logarithms and the half-width of its interval, by the delta method.
template <class F>
Estimate with_interval(const Fit& fit, double confidence, F&& f) {
    constexpr double kStep = 1e-4;
    auto at = plain(fit);
    Estimate estimate{f(at)};
    std::vector<double> slope(at.size());
    for (std::size_t i = 0; i < at.size(); ++i) {
        const double value = at[i];
        at[i] = value * std::exp(kStep);
        const double above = f(at);
        at[i] = value * std::exp(-kStep);
        slope[i] = (above - f(at)) / (2 * kStep);
        at[i] = value;
    }
    const double half = normal_quantile((1 + confidence) / 2) *
                        std::sqrt(std::max(0.0, fit.covariance.form(slope)));
    estimate.low = std::max(0.0, estimate.value - half);
    estimate.high = estimate.value + half;
    return estimate;
}

// The number of renewals that this single contract will see, joined to the parameters' share.
void widen(Estimate& estimate, double low, double high) {
    const double below = std::max(0.0, estimate.value - low);
    const double above = std::max(0.0, high - estimate.value);
    estimate.low = std::max(0.0, estimate.value - std::hypot(estimate.value - estimate.low, below));
    estimate.high = estimate.value + std::hypot(estimate.high - estimate.value, above);
}

class Remaining {
public:
    explicit Remaining(std::uint32_t periods) : periods_(periods) {}
    double survives(std::span<const double> at, double t) const {
        return std::exp(log_survival(at, periods_ + t).value - log_survival(at, periods_).value);
    }
    double sum(std::span<const double> at, double horizon, double discount) const {
        const double worth = 1 / (1 + discount);
        double total = 0;
        double factor = 1;
        for (double t = 1; t <= horizon; ++t) {
            factor *= worth;
            const double term = factor * survives(at, t);
            total += term;
            if (term < 1e-12 * total) break;
        }
        return total;
    }
    // The renewals this contract reaches with a chance of at least `tail`, discounted.
    double reached(std::span<const double> at, double tail, double horizon, double discount) const {
        double total = 0;
        double factor = 1;
        for (double t = 1; t <= horizon && survives(at, t) >= tail; ++t) {
            factor /= 1 + discount;
            if (factor < 1e-12) break;
            total += factor;
        }
        return total;
    }

private:
    double periods_;
};

}  // namespace

Result<Fit> fit_contracts(Model model, std::span<const Contract> contracts, PriorUse prior) {
    if (model != Model::sbg && model != Model::bdw)
        return invalid("error.models_needs_purchases").at("model");
    const Lines lines = lines_of(contracts);
    const std::size_t size = model == Model::sbg ? 2 : 3;
    SearchTask task;
    task.full = [&](std::span<const double> at, std::span<double> slope) {
        std::vector<double> values(at.size());
        std::transform(at.begin(), at.end(), values.begin(),
                       [](double x) { return std::exp(std::clamp(x, -60.0, 60.0)); });
        std::fill(slope.begin(), slope.end(), 0.0);
        double value = 0;
        for (const auto& [line, count] : lines.counts) {
            const auto one =
                line.second ? log_ending(values, line.first) : log_survival(values, line.first);
            value -= count * one.value;
            for (std::size_t i = 0; i < slope.size(); ++i) slope[i] -= count * one.slope[i];
        }
        return value;
    };
    for (std::size_t i = 0; i < size; ++i) task.centre.push_back(std::log(kTypical[i]));
    task.starts = {task.centre, task.centre};
    task.starts[1][1] += 1.5;
    const double fading = std::max(0.0, 1 - lines.ended / kRepeatersWithoutPrior);
    task.prior_weight = prior == PriorUse::never ? 0 : prior == PriorUse::always ? 1 : fading;
    const Found found = search(task);

    Fit fit;
    fit.model = model;
    fit.days_per_period = 1;
    fit.covariance = found.covariance;
    fit.log_likelihood = -found.value;
    fit.customers = static_cast<std::uint64_t>(lines.contracts);
    fit.distinct_rows = lines.counts.size();
    fit.evaluations = found.evaluations;
    fit.converged = found.converged;
    for (std::size_t i = 0; i < size; ++i) {
        Parameter parameter{kContractNames[i], std::exp(found.at[i])};
        if (found.is_regular)
            parameter.standard_error = parameter.value * std::sqrt(found.covariance.at(i, i));
        fit.parameters.push_back(parameter);
    }
    const auto warn = [&](bool really, Warning warning) {
        if (really) fit.warnings.push_back(warning);
    };
    warn(lines.ignored > 0, Warning::rows_ignored);
    warn(fit.customers < kFewestCustomers, Warning::too_few_customers);
    warn(task.prior_weight > 0, Warning::prior_used);
    warn(lines.ended == 0, Warning::no_dropout);
    warn(found.is_at_limit, Warning::at_the_limit);
    warn(!found.is_regular, Warning::flat);
    warn(!found.converged, Warning::not_converged);
    return fit;
}

double contract_survival(const Fit& fit, double t) {
    return std::exp(log_survival(plain(fit), std::clamp(t, 0.0, 1e6)).value);
}

Result<ContractPrediction> predict_contract(const Fit& fit, std::uint32_t periods,
                                            const ContractOptions& options) {
    if (fit.model != Model::sbg && fit.model != Model::bdw)
        return invalid("error.models_needs_purchases").at("model");
    if (periods > kMostDays) return invalid("error.models_history").at("periods");
    if (options.horizon > kMostRenewals) return invalid("error.models_horizon").at("horizon");
    if (!(options.discount_per_period >= 0 && options.discount_per_period <= 10))
        return invalid("error.models_discount").at("discount");
    if (!(options.confidence > 0 && options.confidence < 1))
        return invalid("error.models_confidence").at("confidence");
    const Remaining rest(periods);
    const auto at = plain(fit);
    const double tail = (1 - options.confidence) / 2;
    const double discount = options.discount_per_period;
    using At = std::span<const double>;
    ContractPrediction p;
    p.renews = with_interval(fit, options.confidence, [&](At a) { return rest.survives(a, 1); });
    p.survives = with_interval(fit, options.confidence,
                               [&](At a) { return rest.survives(a, options.horizon); });
    for (Estimate* chance : {&p.renews, &p.survives}) chance->high = std::min(1.0, chance->high);
    p.renewals = with_interval(fit, options.confidence,
                               [&](At a) { return rest.sum(a, options.horizon, 0); });
    widen(p.renewals, rest.reached(at, 1 - tail, options.horizon, 0),
          rest.reached(at, tail, options.horizon, 0));
    p.renewals.high = std::min<double>(p.renewals.high, options.horizon);
    p.discounted = with_interval(fit, options.confidence,
                                 [&](At a) { return rest.sum(a, kMostRenewals, discount); });
    widen(p.discounted, rest.reached(at, 1 - tail, kMostRenewals, discount),
          rest.reached(at, tail, kMostRenewals, discount));
    return p;
}

}  // namespace vafa::models
