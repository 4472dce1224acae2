#include "metrics/wire_repurchase.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {
namespace wire {

json::Notes field_notes(const Window*) {
    return {"RepurchaseWindow",
            {{.name = "kind",
              .text = "When the second purchase counts, in days since the first: up to `days`, on "
                      "that day exactly, on it or later, or from `from` to `to`."},
             {.name = "from", .text = "First day of a bracket; absent for other kinds."},
             {.name = "to", .text = "Last day of a bracket; absent for other kinds."},
             {.name = "days", .text = "Days since the first purchase; absent for brackets."},
             {.name = "retained", .text = "Eligible customers who bought again in the window."},
             {.name = "eligible", .text = "Customers whose whole window lies before the data end."},
             {.name = "rate", .text = "retained / eligible; null when nobody is eligible."}}};
}

json::Notes field_notes(const Repurchase*) {
    return {"RepurchaseData",
            {{.name = "windows",
              .text = "All `within`, all `exact`, all `on_or_after` in the order of `days`, then "
                      "the brackets."}}};
}

namespace {

Window window_of(const metrics::Window& from) {
    Window window{.kind = from.kind,
                  .from = {},
                  .to = {},
                  .days = {},
                  .retained = from.retained,
                  .eligible = from.eligible,
                  .rate = from.rate};
    if (from.kind == WindowKind::bracket) {
        window.from.value = from.from;
        window.to.value = from.to;
    } else {
        window.days.value = from.to;
    }
    return window;
}

}  // namespace
}  // namespace wire

wire::Repurchase to_wire(const Repurchase& repurchase, const Options&) {
    return {wire::list<wire::Window>(repurchase.windows, wire::window_of)};
}

}  // namespace vafa::metrics
