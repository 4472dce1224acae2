#include "metrics/wire_seasons.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {
namespace wire {

json::Notes field_notes(const SeasonFigures*) {
    return {"SeasonFigures",
            {{.name = "period", .text = "The period."},
             {.name = "year_ago", .text = "The same one a year earlier in the calendar."},
             {.name = "customers", .text = "Customers with a purchase in the period."},
             {.name = "orders", .text = "Their counted orders."},
             {.name = "revenue_minor", .text = "Their revenue, in minor units."},
             {.name = "year_ago_revenue_minor",
              .text = "Revenue a year earlier; null before the store's first purchase."},
             {.name = "change", .text = "Revenue / that of a year earlier − 1."},
             {.name = "loyal_customers",
              .text = "Customers with at least loyal_min_purchases purchases before the period."},
             {.name = "loyal_share", .text = "loyal_customers / customers."},
             {.name = "slump", .text = "Complete, with less revenue than a year earlier."},
             {.name = "complete", .text = "Whether the period is over by the data end."}}};
}

json::Notes field_notes(const Seasons*) {
    return {
        "SeasonsData",
        {{.name = "periods", .text = "Every period in range, ascending."},
         {.name = "loyal_share_in_slumps", .text = "Loyal customers / customers over all slumps."},
         {.name = "loyal_share_elsewhere",
          .text = "The same over other complete periods with a year before."}}};
}

namespace {

SeasonFigures season_figures(const metrics::SeasonFigures& s, const Options& options) {
    return {.period = period(s.period, options),
            .year_ago = period(s.year_ago, options),
            .customers = s.customers,
            .orders = s.orders,
            .revenue_minor = s.revenue_minor,
            .year_ago_revenue_minor = s.year_ago_revenue_minor,
            .change = s.change,
            .loyal_customers = s.loyal_customers,
            .loyal_share = s.loyal_share,
            .slump = s.slump,
            .complete = s.complete};
}

}  // namespace
}  // namespace wire

wire::Seasons to_wire(const Seasons& seasons, const Options& options) {
    const auto make = [&](const SeasonFigures& s) { return wire::season_figures(s, options); };
    return {wire::list<wire::SeasonFigures>(seasons.periods, make), seasons.loyal_share_in_slumps,
            seasons.loyal_share_elsewhere};
}

}  // namespace vafa::metrics
