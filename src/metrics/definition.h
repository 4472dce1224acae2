#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "metrics/wire_enums.h"
#include "metrics/wire_kinds.h"
#include "platform/json/json.h"

namespace vafa::metrics {

BOOST_DESCRIBE_STRUCT(Bracket, (), (from, to))
json::Notes field_notes(const Bracket*);

namespace wire {

struct Definition {
    std::optional<std::string> from, to, as_of, data_end;
    PurchaseUnit purchase = PurchaseUnit::order;
    RevenueKind revenue = RevenueKind::net;
    Prices prices = Prices::nominal;
    json::LeftOut<std::string> prices_base, prices_since;  // of real ones
    std::string currency;
    CalendarKind calendar = CalendarKind::gregorian;
    Weekday first_weekday = Weekday::monday;
    std::string time_zone;
    bool include_cancelled = false, include_unpaid = false, include_refunded = false,
         include_zero_value = false, include_test = false;
    // Of the reports that know them.
    json::LeftOut<PeriodKind> by;
    json::LeftOut<CohortKind> kind;
    json::LeftOut<std::vector<std::int32_t>> days;
    json::LeftOut<std::vector<Bracket>> brackets;
    json::LeftOut<ClockRule> clock;
    json::LeftOut<std::int32_t> window_days;
    json::LeftOut<KindThresholds> thresholds;
    json::LeftOut<std::optional<double>> margin;
    json::LeftOut<std::string> break_;
    std::vector<std::string> terms;
};
BOOST_DESCRIBE_STRUCT(Definition, (),
                      (from, to, as_of, data_end, purchase, revenue, prices, prices_base,
                       prices_since, currency, calendar, first_weekday, time_zone,
                       include_cancelled, include_unpaid, include_refunded, include_zero_value,
                       include_test, by, kind, days, brackets, clock, window_days, thresholds,
                       margin, break_, terms))
json::Notes field_notes(const Definition*);

}  // namespace wire

// What a report counted: every option in force for it by its machine name, and under "terms" the
// i18n keys of the sentences that say it in words.
wire::Definition definition_of(std::string_view report, const Options& options,
                               std::optional<Day> data_end, const std::string& zone);

// The same text for options that the report cannot tell apart: two questions of one text have one
// answer, as long as the data stay as they are.
std::string question_of(std::string_view report, const Options& options);

}  // namespace vafa::metrics
