#include "customers/export.h"
#include "customers/routes.h"
#include "customers/selection.h"
#include "customers/views.h"
#include "platform/rest/route_make.h"

namespace vafa::customers {
namespace {

using rest::Call;
using rest::Permission;
using rest::Route;

struct Chosen {
    std::shared_ptr<Prepared> prepared;
    std::vector<std::int64_t> ids;
};

Result<Chosen> chosen_by(const RoutesDeps& deps, const wire::ChosenRequest& request) {
    VAFA_TRY(auto prepared, deps.directory->get());
    VAFA_TRY(const Ordering* ordering,
             prepared->ordering(request.sort.value_or(Sort::newest), deps.database));
    VAFA_TRY(const Selection selection, Selection::of(prepared, filter_of(request), deps.database));
    auto ids = selection.all(*ordering);
    return Chosen{std::move(prepared), std::move(ids)};
}

http::Response sent(Call& call, http::FileBody file, std::string_view type, std::string_view name) {
    http::Response response;
    response.headers = call.headers;
    response.headers.set("content-type", std::string(type));
    response.headers.set("content-disposition",
                         "attachment; filename=\"" + std::string(name) + "\"");
    response.headers.set("cache-control", "no-store");
    response.body = std::move(file);
    return response;
}

struct Kind {
    std::string_view path, summary, type, file;
    FileKind kind;
};

constexpr Kind kCsv{"/api/v1/customers/export",
                    "Download the customers that the filters choose as CSV.", "text/csv",
                    "customers.csv", FileKind::csv};
constexpr Kind kXlsx{"/api/v1/customers/export-xlsx",
                     "Download the customers that the filters choose as a workbook.",
                     "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                     "customers.xlsx", FileKind::xlsx};

Route file_route(const RoutesDeps& deps, const Kind& kind) {
    return rest::download_route<wire::ChosenRequest>(
        {.path = kind.path,
         .summary = kind.summary,
         .permission = Permission::customers_export,
         .answer_type = kind.type,
         .description = "In CSV, cells that a spreadsheet would run (`=`, `+`, `-` or `@` first) "
                        "are preceded by an apostrophe."},
        [deps, kind](Call& call, const wire::ChosenRequest& request) -> Result<http::Response> {
            VAFA_TRY(const Chosen chosen, chosen_by(deps, request));
            const ExportDeps out{deps.database, deps.exports, call.request.id};
            VAFA_TRY(auto file, export_customers(out, chosen.prepared->directory(), chosen.ids,
                                                 kind.kind, call.locale));
            const bool text = kind.kind == FileKind::csv;
            return sent(call, std::move(file),
                        std::string(kind.type) + (text ? "; charset=utf-8" : ""), kind.file);
        });
}

Route phones(const RoutesDeps& deps) {
    return rest::download_route<wire::ChosenRequest>(
        {.path = "/api/v1/customers/phones",
         .summary = "The mobile numbers of the customers that the filters choose, one a line.",
         .permission = Permission::customers_export,
         .answer_type = "text/plain",
         .description = "Each number once, as SMS panels take them; only of those who agreed to "
                        "text messages unless `everyone` is said."},
        [deps](Call& call, const wire::ChosenRequest& request) -> Result<http::Response> {
            VAFA_TRY(const Chosen chosen, chosen_by(deps, request));
            VAFA_TRY(auto file, export_phones({deps.database, deps.exports, call.request.id},
                                              chosen.ids, request.everyone.value_or(false)));
            return sent(call, std::move(file), "text/plain; charset=utf-8", "phones.txt");
        });
}

}  // namespace

std::vector<Route> export_routes(const RoutesDeps& deps) {
    return {file_route(deps, kCsv), file_route(deps, kXlsx), phones(deps)};
}

}  // namespace vafa::customers
