#include "models/spend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "models/fit.h"
#include "models/rows.h"
#include "models/search.h"
#include "models/special.h"
#include "platform/parallel/parallel.h"

namespace vafa::models {
namespace {

constexpr std::string_view kSpendNames[] = {"p", "q", "v"};
constexpr double kTypicalP = 5, kTypicalQ = 4;
constexpr double kMostCorrelation = 0.3;
constexpr double kMostTimes = 1000;  // upper end of an interval, in times of the mean
constexpr std::size_t kWholeRows = 6000;
constexpr std::size_t kSpendSampleRows = 3000;
constexpr std::size_t kSpendPieceRows = 16'384;

// Customers by number of purchases, so that what depends on x alone is computed once.
struct Groups {
    struct Piece {
        double x = 0;
        std::size_t begin = 0, end = 0;
        double log_sum = 0;
    };
    std::vector<double> totals;  // x times mean
    std::vector<Piece> pieces;
};

Groups groups_of(std::span<const Spend> sorted, std::size_t step) {
    Groups groups;
    for (std::size_t i = 0; i < sorted.size(); i += step) {
        const double x = sorted[i].x;
        if (groups.pieces.empty() || groups.pieces.back().x != x ||
            groups.totals.size() - groups.pieces.back().begin >= kSpendPieceRows)
            groups.pieces.push_back({x, groups.totals.size(), 0, 0});
        groups.totals.push_back(x * sorted[i].mean);
        groups.pieces.back().end = groups.totals.size();
        groups.pieces.back().log_sum += std::log(sorted[i].mean);
    }
    return groups;
}

struct Part {
    double value = 0;
    std::array<double, 3> slope = {};
};

// Fader & Hardie 2013, eq. 1, with the mean's density.
Part part_of(const Groups& groups, const Groups::Piece& piece, std::span<const double> at) {
    const double p = at[0], q = at[1], v = at[2];
    const double shape = p * piece.x;
    double logs = 0;
    double inverses = 0;
    for (std::size_t i = piece.begin; i < piece.end; ++i) {
        const double sum = v + groups.totals[i];
        logs += std::log(sum);
        inverses += 1 / sum;
    }
    const auto n = static_cast<double>(piece.end - piece.begin);
    const double log_x = std::log(piece.x);
    const double both = digamma(shape + q);
    Part part;
    part.value = n * (log_gamma(shape + q) - log_gamma(shape) - log_gamma(q) + q * std::log(v) +
                      shape * log_x) +
                 (shape - 1) * piece.log_sum - (shape + q) * logs;
    part.slope[0] = piece.x * (n * (both - digamma(shape) + log_x) + piece.log_sum - logs);
    part.slope[1] = n * (both - digamma(q) + std::log(v)) - logs;
    part.slope[2] = n * q / v - (shape + q) * inverses;
    return part;
}

Objective objective(const Groups& groups, double scale, unsigned workers) {
    return [&groups, scale, workers](std::span<const double> logs, std::span<double> slope) {
        std::array<double, 3> at{};
        for (std::size_t i = 0; i < 3; ++i) at[i] = std::exp(std::clamp(logs[i], -60.0, 60.0));
        std::vector<Part> parts(groups.pieces.size());
        parallel_for(
            groups.totals.size() < kSpendPieceRows ? 1 : workers, parts.size(),
            [&](unsigned, std::size_t i) { parts[i] = part_of(groups, groups.pieces[i], at); });
        double value = 0;
        std::fill(slope.begin(), slope.end(), 0.0);
        for (const Part& part : parts) {
            value -= scale * part.value;
            for (std::size_t i = 0; i < 3; ++i) slope[i] -= scale * at[i] * part.slope[i];
        }
        return value;
    };
}

double correlation(std::span<const Spend> rows) {
    const auto n = static_cast<double>(rows.size());
    double x = 0, m = 0, xx = 0, mm = 0, xm = 0;
    for (const Spend& row : rows) {
        x += row.x / n;
        m += row.mean / n;
    }
    for (const Spend& row : rows) {
        xx += (row.x - x) * (row.x - x);
        mm += (row.mean - m) * (row.mean - m);
        xm += (row.x - x) * (row.mean - m);
    }
    return xx > 0 && mm > 0 ? xm / std::sqrt(xx) / std::sqrt(mm) : 0;
}

bool is_usable(const Spend& customer) {
    constexpr double kLeastSpend = 1e-9, kMostSpend = 1e15;
    return customer.x > 0 && customer.x <= kMostPurchases && customer.mean >= kLeastSpend &&
           customer.mean <= kMostSpend;
}

std::vector<Warning> warnings_of(const SpendFit& fit, const Found& found, bool prior_used,
                                 bool ignored) {
    std::vector<Warning> warnings;
    const auto warn = [&](bool really, Warning warning) {
        if (really) warnings.push_back(warning);
    };
    warn(ignored, Warning::spend_ignored);
    warn(fit.customers < kFewestCustomers, Warning::too_few_customers);
    warn(prior_used, Warning::prior_used);
    warn(found.at[1] <= 0, Warning::spend_without_mean);
    warn(std::fabs(fit.correlation) > kMostCorrelation, Warning::spend_follows_frequency);
    warn(found.is_at_limit, Warning::at_the_limit);
    warn(!found.is_regular, Warning::flat);
    warn(!found.converged, Warning::not_converged);
    return warnings;
}

}  // namespace

Result<SpendFit> fit_spend(std::span<const Spend> customers, PriorUse prior, unsigned workers) {
    std::vector<Spend> rows;
    std::copy_if(customers.begin(), customers.end(), std::back_inserter(rows), is_usable);
    // Once bought is no repeat and nothing to warn of; bought again for nothing is.
    const bool ignored = std::any_of(customers.begin(), customers.end(),
                                     [](const Spend& s) { return s.x > 0 && !is_usable(s); });
    std::sort(rows.begin(), rows.end(), [](const Spend& a, const Spend& b) {
        return a.x != b.x ? a.x < b.x : a.mean < b.mean;
    });
    SpendFit fit;
    fit.customers = rows.size();
    double purchases = 0;
    double total = 0;
    for (const Spend& row : rows) {
        purchases += row.x;
        total += row.x * row.mean;
    }
    fit.average = purchases > 0 ? total / purchases : 0;
    fit.correlation = correlation(rows);

    const Groups all = groups_of(rows, 1);
    const std::size_t step = rows.size() > kWholeRows ? rows.size() / kSpendSampleRows : 1;
    const Groups some = groups_of(rows, step);
    SearchTask task;
    task.full = objective(all, 1, workers);
    if (step > 1) {
        task.rough.push_back(objective(
            some, static_cast<double>(rows.size()) / static_cast<double>(some.totals.size()), 1));
    }
    const double unit = fit.average > 0 ? fit.average : 1;
    task.centre = {std::log(kTypicalP), std::log(kTypicalQ),
                   std::log(unit * (kTypicalQ - 1) / kTypicalP)};
    task.starts = {task.centre, task.centre};
    task.starts[1][0] -= 1;
    const auto n = static_cast<double>(rows.size());
    const double fading = std::max(0.0, 1 - n / kRepeatersWithoutPrior);
    task.prior_weight = prior == PriorUse::never ? 0 : prior == PriorUse::always ? 1 : fading;
    const Found found = search(task);
    fit.covariance = found.covariance;
    fit.log_likelihood = -found.value;
    fit.evaluations = found.evaluations;
    fit.converged = found.converged;
    for (std::size_t i = 0; i < 3; ++i) {
        Parameter parameter{kSpendNames[i], std::exp(found.at[i])};
        if (found.is_regular)
            parameter.standard_error = parameter.value * std::sqrt(found.covariance.at(i, i));
        fit.parameters.push_back(parameter);
    }
    fit.warnings = warnings_of(fit, found, task.prior_weight > 0, ignored);
    return fit;
}

// The customer's v' is Gamma(q + p x, v + x m), so the mean p / v' is an inverse gamma.
SpendExpectation expect_spend(const SpendFit& fit, const Spend& customer, double confidence) {
    const double p = fit.parameters[0].value;
    const double q = fit.parameters[1].value;
    const double v = fit.parameters[2].value;
    const bool known = is_usable(customer);
    const double shape = q + (known ? p * customer.x : 0);
    const double scale = p * (v + (known ? customer.x * customer.mean : 0));
    // Where mean or variance are not finite, they are taken at the nearest shapes that have them.
    const double first = shape > 1.05 ? scale / (shape - 1) : (known ? customer.mean : fit.average);
    const double sure = std::max(shape, 2.2);
    SpendExpectation result;
    result.mean.value = first;
    result.square = first * first * (sure - 1) / (sure - 2);
    result.within = result.square / p;
    const double tail = (1 - confidence) / 2;
    const double fast = gamma_quantile(1 - tail, shape, shape);
    const double slow = gamma_quantile(tail, shape, shape);
    result.mean.low = std::min(first, scale / fast);
    const double most = kMostTimes * first;
    result.mean.high = slow > 0 ? std::clamp(scale / slow, first, most) : most;
    return result;
}

}  // namespace vafa::models
