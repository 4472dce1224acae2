#include "metrics/wire_stage.h"

namespace vafa::metrics {

json::Notes field_notes(const Stage*) {
    return {
        "StageData",
        {{.name = "orders", .text = "Counted orders of the last `days`, anonymous ones too."},
         {.name = "days", .text = "Days up to the data end that are looked at."},
         {.name = "orders_per_day", .text = "orders / days."},
         {.name = "stage",
          .text = "Below one order a day first_sales, below ten acquisition, else retention."}}};
}

}  // namespace vafa::metrics
