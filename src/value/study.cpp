#include "value/study.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/ids.h"
#include "value/fitting.h"
#include "value/predictions.h"
#include "value/scoring.h"

namespace vafa::value {
namespace {

constexpr std::size_t kMostSlipping = 100;  // named; all are counted

std::string label(const Store& store, Day day) {
    return day_label(store.options.rules.calendar, day);
}

std::string id_of(std::int64_t customer) { return to_string(CustomerId{customer}); }

Interval as_interval(const models::Estimate& e) { return {e.value, e.low, e.high}; }

std::optional<Interval> as_interval(const std::optional<models::Estimate>& e) {
    if (!e) return std::nullopt;
    return as_interval(*e);
}

CustomerAnswer answer_of(const Store& store, const Fitted& fitted, const Predictions& predictions,
                         std::size_t i) {
    const models::Prediction p = predictions.at(i);
    const auto seen = predictions.seen(i);
    CustomerAnswer answer;
    answer.customer = id_of(fitted.customers.id[i]);
    answer.x = seen.x;
    answer.t_x = seen.t_x;
    answer.T = seen.age;
    answer.p_alive = as_interval(p.p_alive);
    answer.expected_purchases = as_interval(p.expected_purchases);
    answer.expected_value_minor = as_interval(p.value);
    answer.dert = as_interval(p.dert);
    answer.lifetime_value_minor = as_interval(p.lifetime_value);
    const double unit = days_of(fitted.question.period);
    if (p.next_purchase.value > 0 && p.next_purchase.value * unit <= kFarthestDays) {
        const auto day = [&](double periods) {
            const double ahead = std::min(std::ceil(periods * unit), 4 * kFarthestDays);
            return label(store, fitted.calendar.calibration_end + static_cast<Day>(ahead));
        };
        answer.next_order = {day(p.next_purchase.value), day(p.next_purchase.low),
                             day(p.next_purchase.high)};
    }
    return answer;
}

Result<std::vector<std::size_t>> places_of(const Customers& all,
                                           const std::optional<std::vector<std::int64_t>>& asked) {
    std::vector<std::size_t> places;
    if (!asked) {
        for (std::size_t i = 0; i < all.size(); ++i) places.push_back(i);
        return places;
    }
    for (const std::int64_t id : *asked) {
        const auto found = std::lower_bound(all.id.begin(), all.id.end(), id);
        if (found == all.id.end() || *found != id)
            return not_found("error.models_no_such_customer").at("customer");
        places.push_back(static_cast<std::size_t>(found - all.id.begin()));
    }
    return places;
}

// Those who were worth most.
void name_slipping(ScoreAnswer& answer, const Fitted& fitted, const std::vector<Score>& scores) {
    const auto& all = fitted.customers;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < scores.size(); ++i)
        if (scores[i].is_slipping()) places.push_back(i);
    std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
        return all.revenue_minor[a] > all.revenue_minor[b];
    });
    if (places.size() > kMostSlipping) places.resize(kMostSlipping);
    for (const std::size_t i : places) {
        const auto& history = all.histories[i];
        answer.slipping.push_back({id_of(all.id[i]), scores[i].p_alive, scores[i].p_alive_before,
                                   history.age - history.t_x,
                                   static_cast<double>(scores[i].due_days), all.revenue_minor[i]});
    }
}

}  // namespace

Result<FitAnswer> fit_store(const Store& store, const Question& question) {
    VAFA_TRY(const auto fitted, fit_for(store, question, false));
    FitAnswer answer = value::answer_of(
        fitted.fit, question, label(store, fitted.calendar.calibration_end), fitted.seconds);
    answer.effects = effects_of(fitted);
    return answer;
}

Result<PredictAnswer> predict_store(const Store& store, const Question& question,
                                    const std::optional<std::vector<std::int64_t>>& customers) {
    VAFA_TRY(const auto fitted, fit_for(store, question, true));
    VAFA_TRY(const auto places, places_of(fitted.customers, customers));
    VAFA_TRY(const auto predictions, Predictions::make(fitted, {}));
    const std::string end = label(store, fitted.calendar.calibration_end);
    PredictAnswer answer;
    answer.fit = value::answer_of(fitted.fit, question, end, fitted.seconds);
    answer.fit.effects = effects_of(fitted);
    answer.spend = spend_answer(fitted, end);
    answer.horizon = question.periods_ahead();
    for (const std::size_t i : places)
        answer.customers.push_back(answer_of(store, fitted, predictions, i));
    return answer;
}

Result<ScoreAnswer> score_store(const Store& store, const Question& question) {
    VAFA_TRY(const auto fitted, fit_for(store, question, true));
    VAFA_TRY(const auto scores, score_customers(fitted, Detail::means));
    ScoreAnswer answer = sum_up(fitted, scores, label(store, fitted.calendar.calibration_end));
    name_slipping(answer, fitted, scores);
    return answer;
}

}  // namespace vafa::value
