#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "base/calendar.h"
#include "base/result.h"
#include "models/types.h"

namespace vafa::value {

// The unit of the models' time; a month is 30 days and a year 365.
enum class Period { day, week, month, year };
BOOST_DESCRIBE_ENUM(Period, day, week, month, year)

inline constexpr std::int32_t days_of(Period period) {
    switch (period) {
        case Period::day:
            return 1;
        case Period::week:
            return 7;
        case Period::month:
            return 30;
        case Period::year:
            break;
    }
    return 365;
}

inline constexpr std::int32_t kYearDays = 365;
inline constexpr double kYearlyDiscount = 0.15;  // METRICS: a store's money costs 15 % a year

// What all commands and pages about value are asked with.
struct Question {
    std::optional<models::Model> model = {};  // nothing: the best of those compared
    std::optional<Day> calibration_end = {};  // that day is included; nothing: the data end
    std::optional<Day> holdout_end = {};      // likewise
    std::uint32_t k = 0;                      // regularity of mbgcnbdk; 0: the likeliest
    std::string covariate = {};  // a metrics::Options::break_by; of a fit or prediction
    Period period = Period::week;
    std::optional<double> horizon = {};  // in periods; nothing: a year
    double yearly_discount = kYearlyDiscount;
    double margin = 1;  // share of revenue that is profit
    double confidence = 0.9;
    unsigned workers = 1;

    double periods_ahead() const {
        return horizon.value_or(static_cast<double>(kYearDays) / days_of(period));
    }
    double discount_per_period() const;
};

// "bgnbd", "mbgnbd", "paretonbd", "nbd", "mbgcnbdk", "bgbb", "sbg", "bdw".
std::string_view name_of(models::Model model);
std::optional<models::Model> model_named(std::string_view name);

// invalid, its field the option's name.
Result<void> check(const Question& question);

}  // namespace vafa::value
