#pragma once

#include "metrics/definition.h"
#include "metrics/wire.h"

namespace vafa::metrics::wire {

// "SummaryData" → "SummaryReport".
std::string name_beside(std::string_view data_name, std::string_view ending);

// Some of the customers, with their own figures.
template <class Data>
struct PartOf {
    std::optional<std::string> value;
    Part::Kind kind = Part::Kind::value;
    std::int64_t customers = 0;
    Data data;
    BOOST_DESCRIBE_CLASS(PartOf, (), (value, kind, customers, data), (), ())
};
template <class Data>
json::Notes field_notes(const PartOf<Data>*) {
    static const std::string kName = name_beside(json::notes_of<Data>().name, "Part");
    return {kName,
            {{.name = "value",
              .text = "The value at the customers' first counted order; null unless `kind` is "
                      "value."},
             {.name = "kind", .text = "One value's customers, those without one, or all others."},
             {.name = "customers", .text = "Customers of this part with a counted order."},
             {.name = "data", .text = "The report of these customers alone."}}};
}

// A report's whole answer.
template <class Data>
struct ReportOf {
    std::string report;
    Definition definition;
    Data data;
    json::LeftOut<std::vector<PartOf<Data>>> breakdown;
    BOOST_DESCRIBE_CLASS(ReportOf, (), (report, definition, data, breakdown), (), ())
};
template <class Data>
json::Notes field_notes(const ReportOf<Data>*) {
    static const std::string kName = name_beside(json::notes_of<Data>().name, "Report");
    return {kName,
            {{.name = "report", .text = "Its name."},
             {.name = "definition", .text = "What was counted, and how."},
             {.name = "data", .text = "The figures."},
             {.name = "breakdown",
              .text = "The same for parts of the customers; absent without `break`."}}};
}

}  // namespace vafa::metrics::wire
