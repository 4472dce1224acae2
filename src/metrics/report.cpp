#include <boost/json.hpp>
#include <string>

#include "base/text.h"
#include "metrics/api.h"
#include "metrics/definition.h"
#include "metrics/dto.h"

namespace vafa::metrics {
namespace {

using Run = Result<boost::json::value> (*)(const Engine&, const Options&);

template <auto Method>
Result<boost::json::value> run(const Engine& engine, const Options& options) {
    VAFA_TRY(const auto found, (engine.*Method)(options));
    return to_json(found, options);
}

struct Report {
    std::string_view name;
    Run run;
};

constexpr std::array<Report, 14> kReports = {{
    {"summary", run<&Engine::summary>},
    {"repurchase", run<&Engine::repurchase>},
    {"cohorts", run<&Engine::cohorts>},
    {"periods", run<&Engine::periods>},
    {"retention-rate", run<&Engine::retention_rate>},
    {"survival", run<&Engine::survival>},
    {"rfm", run<&Engine::rfm>},
    {"kinds", run<&Engine::kinds>},
    {"claims", run<&Engine::claims>},
    {"stage", run<&Engine::stage>},
    {"products", run<&Engine::products>},
    {"seasons", run<&Engine::seasons>},
    {"order-values", run<&Engine::order_values>},
    {"clv-simple", run<&Engine::clv_simple>},
}};

const char* name_of(Part::Kind kind) {
    switch (kind) {
        case Part::Kind::value:
            return "value";
        case Part::Kind::absent:
            return "absent";
        case Part::Kind::other:
            return "other";
    }
    return "";
}

Result<boost::json::array> breakdown(const Engine& engine, const Report& report,
                                     const Options& options, std::optional<Day> data_end) {
    VAFA_TRY(const auto parts, engine.parts(options));
    Options of_part = options;
    of_part.as_of = data_end;  // a part's own last day would make its rates mature too early
    boost::json::array out;
    for (const Part& part : parts) {
        VAFA_TRY(auto data, report.run(*part.engine, of_part));
        const bool named = part.kind == Part::Kind::value;
        out.push_back({{"value", named ? boost::json::value(part.value) : nullptr},
                       {"kind", name_of(part.kind)},
                       {"customers", part.customers},
                       {"data", std::move(data)}});
    }
    return out;
}

}  // namespace

const std::vector<std::string_view>& report_names() {
    static const std::vector<std::string_view> kNames = [] {
        std::vector<std::string_view> names;
        for (const Report& report : kReports) names.push_back(report.name);
        return names;
    }();
    return kNames;
}

Result<boost::json::object> run_report(const Engine& engine, std::string_view name,
                                       const Options& options) {
    const auto* report = std::find_if(kReports.begin(), kReports.end(),
                                      [&](const Report& one) { return one.name == name; });
    if (report == kReports.end())
        return not_found("error.metrics_unknown_report")
            .with("name", std::string(name))
            .with("nearest", std::string(nearest(name, report_names())));
    VAFA_CHECK(check_options(options));
    const auto data_end = engine.data_end(options);
    VAFA_TRY(auto data, report->run(engine, options));
    boost::json::object out;
    out["report"] = name;
    out["definition"] = definition_of(name, options, data_end, engine.store_zone());
    out["data"] = std::move(data);
    if (!options.break_by.empty()) {
        VAFA_TRY(out["breakdown"], breakdown(engine, *report, options, data_end));
    }
    return out;
}

}  // namespace vafa::metrics
