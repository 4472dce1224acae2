#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "value/answers.h"
#include "value/study.h"

namespace vafa::value {

std::string_view name_of(models::Warning warning);

models::FitOptions fit_options(const Customers& customers, const Question& question);
// What tells group `place` from the first: a one among as many numbers as there are other groups.
std::vector<double> covariates_of(const Customers& customers, std::size_t place);
// Any model, fed with what it wants: histories, opportunities or contracts.
Result<models::Fit> fit_model(const Customers& customers, models::Model model,
                              const Question& question);

// Customers of a question with the model that answers it, fitted.
struct Fitted {
    Question question;
    Calendar calendar;
    Customers customers;
    models::Fit fit;
    double seconds = 0;
    std::optional<models::SpendFit> spend;
    double spend_seconds = 0;
};
Result<Fitted> fit_for(const Store& store, const Question& question, bool with_spend);

// Calibration and hold-out; where the question leaves the first open, two thirds of the store's
// days where `holds_out`, else all of them.
Result<Calendar> calendar_of(const Store& store, const Question& question, bool holds_out);

// Of effects, what their groups are called.
std::vector<EffectAnswer> effects_of(const Fitted& fitted);
FitAnswer answer_of(const models::Fit& fit, const Question& question, const std::string& end,
                    double seconds);
std::optional<FitAnswer> spend_answer(const Fitted& fitted, const std::string& end);

}  // namespace vafa::value
