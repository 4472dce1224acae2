#include "ingest/routes.h"
#include "ingest/value_options.h"
#include "ingest/wire.h"
#include "platform/rest/route_make.h"

namespace vafa::ingest {
namespace {

using http::Method;
using rest::Call;
using rest::Permission;

wire::Upload view_of(const Upload& upload) {
    return {to_string(upload.id), upload.name, upload.size, Instant{upload.created_at},
            Instant{upload.used_at + kUploadDays * kMsPerDay}};
}

Result<Upload> upload_named(ImportJobs& jobs, const std::string& text) {
    const auto id = parse_id<UploadTag>(text);
    if (id.has_error()) return not_found("error.upload_not_found").with("upload", text);
    return jobs.uploads().find(*id);
}

rest::Route add_upload(ImportJobs* jobs) {
    return rest::upload_route<wire::NewUpload, wire::Upload>(
        {.method = Method::post,
         .path = "/api/v1/imports/uploads",
         .summary = "Upload a file of orders; the body is the file, gzipped or not.",
         .permission = Permission::imports_write,
         .success = 201,
         .upload_limit = kMaxUploadBytes,
         .description = "It is kept for seven days after its last use. Look at it with GET, then "
                        "import it with POST /api/v1/imports."},
        [jobs](Call& call, const wire::NewUpload& request) -> Result<wire::Upload> {
            VAFA_TRY(const Upload upload,
                     jobs->uploads().take(call.request.body_file, request.name.value_or("")));
            wire::Upload view = view_of(upload);
            call.audit({"uploads.add", view.id, nullptr, json::encode(view)});
            return view;
        });
}

rest::Route list_uploads(ImportJobs* jobs) {
    return rest::read_route<rest::Nothing, wire::UploadList>(
        {.method = Method::get,
         .path = "/api/v1/imports/uploads",
         .summary = "List the uploads that are kept.",
         .permission = Permission::imports_read},
        [jobs](Call&, const rest::Nothing&) -> Result<wire::UploadList> {
            wire::UploadList uploads;
            for (const Upload& upload : jobs->uploads().list()) {
                uploads.items.push_back(view_of(upload));
            }
            return uploads;
        });
}

// "a=b" parted at `equals`.
Result<std::pair<std::string, std::string>> assignment(const std::string& text, std::size_t equals,
                                                       const char* pointer) {
    if (equals == std::string::npos) {
        return invalid("error.not_an_assignment").with("value", text).at(pointer);
    }
    return std::pair(text.substr(0, equals), text.substr(equals + 1));
}

Result<ImportRequest> request_from(const wire::PreviewRequest& from) {
    ImportRequest request;
    request.kind = from.kind.value_or(ImportKind::orders);
    request.preset = from.preset.value_or("");
    request.currency = from.currency.value_or("");
    request.time_zone = from.time_zone.value_or("");
    request.sheet = from.sheet.value_or("");
    request.encoding = from.encoding.value_or("");
    if (from.calendar) {
        const bool persian = *from.calendar == wire::Calendar::persian;
        request.calendar = persian ? CalendarKind::persian : CalendarKind::gregorian;
    }
    if (from.date_order) VAFA_CHECK(set_date_order(request, json::enum_name(*from.date_order)));
    if (from.decimal) VAFA_CHECK(set_decimal(request, json::enum_name(*from.decimal)));
    request.accept_unit = from.accept_unit.value_or(false);
    const std::vector<std::string> none;
    for (const auto& option : from.map ? *from.map : none) {
        VAFA_TRY(auto column, assignment(option, option.find('='), "/map"));
        request.map.push_back(std::move(column));
    }
    for (const auto& option : from.statuses ? *from.statuses : none) {
        VAFA_TRY(auto status, assignment(option, option.rfind('='), "/statuses"));
        request.statuses.push_back(std::move(status));
    }
    if (from.customer_by) request.customer_by = json::enum_name(*from.customer_by);
    request.set_aside = from.set_aside.value_or(none);
    request.traits = from.traits.value_or(none);
    request.ignore = from.ignore.value_or(none);
    request.no_traits = from.no_traits.value_or(false);
    return request;
}

Result<ImportSummary> try_whole(ImportJobs& jobs, ImportRequest import, const Upload& upload,
                                i18n::Locale locale) {
    if (upload.size > kMaxDryRunBytes) {
        return Error{ErrorCode::too_large, "error.dry_run_too_large"}
            .with("mib", std::to_string(kMaxDryRunBytes >> 20))
            .at("/dry_run");
    }
    import.dry_run = true;
    const ImportJobs::Ports& ports = jobs.ports();
    const ImportDeps parts{
        .database = ports.database,
        .intake = ports.intake,
        .ids = ports.ids,
        .clock = ports.clock,
        .data_dir = ports.data_dir,
        .describe = [locale](const Error& error) { return i18n::describe(locale, error); }};
    auto result = import_orders(parts, import);
    if (result.has_error()) return at_pointer(std::move(result).error());
    return summary_of(*result, locale);
}

rest::Route preview(ImportJobs* jobs) {
    return rest::read_route<wire::PreviewRequest, wire::UploadPreview>(
        {.method = Method::get,
         .path = "/api/v1/imports/uploads/{id}",
         .summary = "Look at an upload: its columns, first rows and what they are taken for.",
         .permission = Permission::imports_read,
         .errors = {ErrorCode::conflict, ErrorCode::too_large}},
        [jobs](Call& call, const wire::PreviewRequest& request) -> Result<wire::UploadPreview> {
            VAFA_TRY(const Upload upload, upload_named(*jobs, request.id));
            VAFA_TRY(auto import, request_from(request));
            wire::UploadPreview answer{view_of(upload), {}, {}};
            import.files = {jobs->uploads().path_of(upload).string()};
            auto file = preview_file(import, call.locale);
            if (file.has_error()) return at_pointer(std::move(file).error());
            answer.file = std::move(file).value();
            if (request.dry_run.value_or(false)) {
                VAFA_TRY(answer.dry_run, try_whole(*jobs, std::move(import), upload, call.locale));
            }
            return answer;
        });
}

rest::Route remove_upload(ImportJobs* jobs) {
    return rest::write_route<wire::OneUpload, rest::Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/imports/uploads/{id}",
         .summary = "Delete an upload that no open import needs.",
         .permission = Permission::imports_write,
         .errors = {ErrorCode::conflict},
         .success = 204},
        [jobs](Call& call, sql::Session& session,
               const wire::OneUpload& request) -> Result<rest::Nothing> {
            VAFA_TRY(const Upload upload, upload_named(*jobs, request.id));
            if (ImportJobs::is_used(session, upload.id)) return conflict("error.upload_in_use");
            call.audit({"uploads.delete", request.id, json::encode(view_of(upload)), nullptr});
            call.after_commit.push_back([jobs, id = upload.id] {
                (void)jobs->uploads().remove(id);  // what is left over, the next sweep takes
            });
            return rest::Nothing{};
        });
}

}  // namespace

std::vector<rest::Route> upload_routes(ImportJobs* jobs) {
    return {add_upload(jobs), list_uploads(jobs), preview(jobs), remove_upload(jobs)};
}

}  // namespace vafa::ingest
