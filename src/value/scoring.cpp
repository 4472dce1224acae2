#include "value/scoring.h"

#include <algorithm>
#include <cmath>

#include "platform/parallel/parallel.h"
#include "value/predictions.h"

namespace vafa::value {
namespace {

constexpr std::size_t kPiece = 4096;
constexpr std::size_t kBins = 10;

// Of purchase days; nothing where the model speaks of opportunities or contracts.
bool is_by_day(const Fitted& fitted) {
    const auto model = fitted.fit.model;
    return model != models::Model::bgbb && model != models::Model::sbg &&
           model != models::Model::bdw;
}

void set_next(Score& score, const models::Estimate& next, double unit) {
    if (!(next.value > 0 && next.value * unit <= kFarthestDays)) return;
    const auto days = [&](double periods) {
        const double ahead = std::min(std::ceil(periods * unit), 4 * kFarthestDays);
        return static_cast<std::uint16_t>(std::max(1.0, ahead));
    };
    score.next_days = days(next.value);
    score.next_low = days(next.low);
    score.next_high = days(next.high);
}

float as_float(double value) { return static_cast<float>(value); }

Score score_of(const Fitted& fitted, const models::Prediction& p, std::size_t i) {
    Score score;
    score.id = fitted.customers.id[i];
    score.p_alive = as_float(p.p_alive.value);
    score.p_alive_low = as_float(p.p_alive.low);
    score.p_alive_high = as_float(p.p_alive.high);
    score.purchases = as_float(p.expected_purchases.value);
    score.purchases_low = as_float(p.expected_purchases.low);
    score.purchases_high = as_float(p.expected_purchases.high);
    if (p.value) {
        score.value = as_float(p.value->value);
        score.value_low = as_float(p.value->low);
        score.value_high = as_float(p.value->high);
    }
    if (p.lifetime_value) score.lifetime_value = as_float(p.lifetime_value->value);
    set_next(score, p.next_purchase, days_of(fitted.question.period));
    return score;
}

Result<void> mark_slipping(const Fitted& fitted, std::vector<Score>& scores) {
    const auto& all = fitted.customers;
    if (!is_by_day(fitted)) return {};
    VAFA_TRY(const auto found, models::slipping_away(fitted.fit, all.histories, all.revenue_minor));
    for (const auto& one : found) {
        Score& score = scores[one.customer];
        score.flags |= Score::kSlipping;
        score.p_alive_before = as_float(one.p_alive_before);
        score.due_days = static_cast<std::uint16_t>(std::min(one.due_days, 65'535.0));
    }
    return {};
}

}  // namespace

Result<std::vector<Score>> score_customers(const Fitted& fitted, Detail detail) {
    const bool whole = detail == Detail::intervals;
    VAFA_TRY(const auto year, Predictions::make(fitted, {.intervals = whole}));
    std::optional<Predictions> month;
    if (whole) {
        const double periods = static_cast<double>(kCheckDays) / days_of(fitted.question.period);
        VAFA_TRY(auto made, Predictions::make(fitted, {.horizon = periods, .with_spend = false}));
        month.emplace(std::move(made));
    }
    std::vector<Score> scores(fitted.customers.size());
    const std::size_t pieces = (scores.size() + kPiece - 1) / kPiece;
    parallel_for(fitted.question.workers, pieces, [&](unsigned, std::size_t piece) {
        const std::size_t end = std::min(scores.size(), (piece + 1) * kPiece);
        for (std::size_t i = piece * kPiece; i < end; ++i) {
            scores[i] = score_of(fitted, year.at(i), i);
            if (!month) continue;
            const models::Prediction p = month->at(i);
            scores[i].month_purchases = as_float(p.expected_purchases.value);
            scores[i].month_chance = as_float(p.p_purchase);
        }
    });
    VAFA_CHECK(mark_slipping(fitted, scores));
    return scores;
}

ScoreAnswer sum_up(const Fitted& fitted, const std::vector<Score>& scores, const std::string& end) {
    ScoreAnswer answer;
    answer.fit = answer_of(fitted.fit, fitted.question, end, fitted.seconds);
    answer.spend = spend_answer(fitted, end);
    answer.horizon = fitted.question.periods_ahead();
    answer.customers_by_p_alive.resize(kBins);
    std::vector<double> values;
    double total = 0;
    for (const Score& score : scores) {
        const auto bin = static_cast<std::size_t>(score.p_alive * kBins);
        ++answer.customers_by_p_alive[std::min(kBins - 1, bin)];
        answer.active += score.p_alive;
        answer.expected_purchases += score.purchases;
        answer.slipping_away += score.is_slipping() ? 1 : 0;
        if (!fitted.spend) continue;
        values.push_back(score.value);
        total += score.value;
    }
    if (!fitted.spend || values.empty()) return answer;
    answer.expected_value_minor = total;
    for (const auto& tenth : models::tenths(values, fitted.customers.revenue_minor))
        answer.tenths.push_back(
            {static_cast<std::int64_t>(tenth.customers), tenth.expected, tenth.actual});
    return answer;
}

}  // namespace vafa::value
