#pragma once

#include <string_view>
#include <tuple>

#include "metrics/api.h"
#include "metrics/wire_report.h"

namespace vafa::metrics {

template <class Found>
Found found_by(Result<Found> (Engine::*)(const Options&) const);

// A report: its name, the key of its title, a sentence about it for the API's description, and the
// engine's method.
template <auto Method>
struct ReportEntry {
    using Found = decltype(found_by(Method));
    using Data = std::remove_cvref_t<decltype(to_wire(std::declval<const Found&>(),
                                                      std::declval<const Options&>()))>;
    using Answer = wire::ReportOf<Data>;
    std::string_view name;
    std::string_view title_key;
    std::string_view summary;

    static Result<Data> ask(const Engine& engine, const Options& options) {
        VAFA_TRY(const Found found, (engine.*Method)(options));
        return Data(to_wire(found, options));
    }
};

// In the order of METRICS section 3.
inline constexpr std::tuple kReports = {
    ReportEntry<&Engine::summary>{"summary", "report.summary",
                                  "Customers, purchases, revenue and who came back."},
    ReportEntry<&Engine::repurchase>{"repurchase", "report.repurchase",
                                     "Who bought again so many days after the first purchase."},
    ReportEntry<&Engine::cohorts>{"cohorts", "report.cohorts",
                                  "Who comes back, by the period of first purchase."},
    ReportEntry<&Engine::periods>{"periods", "report.periods",
                                  "New, returning and paused customers, by period."},
    ReportEntry<&Engine::retention_rate>{"retention-rate", "report.retention_rate",
                                         "Share of active customers who stayed active."},
    ReportEntry<&Engine::survival>{"survival", "report.survival",
                                   "Time to the second purchase (Kaplan–Meier)."},
    ReportEntry<&Engine::rfm>{"rfm", "report.rfm_title",
                              "Customers scored by recency, frequency and revenue."},
    ReportEntry<&Engine::kinds>{"kinds", "report.kinds",
                                "Loyal, discount-driven, need-based, wandering."},
    ReportEntry<&Engine::claims>{"claims", "report.claims",
                                 "What the trade says beside the store's own numbers."},
    ReportEntry<&Engine::stage>{"stage", "report.stage",
                                "Where the store stands, by its orders a day."},
    ReportEntry<&Engine::products>{"products", "report.products",
                                   "Who came back, by what was bought first."},
    ReportEntry<&Engine::seasons>{"seasons", "report.seasons",
                                  "Each period beside the same one a year earlier."},
    ReportEntry<&Engine::order_values>{"order-values", "report.order_values",
                                       "Average value of first, second, third … purchases."},
    ReportEntry<&Engine::clv_simple>{"clv-simple", "report.clv_simple",
                                     "A simple lifetime value of a customer."},
};

template <class F>
void each_report(F&& visit) {
    std::apply([&](const auto&... entry) { (visit(entry), ...); }, kReports);
}

}  // namespace vafa::metrics
