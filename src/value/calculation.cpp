#include "value/calculation.h"

#include <cmath>

#include "value/fitting.h"
#include "value/scoring.h"

namespace vafa::value {
namespace {

Result<void> step(const RunWatch& watch, const RunProgress& at) {
    if (watch.cancelled()) return Error{ErrorCode::cancelled, "error.interrupted"};
    watch.progress(at);
    return {};
}

}  // namespace

json::Notes field_notes(const RunProgress*) {
    return {"ValueRunProgress",
            {{.name = "step", .text = "What is being done."},
             {.name = "done", .text = "Models that are compared so far."},
             {.name = "total", .text = "Models to compare; 0 in other steps."}}};
}

Result<Calculation> calculate(const Store& store, const Question& question, const RunWatch& watch) {
    VAFA_CHECK(step(watch, {RunStep::reading}));
    Calculation made;
    VAFA_TRY(made.summary.comparison,
             compare_store(store, question, [&](std::size_t place, std::size_t of) {
                 return step(watch, {RunStep::comparing, static_cast<std::int64_t>(place),
                                     static_cast<std::int64_t>(of)});
             }));
    VAFA_CHECK(step(watch, {RunStep::fitting}));
    Question chosen = question;
    if (!chosen.model) chosen.model = model_named(made.summary.comparison.best);
    VAFA_TRY(const auto fitted, fit_for(store, chosen, true));
    VAFA_CHECK(step(watch, {RunStep::scoring}));
    VAFA_TRY(made.scores, score_customers(fitted, Detail::intervals));
    made.as_of = fitted.calendar.calibration_end;
    made.has_value = fitted.spend.has_value();
    made.summary.as_of = day_label(store.options.rules.calendar, made.as_of);
    made.summary.margin = question.margin;
    made.summary.yearly_discount = question.yearly_discount;
    made.summary.horizon_days =
        static_cast<std::int64_t>(std::lround(question.periods_ahead() * days_of(question.period)));
    made.summary.scores = sum_up(fitted, made.scores, made.summary.as_of);
    VAFA_CHECK(step(watch, {RunStep::saving}));
    return made;
}

}  // namespace vafa::value
