#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metrics/wire_enums.h"
#include "platform/json/json.h"
#include "value/question.h"

// What is answered about value, as it travels: the same for command line and API.
namespace vafa::value {

// How customers of a group differ in a parameter from those of the largest: alpha is that of the
// largest times exp(-coefficient), so that more than zero is more purchases; see models/types.h.
struct EffectAnswer {
    std::string covariate;
    std::optional<std::string> value;
    metrics::Part::Kind kind = metrics::Part::Kind::value;
    std::optional<std::string> compared_with;
    std::string parameter;
    double coefficient = 0;
    std::optional<double> standard_error;
};
BOOST_DESCRIBE_STRUCT(EffectAnswer, (),
                      (covariate, value, kind, compared_with, parameter, coefficient,
                       standard_error))
json::Notes field_notes(const EffectAnswer*);

struct FitAnswer {
    std::string model;
    std::optional<std::int64_t> k;  // of mbgcnbdk
    Period period = Period::week;
    std::string calibration_end;
    json::Fields<double> parameters;
    json::Fields<std::optional<double>> standard_errors;
    std::vector<EffectAnswer> effects;
    double log_likelihood = 0;
    std::int64_t customers = 0;
    std::int64_t distinct_rows = 0;
    std::int64_t evaluations = 0;
    double seconds = 0;
    bool converged = false;
    std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(FitAnswer, (),
                      (model, k, period, calibration_end, parameters, standard_errors, effects,
                       log_likelihood, customers, distinct_rows, evaluations, seconds, converged,
                       warnings))
json::Notes field_notes(const FitAnswer*);

struct Interval {
    double value = 0;
    double low = 0;
    double high = 0;
};
BOOST_DESCRIBE_STRUCT(Interval, (), (value, low, high))
json::Notes field_notes(const Interval*);

struct DayInterval {
    std::string value;
    std::string low;
    std::string high;
};
BOOST_DESCRIBE_STRUCT(DayInterval, (), (value, low, high))
json::Notes field_notes(const DayInterval*);

struct CustomerAnswer {
    std::string customer;
    double x = 0;
    double t_x = 0;
    double T = 0;
    Interval p_alive;
    Interval expected_purchases;
    std::optional<Interval> expected_value_minor;
    Interval dert;
    std::optional<Interval> lifetime_value_minor;
    std::optional<DayInterval> next_order;
};
BOOST_DESCRIBE_STRUCT(CustomerAnswer, (),
                      (customer, x, t_x, T, p_alive, expected_purchases, expected_value_minor, dert,
                       lifetime_value_minor, next_order))
json::Notes field_notes(const CustomerAnswer*);

struct PredictAnswer {
    FitAnswer fit;
    std::optional<FitAnswer> spend;  // Gamma-Gamma; nothing where nobody spent anything
    double horizon = 0;
    std::vector<CustomerAnswer> customers;
};
BOOST_DESCRIBE_STRUCT(PredictAnswer, (), (fit, spend, horizon, customers))
json::Notes field_notes(const PredictAnswer*);

struct JudgementAnswer {
    double expected = 0;
    double actual = 0;
    std::optional<double> bias;
    double mean_absolute_error = 0;
    double root_mean_square_error = 0;
    double calibration_error = 0;
    std::optional<double> log_score;
};
BOOST_DESCRIBE_STRUCT(JudgementAnswer, (),
                      (expected, actual, bias, mean_absolute_error, root_mean_square_error,
                       calibration_error, log_score))
json::Notes field_notes(const JudgementAnswer*);

struct ComparedModel {
    FitAnswer fit;
    JudgementAnswer judgement;
};
BOOST_DESCRIBE_STRUCT(ComparedModel, (), (fit, judgement))
json::Notes field_notes(const ComparedModel*);

struct TenthAnswer {
    std::int64_t customers = 0;
    double expected = 0;
    double actual = 0;
};
BOOST_DESCRIBE_STRUCT(TenthAnswer, (), (customers, expected, actual))
json::Notes field_notes(const TenthAnswer*);

struct ReliabilityAnswer {
    double from = 0, to = 0;
    std::int64_t customers = 0;
    double p_alive = 0, p_purchase = 0, purchased = 0;
};
BOOST_DESCRIBE_STRUCT(ReliabilityAnswer, (), (from, to, customers, p_alive, p_purchase, purchased))
json::Notes field_notes(const ReliabilityAnswer*);

struct WeekAnswer {
    std::string last_day;
    double expected = 0, actual = 0, expected_cumulative = 0, actual_cumulative = 0;
};
BOOST_DESCRIBE_STRUCT(WeekAnswer, (),
                      (last_day, expected, actual, expected_cumulative, actual_cumulative))
json::Notes field_notes(const WeekAnswer*);

struct CompareAnswer {
    std::string calibration_end, holdout_end;
    std::int64_t customers = 0;
    std::string best;
    std::vector<ComparedModel> models;
    JudgementAnswer naive;
    // Of the best.
    std::vector<TenthAnswer> tenths;
    std::vector<ReliabilityAnswer> reliability;
    std::vector<WeekAnswer> weeks;
};
BOOST_DESCRIBE_STRUCT(CompareAnswer, (),
                      (calibration_end, holdout_end, customers, best, models, naive, tenths,
                       reliability, weeks))
json::Notes field_notes(const CompareAnswer*);

struct ValueTenth {
    std::int64_t customers = 0;
    double expected_value_minor = 0;
    double revenue_minor = 0;  // so far
};
BOOST_DESCRIBE_STRUCT(ValueTenth, (), (customers, expected_value_minor, revenue_minor))
json::Notes field_notes(const ValueTenth*);

struct SlippingCustomer {
    std::string customer;
    double p_alive = 0;
    double p_alive_before = 0;
    std::int64_t silent_days = 0;
    double due_days = 0;
    double revenue_minor = 0;
};
BOOST_DESCRIBE_STRUCT(SlippingCustomer, (),
                      (customer, p_alive, p_alive_before, silent_days, due_days, revenue_minor))
json::Notes field_notes(const SlippingCustomer*);

struct ScoreAnswer {
    FitAnswer fit;
    std::optional<FitAnswer> spend;
    double horizon = 0;
    double active = 0;  // the sum of P(alive)
    double expected_purchases = 0;
    std::optional<double> expected_value_minor;
    std::vector<std::int64_t> customers_by_p_alive;  // tenths of 1
    std::vector<ValueTenth> tenths;
    std::int64_t slipping_away = 0;
    std::vector<SlippingCustomer> slipping;  // the most worth of them
};
BOOST_DESCRIBE_STRUCT(ScoreAnswer, (),
                      (fit, spend, horizon, active, expected_purchases, expected_value_minor,
                       customers_by_p_alive, tenths, slipping_away, slipping))
json::Notes field_notes(const ScoreAnswer*);

// What is kept of a run.
struct RunSummary {
    std::string as_of;
    std::int64_t horizon_days = 0;
    double margin = 1, yearly_discount = 0;
    CompareAnswer comparison;
    ScoreAnswer scores;
};
BOOST_DESCRIBE_STRUCT(RunSummary, (),
                      (as_of, horizon_days, margin, yearly_discount, comparison, scores))
json::Notes field_notes(const RunSummary*);

// What a run foretold for the days after it, set against what came.
struct CheckAnswer {
    std::string as_of, until;
    std::string model;
    std::int64_t customers = 0;
    double expected = 0, actual = 0;  // purchases
    std::vector<TenthAnswer> tenths;
    std::vector<ReliabilityAnswer> reliability;
};
BOOST_DESCRIBE_STRUCT(CheckAnswer, (),
                      (as_of, until, model, customers, expected, actual, tenths, reliability))
json::Notes field_notes(const CheckAnswer*);

}  // namespace vafa::value
