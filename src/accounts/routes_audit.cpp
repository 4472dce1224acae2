#include <charconv>

#include "accounts/audit.h"
#include "accounts/route_support.h"
#include "accounts/routes.h"
#include "platform/rest/route_make.h"

namespace vafa::accounts {
namespace {

Result<std::optional<AuditPlace>> place_of(const std::optional<std::string>& cursor) {
    if (!cursor) return std::optional<AuditPlace>();
    VAFA_TRY(const auto parts, rest::read_cursor(*cursor, 2));
    AuditPlace place;
    const char* end = parts[0].data() + parts[0].size();
    const auto [stopped, failed] = std::from_chars(parts[0].data(), end, place.at);
    const auto id = parse_id<AuditTag>(parts[1]);
    if (failed != std::errc() || stopped != end || id.has_error()) {
        return invalid("error.cursor").at("/cursor");
    }
    place.id = *id;
    return std::optional(place);
}

AuditFilter filter_of(const AuditRequest& request) {
    AuditFilter filter;
    filter.actor = request.actor.value_or("");
    filter.action = request.action.value_or("");
    filter.subject = request.subject.value_or("");
    if (request.from) filter.from = request.from->ms;
    if (request.to) filter.to = request.to->ms;
    return filter;
}

}  // namespace

std::vector<rest::Route> audit_routes(Services& services) {
    return {rest::read_route<AuditRequest, AuditPage>(
        {.method = http::Method::get,
         .path = "/api/v1/audit",
         .summary = "List what was changed, by whom and when; the newest first.",
         .permission = rest::Permission::audit_read},
        [&](rest::Call&, const AuditRequest& request) -> Result<AuditPage> {
            const std::int64_t limit = request.limit.value_or(rest::kDefaultPage);
            VAFA_TRY(const auto before, place_of(request.cursor));
            return services.database.read([&](sql::Session& session) -> Result<AuditPage> {
                return page_of<AuditPage>(
                    list_audit(session, filter_of(request), before, limit + 1), limit,
                    [](const AuditRecord& record) { return view_of(record); },
                    [](const AuditRecord& record) {
                        return std::vector{std::to_string(record.at), to_string(record.id)};
                    });
            });
        })};
}

}  // namespace vafa::accounts
