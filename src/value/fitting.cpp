#include "value/fitting.h"

#include <algorithm>
#include <cmath>

namespace vafa::value {
namespace {

double seconds_since(TimeMs begin, const Clock& clock) {
    return static_cast<double>(clock.now() - begin) / 1000;
}

bool is_of_contracts(models::Model model) {
    return model == models::Model::sbg || model == models::Model::bdw;
}

void fill(FitAnswer& answer, const std::vector<models::Parameter>& parameters) {
    for (const auto& parameter : parameters) {
        const std::string name(parameter.name);
        answer.parameters.items.emplace_back(name, parameter.value);
        answer.standard_errors.items.emplace_back(name, parameter.standard_error);
    }
}

std::vector<std::string> names_of(const std::vector<models::Warning>& warnings) {
    std::vector<std::string> names;
    for (const auto warning : warnings) names.emplace_back(name_of(warning));
    return names;
}

// Each group but the first has an effect of its own, named by its place.
Result<models::Fit> fit_groups(const Customers& customers, models::Model model,
                               models::FitOptions options) {
    std::vector<double> values;
    for (const std::uint8_t place : customers.group) {
        const auto own = covariates_of(customers, place);
        values.insert(values.end(), own.begin(), own.end());
    }
    for (std::size_t place = 1; place < customers.groups.size(); ++place)
        options.covariates.push_back(std::to_string(place));
    options.covariate_values = values;
    return models::fit(model, customers.histories, options);
}

}  // namespace

models::FitOptions fit_options(const Customers& customers, const Question& question) {
    models::FitOptions options;
    options.days_per_period = days_of(question.period);
    options.workers = question.workers;
    options.k = question.k;
    options.log_gaps = customers.log_gap_days - customers.gaps * std::log(options.days_per_period);
    return options;
}

std::vector<double> covariates_of(const Customers& customers, std::size_t place) {
    std::vector<double> values(customers.groups.size() - 1);
    if (place > 0) values[place - 1] = 1;
    return values;
}

Result<models::Fit> fit_model(const Customers& customers, models::Model model,
                              const Question& question) {
    auto options = fit_options(customers, question);
    if (customers.groups.size() > 1) {
        if (is_of_contracts(model)) return invalid("error.models_no_covariates").at("covariates");
        return fit_groups(customers, model, options);
    }
    if (is_of_contracts(model)) return models::fit_contracts(model, customers.contracts);
    if (model != models::Model::bgbb) return models::fit(model, customers.histories, options);
    options.days_per_period = 1;  // of opportunities
    return models::fit(model, customers.opportunities, options);
}

Result<Calendar> calendar_of(const Store& store, const Question& question, bool holds_out) {
    VAFA_CHECK(check(question));
    const auto end = store.engine.data_end(store.options);
    if (!end) return not_found("error.models_no_orders");
    Calendar calendar;
    calendar.opportunity_days = days_of(question.period);
    calendar.holdout_end = question.holdout_end.value_or(*end);
    calendar.calibration_end = question.calibration_end.value_or(calendar.holdout_end);
    if (!holds_out) {
        calendar.holdout_end = std::max(calendar.calibration_end, calendar.holdout_end);
        return calendar;
    }
    if (!question.calibration_end) {
        VAFA_TRY(const auto summary, store.engine.summary(store.options));
        const Day first = summary.first_day.value_or(calendar.holdout_end);
        calendar.calibration_end = first + (calendar.holdout_end - first) * 2 / 3;
    }
    if (calendar.holdout_end <= calendar.calibration_end)
        return invalid("error.models_holdout").at("holdout-end");
    return calendar;
}

Result<Fitted> fit_for(const Store& store, const Question& question, bool with_spend) {
    Fitted fitted{question, {}, {}, {}, 0, {}, 0};
    if (!question.model) {
        VAFA_TRY(const auto compared, compare_store(store, question));
        fitted.question.model = model_named(compared.best);
    }
    VAFA_TRY(fitted.calendar, calendar_of(store, question, false));
    if (question.covariate.empty()) {
        VAFA_TRY(fitted.customers, read_customers(store.engine, store.options, fitted.calendar));
    } else {
        VAFA_TRY(fitted.customers, read_grouped_customers(store.engine, store.options,
                                                          fitted.calendar, question.covariate));
    }
    const TimeMs begin = store.clock.now();
    VAFA_TRY(fitted.fit, fit_model(fitted.customers, *fitted.question.model, question));
    fitted.seconds = seconds_since(begin, store.clock);
    const auto& spends = fitted.customers.spends;
    const bool anybody_spent =
        std::any_of(spends.begin(), spends.end(), [](const auto& s) { return s.mean > 0; });
    if (!with_spend || !anybody_spent || is_of_contracts(*fitted.question.model)) return fitted;
    const TimeMs spend_begin = store.clock.now();
    VAFA_TRY(fitted.spend,
             models::fit_spend(spends, models::PriorUse::when_few_repeat, question.workers));
    fitted.spend_seconds = seconds_since(spend_begin, store.clock);
    return fitted;
}

std::vector<EffectAnswer> effects_of(const Fitted& fitted) {
    std::vector<EffectAnswer> answers;
    const auto& groups = fitted.customers.groups;
    for (const auto& effect : fitted.fit.effects) {
        const Group& group = groups[std::stoul(effect.covariate)];
        EffectAnswer answer;
        answer.covariate = fitted.question.covariate;
        answer.kind = group.kind;
        if (group.kind == metrics::Part::Kind::value) answer.value = group.value;
        if (groups.front().kind == metrics::Part::Kind::value)
            answer.compared_with = groups.front().value;
        answer.parameter = effect.parameter;
        answer.coefficient = effect.coefficient;
        answer.standard_error = effect.standard_error;
        answers.push_back(std::move(answer));
    }
    return answers;
}

FitAnswer answer_of(const models::Fit& fit, const Question& question, const std::string& end,
                    double seconds) {
    FitAnswer answer;
    answer.model = name_of(fit.model);
    if (fit.model == models::Model::mbgcnbdk) answer.k = fit.k;
    answer.period = question.period;
    answer.calibration_end = end;
    fill(answer, fit.parameters);
    answer.log_likelihood = fit.log_likelihood;
    answer.customers = static_cast<std::int64_t>(fit.customers);
    answer.distinct_rows = static_cast<std::int64_t>(fit.distinct_rows);
    answer.evaluations = fit.evaluations;
    answer.seconds = seconds;
    answer.converged = fit.converged;
    answer.warnings = names_of(fit.warnings);
    return answer;
}

std::optional<FitAnswer> spend_answer(const Fitted& fitted, const std::string& end) {
    if (!fitted.spend) return std::nullopt;
    const auto& spend = *fitted.spend;
    FitAnswer answer;
    answer.model = "gamma_gamma";
    answer.period = fitted.question.period;
    answer.calibration_end = end;
    fill(answer, spend.parameters);
    answer.log_likelihood = spend.log_likelihood;
    answer.customers = static_cast<std::int64_t>(spend.customers);
    answer.distinct_rows = answer.customers;
    answer.evaluations = spend.evaluations;
    answer.seconds = fitted.spend_seconds;
    answer.converged = spend.converged;
    answer.warnings = names_of(spend.warnings);
    return answer;
}

}  // namespace vafa::value
