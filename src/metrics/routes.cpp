#include "metrics/routes.h"

#include <algorithm>

#include "commerce/api.h"
#include "metrics/report_list.h"
#include "metrics/report_request.h"
#include "metrics/wire_report_list.h"
#include "platform/rest/route_make.h"

namespace vafa::metrics {
namespace {

constexpr std::string_view kPath = "/api/v1/reports";

struct OneName {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OneName, (), (name))
json::Notes field_notes(const OneName*) {
    return {"OneName", {{.name = "name", .text = "What the report was thought to be called."}}};
}

wire::ReportNames list_reports(i18n::Locale locale) {
    wire::ReportNames names;
    each_report([&](const auto& report) {
        std::string about = "metrics.term.report_" + std::string(report.name);
        std::replace(about.begin(), about.end(), '-', '_');
        names.items.push_back({.name = std::string(report.name),
                               .title = i18n::translate(locale, report.title_key),
                               .title_key = std::string(report.title_key),
                               .about = i18n::translate(locale, about),
                               .about_key = about});
    });
    return names;
}

Result<http::Response> answer(const ReportRoutesDeps& deps, std::string_view name,
                              const ReportRequest& request) {
    const std::uint64_t version = deps.data_version();
    VAFA_TRY(const auto settings, deps.settings());
    VAFA_TRY(const Options options, options_of(request, defaults_of(settings), deps.prices));
    const auto compute = [&]() -> Result<std::string> {
        VAFA_TRY(const auto engine, deps.engine());
        VAFA_TRY(const auto report, run_report(*engine, name, options));
        return json::pretty(report);
    };
    VAFA_TRY(const auto report, deps.cache.answer(version, question_of(name, options), compute));
    http::Response response;
    response.headers.set("content-type", "application/json");
    response.headers.set("etag", report.etag);
    response.headers.set("cache-control", "private, no-cache");
    response.body = report.bytes;
    return response;
}

std::string path_of(std::string_view name) { return std::string(kPath) + "/" + std::string(name); }

rest::Route report_route(rest::RouteInfo info, std::string_view name,
                         rest::SchemaMaker answer_schema, const ReportRoutesDeps& deps) {
    info.permission = rest::Permission::reports_read;
    info.errors = {ErrorCode::unavailable};
    info.answer_type = "application/json";
    return rest::download_route<ReportRequest>(
        std::move(info), std::move(answer_schema),
        [deps, name](rest::Call&, const ReportRequest& request) {
            return answer(deps, name, request);
        });
}

}  // namespace

std::vector<rest::Route> routes(const ReportRoutesDeps& deps) {
    std::vector<rest::Route> table;
    table.push_back(rest::read_route<rest::Nothing, wire::ReportNames>(
        {.path = kPath,
         .summary = "All reports by name.",
         .permission = rest::Permission::reports_read},
        [](rest::Call& call, const rest::Nothing&) -> Result<wire::ReportNames> {
            return list_reports(call.locale);
        }));
    each_report([&]<class Entry>(const Entry& report) {
        static const std::string kOwnPath = path_of(report.name);
        table.push_back(report_route({.path = kOwnPath, .summary = report.summary}, report.name,
                                     rest::answer_of<typename Entry::Answer>(), deps));
    });
    table.push_back(rest::read_route<OneName, rest::Nothing>(
        {.path = "/api/v1/reports/{name}",
         .summary = "Always 404: says which report has the nearest name.",
         .permission = rest::Permission::reports_read},
        [](rest::Call&, const OneName& asked) -> Result<rest::Nothing> {
            return unknown_report(asked.name);
        }));
    return table;
}

}  // namespace vafa::metrics
