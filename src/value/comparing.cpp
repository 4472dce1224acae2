#include <array>

#include "value/fitting.h"
#include "value/predictions.h"
#include "value/study.h"

namespace vafa::value {
namespace {

using models::Model;

constexpr Model kCompared[] = {Model::nbd, Model::bgnbd, Model::mbgnbd, Model::paretonbd,
                               Model::mbgcnbdk};

JudgementAnswer as_answer(const models::Judgement& j) {
    return {
        j.expected,          j.actual,   j.bias, j.mean_absolute_error, j.root_mean_square_error,
        j.calibration_error, j.log_score};
}

// How the model that is kept did, tenth by tenth, bin by bin and week by week.
Result<void> add_details(CompareAnswer& answer, const Store& store, const Fitted& fitted,
                         double horizon) {
    models::PredictOptions options;
    options.horizon = horizon;
    options.workers = fitted.question.workers;
    const auto& all = fitted.customers;
    VAFA_TRY(const auto scorer, models::Scorer::make(fitted.fit, all.histories, options));
    std::vector<double> expected, alive, chances;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto p = scorer.at(i);
        expected.push_back(p.expected_purchases.value);
        alive.push_back(p.p_alive.value);
        chances.push_back(p.p_purchase);
    }
    for (const auto& t : models::tenths(expected, all.held_out))
        answer.tenths.push_back({static_cast<std::int64_t>(t.customers), t.expected, t.actual});
    for (const auto& bin : models::reliability(alive, chances, all.held_out))
        answer.reliability.push_back({bin.from, bin.to, static_cast<std::int64_t>(bin.customers),
                                      bin.p_alive, bin.p_purchase, bin.purchased});
    VAFA_TRY(const auto weeks, models::track(fitted.fit, all.births, all.repeats));
    Day last = all.first_day - 1;
    for (const auto& week : weeks) {
        last += 7;
        answer.weeks.push_back({day_label(store.options.rules.calendar, last), week.expected,
                                week.actual, week.expected_cumulative, week.actual_cumulative});
    }
    return {};
}

}  // namespace

Result<CompareAnswer> compare_store(const Store& store, const Question& question,
                                    const NextModel& next) {
    Fitted fitted{question, {}, {}, {}, 0, {}, 0};
    VAFA_TRY(fitted.calendar, calendar_of(store, question, true));
    VAFA_TRY(fitted.customers, read_customers(store.engine, store.options, fitted.calendar));
    const auto& all = fitted.customers;
    const double days = fitted.calendar.holdout_end - fitted.calendar.calibration_end;
    const TimeMs begin = store.clock.now();
    VAFA_TRY(auto compared, models::compare(kCompared, all.histories, all.held_out, days,
                                            fit_options(all, question), [&](std::size_t place) {
                                                return next(place, std::size(kCompared));
                                            }));
    const double seconds = static_cast<double>(store.clock.now() - begin) / 1000 /
                           static_cast<double>(std::size(kCompared));
    const auto label = [&](Day day) { return day_label(store.options.rules.calendar, day); };
    CompareAnswer answer;
    answer.calibration_end = label(fitted.calendar.calibration_end);
    answer.holdout_end = label(fitted.calendar.holdout_end);
    answer.customers = static_cast<std::int64_t>(all.size());
    answer.naive = as_answer(compared.naive);
    for (const auto& candidate : compared.candidates)
        answer.models.push_back(
            {answer_of(candidate.fit, question, answer.calibration_end, seconds),
             as_answer(candidate.judgement)});
    fitted.fit = std::move(compared.candidates[compared.best].fit);
    answer.best = name_of(fitted.fit.model);
    VAFA_CHECK(add_details(answer, store, fitted, days / days_of(question.period)));
    return answer;
}

}  // namespace vafa::value
