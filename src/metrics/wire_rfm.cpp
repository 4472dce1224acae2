#include "metrics/wire_rfm.h"

#include "metrics/wire_values.h"

namespace vafa::metrics {

json::Notes field_notes(const RfmGroup*) {
    return {"RfmGroup",
            {{.name = "group", .text = "Its name: \"champions\", \"at_risk\" …"},
             {.name = "customers", .text = "Customers in it."},
             {.name = "revenue_minor", .text = "Their revenue in range, in minor units."}}};
}

namespace wire {

json::Notes field_notes(const RfmThresholds*) {
    return {"RfmThresholds",
            {{.name = "recency_days",
              .text = "Days since the last purchase at 20, 40, 60 and 80 % of customers; null "
                      "without customers.",
              .max_length = 4},
             {.name = "frequency", .text = "The same of purchases in range.", .max_length = 4},
             {.name = "monetary_minor",
              .text = "The same of revenue in range, in minor units.",
              .max_length = 4}}};
}

json::Notes field_notes(const Rfm*) {
    return {"RfmData",
            {{.name = "reference_day",
              .text = "Recency is counted up to this day, the one after the data end."},
             {.name = "thresholds", .text = "Where one score ends and the next begins."},
             {.name = "recency_counts",
              .text = "Customers with recency score 1 (longest ago) to 5.",
              .max_length = 5},
             {.name = "frequency_counts",
              .text = "Customers with frequency score 1 (fewest) to 5.",
              .max_length = 5},
             {.name = "monetary_counts",
              .text = "Customers with monetary score 1 (least) to 5.",
              .max_length = 5},
             {.name = "cells",
              .text = "Customers by their three scores, \"555\" down to \"111\": recency, "
                      "frequency, monetary."},
             {.name = "cell_revenue_minor",
              .text = "Their revenue in range, in minor units, under the same names."},
             {.name = "groups", .text = "The named groups of cells, best first."}}};
}

namespace {

template <std::size_t N>
std::optional<std::vector<double>> numbers(const std::optional<std::array<double, N>>& from) {
    if (!from) return std::nullopt;
    return std::vector<double>(from->begin(), from->end());
}
std::vector<std::int64_t> numbers(const std::array<std::int64_t, 5>& from) {
    return {from.begin(), from.end()};
}

json::Fields<std::int64_t> cells_of(const std::array<std::int64_t, 125>& figures) {
    const auto digit = [](std::size_t score) { return static_cast<char>('1' + score); };
    json::Fields<std::int64_t> cells;
    for (std::size_t cell = figures.size(); cell-- > 0;) {
        const std::string name{digit(cell / 25), digit(cell / 5 % 5), digit(cell % 5)};
        cells.items.emplace_back(name, figures[cell]);
    }
    return cells;
}

}  // namespace
}  // namespace wire

wire::Rfm to_wire(const Rfm& rfm, const Options& options) {
    return {.reference_day = wire::day(rfm.reference_day, options),
            .thresholds = {wire::numbers(rfm.recency_days), wire::numbers(rfm.frequency),
                           wire::numbers(rfm.monetary_minor)},
            .recency_counts = wire::numbers(rfm.recency_counts),
            .frequency_counts = wire::numbers(rfm.frequency_counts),
            .monetary_counts = wire::numbers(rfm.monetary_counts),
            .cells = wire::cells_of(rfm.cells),
            .cell_revenue_minor = wire::cells_of(rfm.cell_revenue_minor),
            .groups = rfm.groups};
}

}  // namespace vafa::metrics
