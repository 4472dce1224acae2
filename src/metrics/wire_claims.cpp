#include "metrics/wire_claims.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {
namespace wire {

json::Notes field_notes(const ClaimFigures*) {
    return {
        "ClaimFigures",
        {{.name = "claim", .text = "What the trade likes to say about returning customers."},
         {.name = "said", .text = "The number it says: a share or a ratio."},
         {.name = "own", .text = "The store's own number; null when it cannot be measured."},
         {.name = "low", .text = "Lower end of its 95 % interval."},
         {.name = "high", .text = "Upper end of its 95 % interval."},
         {.name = "customers", .text = "Customers whom it rests on."},
         {.name = "measurable", .text = "Whether there is an own number."},
         {.name = "needs",
          .text = "Key of the text that says what would make it measurable; null when it is."}}};
}

json::Notes field_notes(const Claims*) {
    return {"ClaimsData", {{.name = "claims", .text = "All five."}}};
}

namespace {

ClaimFigures claim_figures(const metrics::ClaimFigures& c) {
    return {.claim = c.claim,
            .said = c.said,
            .own = c.own,
            .low = c.low,
            .high = c.high,
            .customers = c.customers,
            .measurable = c.own.has_value(),
            .needs = c.needs.empty() ? std::nullopt : std::optional(c.needs)};
}

}  // namespace
}  // namespace wire

wire::Claims to_wire(const Claims& claims, const Options&) {
    return {wire::list<wire::ClaimFigures>(claims.claims, wire::claim_figures)};
}

}  // namespace vafa::metrics
