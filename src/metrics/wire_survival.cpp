#include "metrics/wire_survival.h"

namespace vafa::metrics {

json::Notes field_notes(const SurvivalPoint*) {
    return {"SurvivalPoint",
            {{.name = "days", .text = "Days since the first purchase."},
             {.name = "survival",
              .text = "Share not yet back by then (Kaplan–Meier); null beyond the longest time "
                      "anybody was followed."},
             {.name = "standard_error", .text = "Greenwood's, of `survival`."}}};
}

json::Notes field_notes(const Survival*) {
    return {"SurvivalData",
            {{.name = "events", .text = "Customers who bought a second time."},
             {.name = "censored", .text = "Customers who had not by the data end."},
             {.name = "median_days",
              .text = "First day by which half are back; null when that was never reached."},
             {.name = "survival", .text = "A point for each of `days`."}}};
}

}  // namespace vafa::metrics
