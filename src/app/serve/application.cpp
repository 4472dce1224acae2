#include "app/serve/application.h"

#include <array>
#include <fmt/format.h>

#include "app/serve/site.h"
#include "platform/log/log.h"
#include "platform/rest/call.h"
#include "platform/rest/language.h"
#include "platform/rest/problem.h"

namespace vafa::app {
namespace {

constexpr std::string_view kApi = "/api/";
constexpr std::string_view kDocument = "/api/openapi.json";

// Nothing from elsewhere is loaded, nobody frames us, no script stands in a page. Styles are
// allowed inline because charts position their parts so.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kSafety = {{
    {"content-security-policy",
     "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
     "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
     "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"},
    {"x-content-type-options", "nosniff"},
    {"x-frame-options", "DENY"},
    {"referrer-policy", "no-referrer"},
    {"cross-origin-opener-policy", "same-origin"},
    {"cross-origin-resource-policy", "same-origin"},
    {"permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()"},
    {"x-permitted-cross-domain-policies", "none"},
}};

bool is_probe(std::string_view path) { return path == "/healthz"; }

void make_safe(http::Response& response, bool secure) {
    for (const auto& [name, value] : kSafety) response.headers.set(name, std::string(value));
    if (secure) response.headers.set("strict-transport-security", "max-age=31536000");
}

bool from_this_machine(const http::RequestHead& head) {
    return !head.proxied && (head.peer == "127.0.0.1" || head.peer == "::1");
}

}  // namespace

http::Plan Application::plan(const http::RequestHead& head) {
    if (head.path.starts_with(kApi) && head.path != kDocument) return deps_.router.plan(head);
    http::Plan plan;
    plan.at_once = head.path != "/readyz" && head.path != "/metrics";
    return plan;
}

http::Response Application::answer(http::Request& request) {
    auto response = respond(request);
    // A probe is asked thousands of times by machines that read no pages.
    if (!is_probe(request.path)) make_safe(response, request.secure);
    return response;
}

http::Response Application::respond(http::Request& request) {
    if (is_probe(request.path)) return http::text_response(200, "text/plain", "ok\n");
    if (request.path == kDocument && request.method == http::Method::get) return document();
    if (request.path.starts_with(kApi)) return deps_.router.answer(request);
    if (request.path == "/readyz") return readiness(request);
    if (request.path == "/metrics") return measurements(request);
    const auto locale = rest::preferred_language(request.headers.get("accept-language"));
    if (request.method != http::Method::get && request.method != http::Method::head) {
        const Error error = invalid("error.method_not_allowed")
                                .with("method", std::string(http::method_name(request.method)));
        return rest::problem(error, locale, request.id);
    }
    if (auto page = site_response(request.path)) return std::move(*page);
    return rest::problem(not_found("error.no_such_address").with("path", request.path), locale,
                         request.id);
}

http::Response Application::document() const {
    auto response = http::text_response(200, "application/json", deps_.description);
    response.headers.set("etag", rest::etag_of_bytes(deps_.description));
    response.headers.set("cache-control", "no-cache");
    return response;
}

http::Response Application::readiness(const http::Request& request) {
    if (const auto ready = deps_.ready(); ready.has_error()) {
        log::warning("not ready: {}", ready.error().key);
        return rest::problem(unavailable(ready.error().key), i18n::Locale::en, request.id);
    }
    return http::text_response(200, "text/plain", "ready\n");
}

http::Response Application::measurements(const http::Request& request) {
    if (!from_this_machine(request)) {
        http::Headers ignored;
        const auto who = deps_.gate.identify(request, deps_.clock.now(), ignored);
        const Error refused{ErrorCode::unauthenticated, "error.sign_in_first"};
        if (who.has_error()) return rest::problem(who.error(), i18n::Locale::en, request.id);
        if (!who->may(rest::Permission::server_read)) {
            return rest::problem(refused, i18n::Locale::en, request.id);
        }
    }
    return http::text_response(200, "text/plain; version=0.0.4", deps_.telemetry.text());
}

void Application::sent(const http::RequestHead& head, const Sent& what) {
    // The pattern of the route, never the address itself: that may name a customer.
    const std::string_view route =
        head.path.starts_with(kApi) ? deps_.router.pattern(head.method, head.path) : "page";
    if (is_probe(head.path)) return;
    const std::string method(http::method_name(head.method));
    deps_.telemetry.count("vafa_http_requests_total", "Answers by route and status.",
                          {{"method", method},
                           {"route", std::string(route)},
                           {"status", std::to_string(what.status)}});
    deps_.telemetry.observe_seconds("vafa_http_request_seconds",
                                    "From a request's first byte to its answer's last.",
                                    {{"route", std::string(route)}}, what.seconds);
    log::info("request id={} method={} route={} status={} in={} out={} ms={:.1f}", head.id, method,
              route, what.status, what.bytes_in, what.bytes_out, what.seconds * 1000);
}

}  // namespace vafa::app
