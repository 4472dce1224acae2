#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/day_span.h"
#include "base/time_zone.h"
#include "metrics/options.h"
#include "metrics/wire_enums.h"
#include "platform/json/json.h"

namespace vafa::commerce {
struct Settings;
}

// How a question's options are said, in a query or on a command line: one struct, one decoder.
namespace vafa::metrics {

// A day, month or year of either calendar, between 1970-01-01 and 2149-06-06.
struct DayWord {
    std::string text;
    DaySpan days;
    static Result<DayWord> from_text(std::string_view text);
    std::string to_text() const { return text; }
};

struct ZoneWord {
    TimeZone zone;
    static Result<ZoneWord> from_text(std::string_view text);
    std::string to_text() const { return zone.name(); }
};

struct BracketWord {  // "1-30"
    Bracket bracket;
    static Result<BracketWord> from_text(std::string_view text);
    std::string to_text() const;
};

struct BreakWord {  // see Options::break_by
    std::string name;
    static Result<BreakWord> from_text(std::string_view text);
    std::string to_text() const { return name; }
};

enum class AlsoCounted { cancelled, unpaid, refunded, zero_value, test };
BOOST_DESCRIBE_ENUM(AlsoCounted, cancelled, unpaid, refunded, zero_value, test)

// What is absent is as the store's settings have it.
struct ReportRequest {
    std::optional<DayWord> from, to, as_of;
    std::optional<PurchaseUnit> purchase;
    std::optional<CalendarKind> calendar;
    std::optional<ZoneWord> time_zone;
    std::optional<Weekday> first_weekday;
    std::optional<RevenueKind> revenue;
    std::optional<Prices> prices;
    std::optional<std::vector<AlsoCounted>> include;
    std::optional<PeriodKind> by;
    std::optional<CohortKind> kind;
    std::optional<std::vector<std::uint16_t>> days;
    std::optional<std::vector<BracketWord>> brackets;
    std::optional<ClockRule> clock;
    std::optional<std::int32_t> window;
    std::optional<double> margin;
    std::optional<BreakWord> break_;
    std::optional<std::int32_t> loyal_purchases;
    std::optional<double> discount_share, risk_quantile;
};
BOOST_DESCRIBE_STRUCT(ReportRequest, (),
                      (from, to, as_of, purchase, calendar, time_zone, first_weekday, revenue,
                       prices, include, by, kind, days, brackets, clock, window, margin, break_,
                       loyal_purchases, discount_share, risk_quantile))
json::Notes field_notes(const ReportRequest*);

// The store's own choices.
Options defaults_of(const commerce::Settings& settings);

// The store's price index; asked only where real prices are.
using PricesOf = std::function<Result<PriceIndex>()>;

// The request over the defaults, as check_options wants it. Errors name their field by pointer.
Result<Options> options_of(const ReportRequest& request, Options defaults,
                           const PricesOf& prices_of = {});

}  // namespace vafa::metrics
