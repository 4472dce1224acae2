#include "value/predictions.h"

#include <algorithm>
#include <cmath>

namespace vafa::value {
namespace {

bool is_of_contracts(const Fitted& fitted) {
    return fitted.fit.model == models::Model::sbg || fitted.fit.model == models::Model::bdw;
}

}  // namespace

Result<Predictions> Predictions::make(const Fitted& fitted, const Wish& wish) {
    Predictions made(fitted);
    const double horizon = wish.horizon.value_or(fitted.question.periods_ahead());
    if (is_of_contracts(fitted)) {
        VAFA_CHECK(made.ask_contracts(horizon));
        return made;
    }
    const bool by_opportunity = fitted.fit.model == models::Model::bgbb;
    models::PredictOptions options;
    options.horizon = horizon;
    options.discount_per_period = fitted.question.discount_per_period();
    options.margin = fitted.question.margin;
    options.confidence = fitted.question.confidence;
    options.intervals = wish.intervals;
    options.workers = fitted.question.workers;
    const auto& customers =
        by_opportunity ? fitted.customers.opportunities : fitted.customers.histories;
    const auto* spend = wish.with_spend && fitted.spend ? &*fitted.spend : nullptr;
    if (!fitted.fit.effects.empty()) {
        VAFA_CHECK(made.ask_groups(options, spend));
        return made;
    }
    VAFA_TRY(auto scorer, models::Scorer::make(fitted.fit, customers, options, spend));
    made.scorers_.push_back(std::move(scorer));
    return made;
}

Result<void> Predictions::ask_groups(const models::PredictOptions& options,
                                     const models::SpendFit* spend) {
    const auto& all = fitted_->customers;
    std::vector<std::vector<models::History>> histories(all.groups.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& own = histories[all.group[i]];
        places_.push_back(static_cast<std::uint32_t>(own.size()));
        own.push_back(all.histories[i]);
    }
    for (std::size_t place = 0; place < histories.size(); ++place) {
        const auto covariates = covariates_of(all, place);
        models::PredictOptions of_group = options;
        of_group.covariates = covariates;
        VAFA_TRY(auto scorer,
                 models::Scorer::make(fitted_->fit, histories[place], of_group, spend));
        scorers_.push_back(std::move(scorer));
    }
    return {};
}

// Being there is to renew next time; a discount of contracts falls on whole periods.
Result<void> Predictions::ask_contracts(double horizon) {
    models::ContractOptions options;
    options.horizon = static_cast<std::uint32_t>(std::max(1.0, std::round(horizon)));
    options.discount_per_period = std::expm1(fitted_->question.discount_per_period());
    options.confidence = fitted_->question.confidence;
    std::uint32_t longest = 0;
    for (const auto& contract : fitted_->customers.contracts)
        longest = std::max(longest, contract.periods);
    for (std::uint32_t periods = 0; periods <= longest; ++periods) {
        VAFA_TRY(const auto found, models::predict_contract(fitted_->fit, periods, options));
        models::Prediction prediction;
        prediction.p_alive = found.renews;
        prediction.expected_purchases = found.renewals;
        prediction.dert = found.discounted;
        of_contracts_.push_back(prediction);
    }
    return {};
}

models::Prediction Predictions::at(std::size_t customer) const {
    const auto& all = fitted_->customers;
    const double mean_spend = all.spends[customer].mean;
    if (!places_.empty()) return scorers_[all.group[customer]].at(places_[customer], mean_spend);
    if (!scorers_.empty()) return scorers_.front().at(customer, mean_spend);
    const auto& contract = all.contracts[customer];
    return contract.ended ? models::Prediction{} : of_contracts_[contract.periods];
}

Predictions::Seen Predictions::seen(std::size_t customer) const {
    const auto& all = fitted_->customers;
    const bool whole = is_of_contracts(*fitted_) || fitted_->fit.model == models::Model::bgbb;
    const models::History& h = whole ? all.opportunities[customer] : all.histories[customer];
    const double unit = whole ? 1 : fitted_->fit.days_per_period;
    return {static_cast<double>(h.x), h.t_x / unit, h.age / unit};
}

}  // namespace vafa::value
