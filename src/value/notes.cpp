#include "value/answers.h"

namespace vafa::value {

json::Notes field_notes(const EffectAnswer*) {
    return {"ModelEffect",
            {{.name = "covariate", .text = "What parts the customers, as `break` of a report."},
             {.name = "value", .text = "Of these customers; null unless `kind` is value."},
             {.name = "kind", .text = "One value's customers, those without one, or all others."},
             {.name = "compared_with", .text = "The value of the largest group; null: none."},
             {.name = "parameter", .text = "Which one is moved."},
             {.name = "coefficient",
              .text = "How far, in logarithms: alpha and beta are divided by its exponential, a "
                      "and b multiplied."},
             {.name = "standard_error", .text = "Null where the data do not fix it."}}};
}

json::Notes field_notes(const FitAnswer*) {
    return {"ModelFit",
            {{.name = "model", .text = "Its name: \"bgnbd\", \"paretonbd\" …, \"gamma_gamma\"."},
             {.name = "k", .text = "Regularity of gaps; of mbgcnbdk alone."},
             {.name = "period", .text = "The unit of the parameters' time."},
             {.name = "calibration_end", .text = "The last day that was looked at, included."},
             {.name = "parameters", .text = "By their usual names: r, alpha, a, b, s, beta …"},
             {.name = "standard_errors",
              .text = "Of the same; null where the data do not fix a parameter."},
             {.name = "effects", .text = "Of covariates, where they were asked for."},
             {.name = "log_likelihood", .text = "Of the customers at these parameters."},
             {.name = "customers", .text = "Customers with a purchase by the calibration's end."},
             {.name = "distinct_rows", .text = "How many of them differ."},
             {.name = "evaluations", .text = "Of the whole likelihood."},
             {.name = "seconds", .text = "What the fit took."},
             {.name = "converged", .text = "Whether the search came to its end."},
             {.name = "warnings", .text = "What is amiss; models.warn_… says it in words."}}};
}

json::Notes field_notes(const Interval*) {
    return {"Estimate",
            {{.name = "value", .text = "What is expected."},
             {.name = "low", .text = "The lower end of its 90 % interval."},
             {.name = "high", .text = "The upper end."}}};
}

json::Notes field_notes(const DayInterval*) {
    return {"DayEstimate",
            {{.name = "value", .text = "The day by which half of such customers have come."},
             {.name = "low", .text = "The day by which few have."},
             {.name = "high", .text = "The day by which nearly all have."}}};
}

json::Notes field_notes(const CustomerAnswer*) {
    return {"CustomerPrediction",
            {{.name = "customer", .text = "The customer.", .format = "cus_…"},
             {.name = "x", .text = "Days with purchases after the first."},
             {.name = "t_x", .text = "Periods from the first purchase to the last."},
             {.name = "T", .text = "Periods from the first purchase to the calibration's end."},
             {.name = "p_alive", .text = "The chance that the customer has not left for good."},
             {.name = "expected_purchases", .text = "Within the horizon."},
             {.name = "expected_value_minor",
              .text = "Margin of those, discounted, in minor units; null where spend is unknown."},
             {.name = "dert", .text = "Discounted expected purchases for ever."},
             {.name = "lifetime_value_minor", .text = "Their margin, in minor units."},
             {.name = "next_order",
              .text = "When it comes if the customer stays; null where that is years away."}}};
}

json::Notes field_notes(const PredictAnswer*) {
    return {"Predictions",
            {{.name = "fit", .text = "The model asked."},
             {.name = "spend", .text = "The model of spend; null where nobody spent anything."},
             {.name = "horizon", .text = "Periods looked ahead."},
             {.name = "customers", .text = "Ascending by id."}}};
}

json::Notes field_notes(const JudgementAnswer*) {
    return {"ForecastJudgement",
            {{.name = "expected", .text = "Purchases expected of all customers together."},
             {.name = "actual", .text = "Purchases that came."},
             {.name = "bias", .text = "expected / actual - 1."},
             {.name = "mean_absolute_error", .text = "A customer."},
             {.name = "root_mean_square_error", .text = "A customer."},
             {.name = "calibration_error",
              .text = "Mean distance of expected and actual over tenths of the customers."},
             {.name = "log_score",
              .text = "Mean logarithm of the chance given to what came; null without chances."}}};
}

json::Notes field_notes(const ComparedModel*) {
    return {"ComparedModel",
            {{.name = "fit", .text = "On the calibration."},
             {.name = "judgement", .text = "By the hold-out."}}};
}

json::Notes field_notes(const TenthAnswer*) {
    return {"ForecastTenth",
            {{.name = "customers", .text = "Customers in it."},
             {.name = "expected", .text = "Their expected purchases."},
             {.name = "actual", .text = "Those that came."}}};
}

json::Notes field_notes(const ReliabilityAnswer*) {
    return {"ReliabilityBin",
            {{.name = "from", .text = "P(alive) from here …"},
             {.name = "to", .text = "… to here."},
             {.name = "customers", .text = "Customers in it."},
             {.name = "p_alive", .text = "Their mean P(alive)."},
             {.name = "p_purchase", .text = "Their mean chance to buy in the hold-out."},
             {.name = "purchased", .text = "The share that did."}}};
}

json::Notes field_notes(const WeekAnswer*) {
    return {"TrackedWeek",
            {{.name = "last_day", .text = "The week's last day."},
             {.name = "expected", .text = "Repeat purchases expected in it."},
             {.name = "actual", .text = "Repeat purchases in it."},
             {.name = "expected_cumulative", .text = "Expected up to its end."},
             {.name = "actual_cumulative", .text = "Counted up to its end."}}};
}

json::Notes field_notes(const CompareAnswer*) {
    return {"ModelComparison",
            {{.name = "calibration_end", .text = "The last day the models were fitted on."},
             {.name = "holdout_end", .text = "The last day they were judged by."},
             {.name = "customers", .text = "Customers of the calibration."},
             {.name = "best", .text = "The model to keep."},
             {.name = "models", .text = "All that were compared."},
             {.name = "naive", .text = "The forecast that everyone goes on at their pace."},
             {.name = "tenths", .text = "Customers by falling forecast of the best."},
             {.name = "reliability", .text = "Customers by P(alive) of the best."},
             {.name = "weeks", .text = "Repeat purchases week by week, as the best has it."}}};
}

json::Notes field_notes(const ValueTenth*) {
    return {"ValueTenth",
            {{.name = "customers", .text = "Customers in it."},
             {.name = "expected_value_minor", .text = "Their value within the horizon."},
             {.name = "revenue_minor", .text = "What they have brought so far."}}};
}

json::Notes field_notes(const SlippingCustomer*) {
    return {"SlippingCustomer",
            {{.name = "customer", .text = "The customer.", .format = "cus_…"},
             {.name = "p_alive", .text = "P(alive) now."},
             {.name = "p_alive_before", .text = "P(alive) 90 days ago, or at the last purchase."},
             {.name = "silent_days", .text = "Days since the last purchase."},
             {.name = "due_days",
              .text = "Days after which nine in ten with this rhythm had come back."},
             {.name = "revenue_minor", .text = "What the customer has brought so far."}}};
}

json::Notes field_notes(const ScoreAnswer*) {
    return {"CustomerValue",
            {{.name = "fit", .text = "The model asked."},
             {.name = "spend", .text = "The model of spend; null where nobody spent anything."},
             {.name = "horizon", .text = "Periods looked ahead."},
             {.name = "active", .text = "Customers thought active: the sum of P(alive)."},
             {.name = "expected_purchases", .text = "Of all customers within the horizon."},
             {.name = "expected_value_minor", .text = "Of all customers within the horizon."},
             {.name = "customers_by_p_alive", .text = "In tenths from 0 to 1.", .max_length = 10},
             {.name = "tenths", .text = "Customers by falling expected value."},
             {.name = "slipping_away", .text = "Customers who are."},
             {.name = "slipping", .text = "Those of them who were worth most."}}};
}

json::Notes field_notes(const RunSummary*) {
    return {"ValueSummary",
            {{.name = "as_of", .text = "The last day that was looked at."},
             {.name = "horizon_days", .text = "Days ahead that purchases and value are of."},
             {.name = "margin", .text = "Share of revenue that is profit, as value counts it."},
             {.name = "yearly_discount", .text = "What money costs a year, as value counts it."},
             {.name = "comparison", .text = "The models side by side, and why the best is it."},
             {.name = "scores", .text = "What the scores of all customers add up to."}}};
}

json::Notes field_notes(const CheckAnswer*) {
    return {"ForecastCheck",
            {{.name = "as_of", .text = "The last day the forecast knew."},
             {.name = "until", .text = "The last day it is held against."},
             {.name = "model", .text = "The model that made it."},
             {.name = "customers", .text = "Customers it spoke of who are still there."},
             {.name = "expected", .text = "Purchases it expected."},
             {.name = "actual", .text = "Purchases that came."},
             {.name = "tenths", .text = "Customers by falling forecast.", .max_length = 10},
             {.name = "reliability", .text = "Customers by P(alive).", .max_length = 10}}};
}

}  // namespace vafa::value
