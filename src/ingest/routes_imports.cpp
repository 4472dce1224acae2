#include <algorithm>

#include "ingest/import_record.h"
#include "ingest/routes.h"
#include "ingest/undo_record.h"
#include "ingest/wire.h"
#include "platform/rest/route_make.h"
#include "platform/sql/database.h"

namespace vafa::ingest {
namespace {

using http::Method;
using rest::Call;
using rest::Permission;

std::optional<std::string> given(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

template <class Items>
std::optional<Items> given_any(const Items& items) {
    return items.empty() ? std::nullopt : std::optional(items);
}

// The other way round than order_from.
wire::AskedImport asked_for(const ImportOrder& order) {
    wire::AskedImport asked;
    asked.uploads = order.uploads;
    asked.kind = json::parse_enum<ImportKind>(order.kind);
    asked.preset = given(order.preset);
    asked.currency = given(order.currency);
    asked.time_zone = given(order.time_zone);
    asked.sheet = given(order.sheet);
    asked.encoding = given(order.encoding);
    asked.calendar = json::parse_enum<wire::Calendar>(order.calendar);
    asked.date_order = json::parse_enum<wire::DateOrder>(order.date_order);
    asked.decimal = json::parse_enum<wire::Decimal>(order.decimal);
    asked.customer_by = json::parse_enum<wire::Identity>(order.customer_by);
    asked.map = given_any(order.map);
    asked.set_aside = given_any(order.set_aside);
    asked.statuses = given_any(order.statuses);
    asked.traits = given_any(order.traits);
    asked.ignore = given_any(order.ignore);
    if (order.accept_unit) asked.accept_unit = true;
    if (order.no_traits) asked.no_traits = true;
    return asked;
}

wire::Import view_of(ImportJobs& jobs, const commerce::ImportRecord& record, i18n::Locale locale) {
    wire::Import view;
    view.id = to_string(record.id);
    view.kind = record.kind;
    view.progress = jobs.progress(record.id);
    view.state = json::parse_enum<wire::State>(state_word(record, view.progress.has_value()))
                     .value_or(wire::State::failed);
    view.files = files_of(record);
    const ImportOrder order = order_of(record.options);
    view.uploads = order.uploads;
    if (!order.uploads.empty()) view.asked = asked_for(order);
    view.started_at = Instant{record.started_at};
    if (record.finished_at) view.finished_at = Instant{*record.finished_at};
    if (const auto undo = undo_in(record)) {
        view.undo = {undo->orders, undo->removed, undo->changed, undo->customers};
    }
    view.result = result_in(record.counters, locale);
    if (const auto error = error_in(record.counters)) {
        view.problem = i18n::describe(locale, *error);
        view.problem_field = error->field;
        view.problem_key = error->key;
        view.problem_params = {error->params.begin(), error->params.end()};
    }
    std::error_code ignored;
    view.has_rejected_rows = std::filesystem::exists(jobs.rejected_file(record.id), ignored);
    return view;
}

Result<commerce::ImportRecord> record_named(sql::Session& session, const std::string& text) {
    const auto id = parse_id<ImportTag>(text);
    if (id.has_value()) {
        if (auto record = commerce::find_import(session, *id)) return std::move(*record);
    }
    return not_found("error.import_not_found");
}

Result<commerce::ImportRecord> record_named(ImportJobs& jobs, const std::string& text) {
    return jobs.ports().database.read(
        [&](sql::Session& session) { return record_named(session, text); });
}

ImportOrder order_from(const wire::NewImport& request, i18n::Locale locale) {
    ImportOrder order;
    if (request.kind) order.kind = word_of(*request.kind);
    order.uploads = request.uploads;
    order.preset = request.preset.value_or("");
    if (request.map) order.map = *request.map;
    order.currency = request.currency.value_or("");
    order.time_zone = request.time_zone.value_or("");
    order.sheet = request.sheet.value_or("");
    order.encoding = request.encoding.value_or("");
    if (request.calendar) order.calendar = json::enum_name(*request.calendar);
    if (request.customer_by) order.customer_by = json::enum_name(*request.customer_by);
    order.set_aside = request.set_aside.value_or(std::vector<std::string>());
    if (request.statuses) order.statuses = *request.statuses;
    order.traits = request.traits.value_or(std::vector<std::string>());
    order.ignore = request.ignore.value_or(std::vector<std::string>());
    order.no_traits = request.no_traits.value_or(false);
    if (request.date_order) order.date_order = json::enum_name(*request.date_order);
    if (request.decimal) order.decimal = json::enum_name(*request.decimal);
    order.accept_unit = request.accept_unit.value_or(false);
    order.language = i18n::code_of(locale);
    return order;
}

rest::Route add_import(ImportJobs* jobs) {
    return rest::write_route<wire::NewImport, wire::Import, ImportOrder>(
        {.method = Method::post,
         .path = "/api/v1/imports",
         .summary = "Import uploaded files behind the scenes, after those already waiting.",
         .permission = Permission::imports_write,
         .success = 202,
         .description = "Follow it with GET /api/v1/imports/{id} or its events. An import that was "
                        "accepted is run to its end, also over restarts of the server."},
        [jobs](Call& call, const wire::NewImport& request) -> Result<ImportOrder> {
            if (request.uploads.empty()) return invalid("error.import_no_files").at("/uploads");
            ImportOrder order = order_from(request, call.locale);
            auto checked = jobs->check(order);
            if (checked.has_error()) return at_pointer(std::move(checked).error());
            return order;
        },
        [jobs](Call& call, sql::Session& session, const wire::NewImport&,
               const ImportOrder& order) -> Result<wire::Import> {
            VAFA_TRY(const ImportId id, jobs->enqueue(session, order));
            VAFA_TRY(const auto record, record_named(session, to_string(id)));
            wire::Import view = view_of(*jobs, record, call.locale);
            call.audit({"imports.add", view.id, nullptr, json::encode(order)});
            call.after_commit.push_back([jobs] { jobs->wake(); });
            return view;
        });
}

rest::Route list_imports(ImportJobs* jobs) {
    return rest::read_route<wire::ImportList, wire::ImportPage>(
        {.method = Method::get,
         .path = "/api/v1/imports",
         .summary = "List imports, the newest first.",
         .permission = Permission::imports_read},
        [jobs](Call& call, const wire::ImportList& request) -> Result<wire::ImportPage> {
            ImportId before;
            if (request.cursor) {
                VAFA_TRY(const auto parts, rest::read_cursor(*request.cursor, 1));
                const auto id = parse_id<ImportTag>(parts[0]);
                if (id.has_error()) return invalid("error.cursor").at("/cursor");
                before = *id;
            }
            const auto limit = static_cast<int>(request.limit.value_or(rest::kDefaultPage));
            VAFA_TRY(const auto records, jobs->ports().database.read([&](sql::Session& session) {
                return Result<std::vector<commerce::ImportRecord>>(
                    commerce::list_imports(session, before, limit + 1));
            }));
            wire::ImportPage page;
            for (const auto& record : records) {
                if (page.items.size() == static_cast<std::size_t>(limit)) {
                    page.next_cursor = rest::make_cursor({page.items.back().id});
                    break;
                }
                page.items.push_back(view_of(*jobs, record, call.locale));
            }
            return page;
        });
}

rest::Route get_import(ImportJobs* jobs) {
    return rest::read_route<wire::OneImport, wire::Import>(
        {.method = Method::get,
         .path = "/api/v1/imports/{id}",
         .summary = "Show an import: how far it is, and how it ended.",
         .permission = Permission::imports_read},
        [jobs](Call& call, const wire::OneImport& request) -> Result<wire::Import> {
            VAFA_TRY(const auto record, record_named(*jobs, request.id));
            return view_of(*jobs, record, call.locale);
        });
}

rest::Route cancel_import(ImportJobs* jobs) {
    return rest::write_route<wire::OneImport, wire::Import>(
        {.method = Method::post,
         .path = "/api/v1/imports/{id}/cancel",
         .summary = "Cancel an import; what it added so far stays.",
         .permission = Permission::imports_write,
         .errors = {ErrorCode::conflict},
         .success = 202},
        [jobs](Call& call, sql::Session& session,
               const wire::OneImport& request) -> Result<wire::Import> {
            VAFA_TRY(const auto before, record_named(session, request.id));
            VAFA_CHECK(jobs->cancel(session, before.id));
            VAFA_TRY(const auto after, record_named(session, request.id));
            wire::Import view = view_of(*jobs, after, call.locale);
            call.audit({"imports.cancel", request.id,
                        json::encode(view_of(*jobs, before, call.locale).state),
                        json::encode(wire::State::cancelled)});
            call.after_commit.push_back([jobs, id = before.id] { jobs->interrupt(id); });
            return view;
        });
}

rest::Route pause(ImportJobs* jobs, bool paused) {
    return rest::write_route<wire::OneImport, wire::Import>(
        {.method = Method::post,
         .path = paused ? "/api/v1/imports/{id}/pause" : "/api/v1/imports/{id}/resume",
         .summary = paused ? "Let a running import wait." : "Let a paused import go on.",
         .permission = Permission::imports_write,
         .errors = {ErrorCode::conflict},
         .description = "Its `progress` tells whether it waits. A server that is started anew goes "
                        "on with it by itself."},
        [jobs, paused](Call& call, sql::Session& session,
                       const wire::OneImport& request) -> Result<wire::Import> {
            VAFA_TRY(const auto record, record_named(session, request.id));
            VAFA_CHECK(jobs->pause(record.id, paused));
            call.audit({paused ? "imports.pause" : "imports.resume", request.id, nullptr, nullptr});
            return view_of(*jobs, record, call.locale);
        });
}

rest::Route undo(ImportJobs* jobs) {
    return rest::write_route<wire::OneImport, wire::Import>(
        {.method = Method::post,
         .path = "/api/v1/imports/{id}/undo",
         .summary = "Take an import back whole, behind the scenes.",
         .permission = Permission::imports_write,
         .errors = {ErrorCode::conflict},
         .success = 202,
         .description = "Afterwards the store is as if the import had never come, whatever others "
                        "said of the same orders. Settings it brought along (currency, calendar) "
                        "stay. Follow it like an import; it is carried to its end over restarts. "
                        "The same file may be imported again."},
        [jobs](Call& call, sql::Session& session,
               const wire::OneImport& request) -> Result<wire::Import> {
            VAFA_TRY(const auto before, record_named(session, request.id));
            VAFA_CHECK(jobs->undo(session, before.id));
            VAFA_TRY(const auto after, record_named(session, request.id));
            wire::Import view = view_of(*jobs, after, call.locale);
            call.audit({"imports.undo", request.id,
                        json::encode(view_of(*jobs, before, call.locale).state),
                        json::encode(view.state)});
            call.after_commit.push_back([jobs] { jobs->wake(); });
            return view;
        });
}

rest::Route events(ImportJobs* jobs) {
    return rest::download_route<wire::OneImport>(
        {.method = Method::get,
         .path = "/api/v1/imports/{id}/events",
         .summary = "Follow an import: server-sent events `progress`, then `done`.",
         .permission = Permission::imports_read,
         .answer_type = "text/event-stream",
         .description = "`progress` carries an ImportProgress, `done` the state it ended in; then "
                        "the stream ends."},
        [jobs](Call&, const wire::OneImport& request) -> Result<http::Response> {
            VAFA_TRY(const auto record, record_named(*jobs, request.id));
            auto stream = std::make_shared<http::EventStream>();
            jobs->watch(record.id, stream);
            http::Response response;
            response.headers.set("content-type", "text/event-stream");
            response.headers.set("cache-control", "no-store");
            response.body = std::move(stream);
            return response;
        });
}

rest::Route rejected(ImportJobs* jobs) {
    return rest::download_route<wire::OneImport>(
        {.method = Method::get,
         .path = "/api/v1/imports/{id}/rejected",
         .summary = "Download the rows that were set aside, each with its reason.",
         .permission = Permission::imports_read,
         .answer_type = "text/csv"},
        [jobs](Call&, const wire::OneImport& request) -> Result<http::Response> {
            VAFA_TRY(const auto record, record_named(*jobs, request.id));
            const auto file = jobs->rejected_file(record.id);
            std::error_code ignored;
            if (!std::filesystem::exists(file, ignored)) {
                return not_found("error.no_rejected_rows");
            }
            http::Response response;
            response.headers.set("content-type", "text/csv; charset=utf-8");
            response.headers.set("content-disposition",
                                 "attachment; filename=\"" + file.filename().string() + "\"");
            response.headers.set("cache-control", "private, no-cache");
            response.body = http::FileBody{file};
            return response;
        });
}

}  // namespace

std::vector<rest::Route> import_routes(ImportJobs* jobs) {
    return {add_import(jobs),    list_imports(jobs), get_import(jobs),
            cancel_import(jobs), pause(jobs, true),  pause(jobs, false),
            undo(jobs),          events(jobs),       rejected(jobs)};
}

}  // namespace vafa::ingest
