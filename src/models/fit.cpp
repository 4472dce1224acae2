#include "models/fit.h"

#include <algorithm>
#include <cmath>
#include <list>

#include "models/family.h"
#include "models/profiles.h"
#include "models/search.h"
#include "models/special.h"

namespace vafa::models {
namespace {

// Stores of many rows are fitted on some that stand for all, then on more, then on all.
constexpr std::size_t kSampleRows = 800;
constexpr std::size_t kSampleGrowth = 25;
constexpr double kAlikeShape = 100;   // Gamma(r) with r above: rates differ by under a tenth
constexpr double kNobodyLeft = 0.01;  // share of customers thought gone
constexpr std::uint32_t kMostOpportunities = 5000;
constexpr std::uint32_t kMostRegular = 6;  // the k tried for MBG/CNBD-k

class Fitting {
public:
    Fitting(Model model, std::uint32_t k, const FitOptions& options,
            const std::vector<Profile>& profiles)
        : model_(model),
          k_(k),
          options_(options),
          profiles_(profiles),
          family_(family_of(model, k)),
          size_(family_->names().size()),
          moved_(options.covariates.empty() ? std::vector<Moved>{} : moved_by_covariates(model)) {
        for (const Profile& profile : profiles) {
            customers_ += profile.rows.customers;
            repeaters_ += profile.rows.repeaters;
            purchases_ += profile.rows.purchases;
            distinct_ += profile.rows.size();
            ignored_ += profile.rows.ignored;
            for (std::size_t row = 0; row < profile.rows.size(); ++row)
                exposure_ += profile.rows.count[row] * profile.rows.periods(profile.rows.age[row]);
        }
    }

    Fit run() {
        SearchTask task;
        task.full = objective(profiles_);
        std::list<std::vector<Profile>> samples;
        for (std::size_t rows = kSampleRows; 2 * rows < distinct_; rows *= kSampleGrowth) {
            samples.push_back(sampled(rows));
            task.rough.push_back(objective(samples.back()));
        }
        task.centre = centre();
        task.starts = starts(task.centre);
        task.prior_weight = prior_weight();
        task.prior_deviation = kPriorDeviation;
        task.workers = options_.workers;
        const Found found = search(task);
        return answer(found, task.prior_weight > 0);
    }

private:
    std::vector<Profile> sampled(std::size_t rows) const {
        std::vector<Profile> result;
        for (const Profile& profile : profiles_) {
            const double share = profile.rows.customers / customers_;
            const auto wanted = static_cast<std::size_t>(share * static_cast<double>(rows)) + 1;
            result.push_back({profile.covariates, sample(profile.rows, wanted)});
        }
        return result;
    }

    Objective objective(const std::vector<Profile>& profiles) const {
        return [this, &profiles](std::span<const double> at, std::span<double> slope) {
            std::fill(slope.begin(), slope.end(), 0.0);
            std::vector<double> part(size_);
            double value = 0;
            for (const Profile& profile : profiles) {
                const auto parameters = parameters_of(at, size_, moved_, profile.covariates);
                value -= family_->log_likelihood(profile.rows, parameters, part, options_.workers);
                for (std::size_t i = 0; i < size_; ++i) slope[i] -= part[i];
                const std::size_t width = profile.covariates.size();
                for (std::size_t m = 0; m < moved_.size(); ++m) {
                    for (std::size_t c = 0; c < width; ++c) {
                        slope[size_ + m * width + c] -=
                            moved_[m].sign * part[moved_[m].parameter] * profile.covariates[c];
                    }
                }
            }
            return value;
        };
    }

    std::vector<double> centre() const {
        std::vector<double> result = family_->typical();
        const auto times = family_->are_times();
        for (std::size_t i = 0; i < size_; ++i)
            result[i] = std::log(result[i] / (times[i] ? options_.days_per_period : 1));
        result.resize(size_ + moved_.size() * options_.covariates.size());
        return result;
    }

    // The typical store; one with this store's pace; and one whose customers hardly leave.
    std::vector<std::vector<double>> starts(const std::vector<double>& centre) const {
        std::vector<std::vector<double>> result{centre, centre, centre};
        if (model_ != Model::bgbb && purchases_ > 0 && exposure_ > 0)
            result[1][1] = centre[0] - std::log(2 * k_ * purchases_ / exposure_);
        result[2][0] += 0.7;
        result[2][1] = result[1][1] + 0.7;
        if (size_ > 2) result[2][2] -= 1.5;
        return result;
    }

    double prior_weight() const {
        if (options_.prior == PriorUse::never) return 0;
        if (options_.prior == PriorUse::always) return 1;
        return std::max(0.0, 1 - repeaters_ / kRepeatersWithoutPrior);
    }

    Fit answer(const Found& found, bool prior_used) const {
        Fit fit;
        fit.model = model_;
        fit.k = k_;
        fit.days_per_period = options_.days_per_period;
        fit.covariance = found.covariance;
        fit.log_likelihood = -found.value;
        fit.customers = static_cast<std::uint64_t>(customers_);
        fit.distinct_rows = distinct_;
        fit.evaluations = found.evaluations;
        fit.converged = found.converged;
        for (std::size_t i = 0; i < size_; ++i) {
            Parameter parameter{family_->names()[i], std::exp(found.at[i])};
            if (found.is_regular)
                parameter.standard_error = parameter.value * std::sqrt(found.covariance.at(i, i));
            fit.parameters.push_back(parameter);
        }
        for (std::size_t m = 0; m < moved_.size(); ++m) {
            for (std::size_t c = 0; c < options_.covariates.size(); ++c) {
                const std::size_t i = size_ + m * options_.covariates.size() + c;
                CovariateEffect effect{options_.covariates[c],
                                       family_->names()[moved_[m].parameter], found.at[i]};
                if (found.is_regular) effect.standard_error = std::sqrt(found.covariance.at(i, i));
                fit.effects.push_back(effect);
            }
        }
        fit.warnings = warnings(found, prior_used);
        return fit;
    }

    std::vector<Warning> warnings(const Found& found, bool prior_used) const {
        std::vector<Warning> result;
        const auto warn = [&](bool really, Warning warning) {
            if (really) result.push_back(warning);
        };
        warn(ignored_ > 0, Warning::rows_ignored);
        warn(customers_ < kFewestCustomers, Warning::too_few_customers);
        warn(prior_used, Warning::prior_used);
        warn(repeaters_ == 0, Warning::nobody_repeats);
        // Of opportunities everyone may well have had equally many.
        warn(model_ != Model::bgbb && is_one_birthday(), Warning::one_birthday);
        warn(size_ > 2 && share_gone(found) < kNobodyLeft, Warning::no_dropout);
        warn(model_ != Model::bgbb && found.at[0] > std::log(kAlikeShape), Warning::no_differences);
        warn(found.is_at_limit, Warning::at_the_limit);
        warn(!found.is_regular, Warning::flat);
        warn(!found.converged, Warning::not_converged);
        return result;
    }

    bool is_one_birthday() const {
        std::uint32_t youngest = kMostDays;
        std::uint32_t oldest = 0;
        for (const Profile& profile : profiles_) {
            for (const std::uint32_t age : profile.rows.age) {
                youngest = std::min(youngest, age);
                oldest = std::max(oldest, age);
            }
        }
        return customers_ > 1 && youngest == oldest;
    }

    // Of a sample, since it need not be exact.
    double share_gone(const Found& found) const {
        double gone = 0;
        double customers = 0;
        for (const Profile& profile : profiles_) {
            const auto at = parameters_of(found.at, size_, moved_, profile.covariates);
            const Rows some = sample(profile.rows, kSampleRows);
            std::vector<LogOdds> odds(some.size());
            family_->log_odds(at, some, 1, odds);
            for (std::size_t row = 0; row < odds.size(); ++row)
                gone += some.count[row] * logistic(odds[row].value);
            customers += some.customers;
        }
        return customers > 0 ? gone / customers : 1;
    }

    Model model_;
    std::uint32_t k_;
    const FitOptions& options_;
    const std::vector<Profile>& profiles_;
    std::unique_ptr<Family> family_;
    std::size_t size_;
    std::vector<Moved> moved_;
    double customers_ = 0, repeaters_ = 0, purchases_ = 0, exposure_ = 0;
    std::uint64_t distinct_ = 0, ignored_ = 0;
};

// For BG/BB: who bought more often than there were opportunities is passed on as impossible.
std::vector<History> opportunities_of(std::span<const History> customers) {
    constexpr History kImpossible{0, 1, 0};
    std::vector<History> result(customers.begin(), customers.end());
    for (History& history : result) {
        const bool is_last_taken = (history.x > 0) == (history.t_x > 0);
        if (history.x > history.t_x || !is_last_taken || history.age > kMostOpportunities)
            history = kImpossible;
    }
    return result;
}

Result<void> check(Model model, std::size_t customers, const FitOptions& options) {
    if (!(options.days_per_period > 0) || !std::isfinite(options.days_per_period))
        return invalid("error.models_period").at("period");
    if (model == Model::sbg || model == Model::bdw)
        return invalid("error.models_needs_contracts").at("model");
    if (model == Model::mbgcnbdk && options.k > kMostRegular)
        return invalid("error.models_regularity").at("k");
    if (model == Model::bgbb && options.days_per_period != 1)
        return invalid("error.models_opportunities").at("period");
    if (options.covariates.empty()) return {};
    if (moved_by_covariates(model).empty())
        return invalid("error.models_no_covariates").at("covariates");
    if (options.covariate_values.size() != customers * options.covariates.size())
        return invalid("error.models_covariate_count").at("covariates");
    for (const double value : options.covariate_values)
        if (!(std::fabs(value) <= 1e6))
            return invalid("error.models_covariate_value").at("covariates");
    return {};
}

}  // namespace

Result<Fit> fit(Model model, std::span<const History> customers, const FitOptions& options) {
    VAFA_CHECK(check(model, customers.size(), options));
    if (model == Model::bgbb) {
        const auto opportunities = profiles_of(opportunities_of(customers), options);
        return Fitting(model, 1, options, opportunities).run();
    }
    auto profiles = profiles_of(customers, options);
    if (model != Model::mbgcnbdk) return Fitting(model, 1, options, profiles).run();
    for (auto& profile : profiles) profile.rows.log_gaps = options.log_gaps.value_or(0);
    if (options.k > 0 || !options.log_gaps)
        return Fitting(model, options.k > 0 ? options.k : 2, options, profiles).run();
    // The likelihood rises with k to one maximum.
    Fit best = Fitting(model, 1, options, profiles).run();
    for (std::uint32_t k = 2; k <= kMostRegular; ++k) {
        Fit next = Fitting(model, k, options, profiles).run();
        if (next.log_likelihood <= best.log_likelihood) break;
        best = std::move(next);
    }
    return best;
}

}  // namespace vafa::models
