#include "platform/rest/route_make.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "base/text.h"

namespace vafa::rest {

std::string etag_of_bytes(std::string_view bytes) {
    return fmt::format("\"{:016x}{:x}\"", hash64(bytes), bytes.size());
}

std::string etag_of(const boost::json::value& value) {
    return etag_of_bytes(boost::json::serialize(value));
}

Result<void> Call::check_unchanged(const boost::json::value& current) const {
    const auto wanted = request.headers.find("if-match");
    if (!wanted || *wanted == "*") return {};
    const std::string have = etag_of(current);
    for (std::size_t at = 0; at <= wanted->size();) {
        const std::size_t end = std::min(wanted->find(',', at), wanted->size());
        std::string_view tag = trim(wanted->substr(at, end - at));
        // A proxy that compresses may have made it weak on the way.
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag == have) return {};
        at = end + 1;
    }
    return conflict("error.changed_meanwhile");
}

namespace detail {

bool in_path(std::string_view path, std::string_view member) {
    return path.find("{" + std::string(member) + "}") != std::string_view::npos;
}

bool reads_body(RouteKind kind, http::Method method) {
    using enum http::Method;
    return kind == RouteKind::write && (method == post || method == put || method == patch);
}

Route::Member place_of(const RouteInfo& info, RouteKind kind, std::string_view member,
                       bool is_text) {
    if (in_path(info.path, member)) {
        VAFA_ASSERT(is_text);
        return {member, Route::Place::path};
    }
    return {member, reads_body(kind, info.method) ? Route::Place::body : Route::Place::query};
}

http::Response empty_response(const Call& call) {
    http::Response response;
    response.status = call.status == 200 ? 204 : call.status;
    response.headers = call.headers;
    return response;
}

http::Response json_response(const Call& call, const boost::json::value& body) {
    http::Response response;
    response.status = call.status;
    response.headers = call.headers;
    std::string bytes = boost::json::serialize(body);
    response.headers.set("content-type", "application/json");
    if (!response.headers.find("etag")) response.headers.set("etag", etag_of_bytes(bytes));
    if (!response.headers.find("cache-control")) {
        response.headers.set("cache-control", "private, no-cache");
    }
    response.body = std::move(bytes);
    return response;
}

}  // namespace detail
}  // namespace vafa::rest
