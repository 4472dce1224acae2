#include "value/question.h"

#include <cmath>

namespace vafa::value {
namespace {

constexpr double kMostYearlyDiscount = 10;
constexpr double kMostHorizonDays = 36'525;

}  // namespace

double Question::discount_per_period() const {
    return std::log1p(yearly_discount) * days_of(period) / kYearDays;
}

Result<void> check(const Question& question) {
    const double days = question.periods_ahead() * days_of(question.period);
    if (!(days > 0 && days <= kMostHorizonDays))
        return invalid("error.models_horizon").at("horizon");
    if (!(question.yearly_discount >= 0 && question.yearly_discount <= kMostYearlyDiscount))
        return invalid("error.models_discount").at("discount");
    if (!(question.margin >= 0 && question.margin <= 1))
        return invalid("error.models_margin").at("margin");
    if (!(question.confidence > 0 && question.confidence < 1))
        return invalid("error.models_confidence").at("confidence");
    if (question.calibration_end && question.holdout_end &&
        *question.holdout_end <= *question.calibration_end)
        return invalid("error.models_holdout").at("holdout-end");
    return {};
}

}  // namespace vafa::value
