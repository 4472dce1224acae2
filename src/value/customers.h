#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "metrics/api.h"
#include "metrics/options.h"
#include "models/api.h"

namespace vafa::value {

// What the models are told: days up to the calibration's end, that day included, and what came
// after it up to the hold-out's end. A purchase is one customer-day.
struct Calendar {
    Day calibration_end = 0;
    Day holdout_end = 0;
    std::int32_t opportunity_days = 7;  // of BG/BB and of contracts
};

// Customers alike in what is known of their first order (metrics::Options::break_by).
struct Group {
    metrics::Part::Kind kind = metrics::Part::Kind::value;
    std::string value;  // of Kind::value
};

// All lists as long; customers ascending by id. Only who bought by the calibration's end.
struct Customers {
    std::vector<std::int64_t> id;
    std::vector<models::History> histories;
    std::vector<models::Spend> spends;  // of repeat purchases, in minor units
    std::vector<double> revenue_minor;  // by the calibration's end
    std::vector<double> held_out;       // purchases after it
    std::vector<double> held_out_revenue_minor;
    // The same customers as opportunities, one every `opportunity_days` after the first purchase,
    // taken when there was a purchase in the days up to it; and as contracts that each opportunity
    // taken in a row renewed.
    std::vector<models::History> opportunities;
    std::vector<models::Contract> contracts;
    double log_gap_days = 0;  // sum of the logarithms of all gaps between calibration purchases
    double gaps = 0;
    // Read in groups: whose group each is, and what the groups are; the largest value first.
    std::vector<std::uint8_t> group;
    std::vector<Group> groups;
    // First and later purchases by day from the first one on, to the hold-out's end.
    Day first_day = 0;
    std::vector<double> births, repeats;

    std::size_t size() const { return id.size(); }
};

// `options` say what counts as an order.
Result<Customers> read_customers(const metrics::Engine& engine, metrics::Options options,
                                 const Calendar& calendar);
// The same in groups by `break_by`.
Result<Customers> read_grouped_customers(const metrics::Engine& engine, metrics::Options options,
                                         const Calendar& calendar, const std::string& break_by);

}  // namespace vafa::value
