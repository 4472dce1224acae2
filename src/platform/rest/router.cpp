#include "platform/rest/router.h"

#include <algorithm>
#include <exception>
#include <fmt/format.h>

#include "platform/log/log.h"
#include "platform/rest/idempotency.h"
#include "platform/rest/input.h"
#include "platform/rest/language.h"
#include "platform/rest/problem.h"
#include "platform/rest/route_make.h"
#include "platform/sql/database.h"

namespace vafa::rest {
namespace {

// Of strangers' writes (signing in, setting up), an address.
constexpr double kStrangerBurst = 30;
constexpr double kStrangerPerSecond = 0.5;

std::vector<std::string> split_path(std::string_view path) {
    std::vector<std::string> segments;
    path.remove_prefix(1);
    for (std::size_t at = 0; at <= path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        segments.emplace_back(path.substr(at, end - at));
        at = end + 1;
    }
    return segments;
}

bool is_variable(std::string_view segment) { return segment.starts_with('{'); }

// Fixed segments before variable ones: /customers/export is not /customers/{id}.
bool more_specific(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (is_variable(a[i]) != is_variable(b[i])) return is_variable(b[i]);
    }
    return false;
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& segments) {
    if (pattern.size() != segments.size()) return false;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (is_variable(pattern[i]) ? segments[i].empty() : pattern[i] != segments[i]) return false;
    }
    return true;
}

bool is_unsafe(const Route& route) {
    return route.kind == RouteKind::write || route.kind == RouteKind::upload;
}

Error sign_in_first() { return {ErrorCode::unauthenticated, "error.sign_in_first"}; }

}  // namespace

Router::Router(Deps deps, std::vector<Route> routes)
    : deps_(std::move(deps)),
      routes_(std::move(routes)),
      strangers_(kStrangerBurst, kStrangerPerSecond) {
    std::stable_sort(routes_.begin(), routes_.end(), [](const Route& a, const Route& b) {
        const auto x = split_path(a.info.path);
        const auto y = split_path(b.info.path);
        return x.size() != y.size() ? x.size() < y.size() : more_specific(x, y);
    });
    for (const auto& route : routes_) segments_.push_back(split_path(route.info.path));
    for (std::size_t a = 0; a < routes_.size(); ++a) {
        for (std::size_t b = a + 1; b < routes_.size(); ++b) {
            VAFA_ASSERT(routes_[a].info.method != routes_[b].info.method ||
                        routes_[a].info.path != routes_[b].info.path);
        }
    }
}

Result<Router::Match> Router::match(http::Method method, std::string_view path) const {
    const auto segments = split_path(path);
    const auto wanted = method == http::Method::head ? http::Method::get : method;
    std::string allowed;
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        if (!fits(segments_[i], segments)) continue;
        const Route& route = routes_[i];
        if (route.info.method != wanted) {
            const std::string name(http::method_name(route.info.method));
            if (allowed.find(name) == std::string::npos) {
                allowed += (allowed.empty() ? "" : ", ") + name;
            }
            continue;
        }
        Match found{&route, {}};
        for (std::size_t s = 0; s < segments.size(); ++s) {
            const std::string& name = segments_[i][s];
            if (is_variable(name)) found.path[name.substr(1, name.size() - 2)] = segments[s];
        }
        return found;
    }
    if (!allowed.empty()) {
        return invalid("error.method_not_allowed")
            .with("method", std::string(http::method_name(method)))
            .with("allowed", allowed);
    }
    return not_found("error.no_such_address").with("path", std::string(path));
}

std::string_view Router::pattern(http::Method method, std::string_view path) const {
    const auto found = match(method, path);
    return found.has_value() ? found->route->info.path : "unknown";
}

http::Plan Router::plan(const http::RequestHead& head) {
    http::Plan plan;
    const auto found = match(head.method, head.path);
    if (found.has_error() || found->route->kind != RouteKind::upload) return plan;
    // Nobody fills the disk who may not: asked before the body is read.
    const http::Request request{head, {}, {}};
    Call call{
        request, {}, preferred_language(head.headers.get("accept-language")), deps_.clock.now()};
    if (const auto admitted = admit(call, *found->route); admitted.has_error()) {
        plan.refusal = problem(admitted.error(), call.locale, head.id);
        return plan;
    }
    plan.body_limit = found->route->info.upload_limit;
    plan.spool = deps_.uploads / head.id;
    return plan;
}

http::Response Router::answer(http::Request& request) {
    Call call{
        request, {}, preferred_language(request.headers.get("accept-language")), deps_.clock.now()};
    Route::Refusal refusal;
    Error failure;
    try {
        auto answered = run(call, request, refusal);
        if (answered.has_value()) return std::move(answered).value();
        failure = std::move(answered).error();
    } catch (const std::exception& exception) {
        log::error("request {}: {}", request.id, exception.what());
        failure = Error{ErrorCode::internal, "error.internal_fault"}.with("request", request.id);
    }
    if (status_of(failure) >= 500) log::warning("request {}: {}", request.id, failure.key);
    auto response = problem(failure, call.locale, request.id, refusal);
    for (const auto& [name, value] : call.headers.all()) {
        if (name == "set-cookie" || name == "retry-after") response.headers.add(name, value);
    }
    if (failure.key == "error.method_not_allowed") {
        response.headers.set("allow", failure.params.back().second);
    }
    if (response.status == 401) response.headers.set("www-authenticate", "Bearer");
    if (response.status == 429 && !response.headers.find("retry-after")) {
        response.headers.set("retry-after", "2");
    }
    return response;
}

Result<void> Router::admit(Call& call, const Route& route) {
    VAFA_TRY(call.principal, deps_.gate.identify(call.request, call.now, call.headers));
    const bool stranger = call.principal.kind == Principal::Kind::stranger;
    if (!call.principal.may(route.info.permission)) {
        if (stranger) return sign_in_first();
        return Error{ErrorCode::denied, "error.not_permitted"}.with(
            "permission", std::string(json::enum_name(route.info.permission)));
    }
    if (stranger && is_unsafe(route) && !strangers_.take(call.request.peer, call.now)) {
        return unavailable("error.too_many_requests");
    }
    return {};
}

Result<http::Response> Router::run(Call& call, http::Request& request, Route::Refusal& refusal) {
    VAFA_TRY(const Match found, match(request.method, request.path));
    VAFA_CHECK(admit(call, *found.route));
    call.status = found.route->info.success;
    VAFA_TRY(auto input, gather_input(*found.route, found.path, request));
    auto answer = found.route->run(
        call, boost::json::value(std::move(input)), refusal,
        [&](Call& same, const Route::Write& write) { return transact(same, *found.route, write); });
    if (answer.has_value() && found.route->kind == RouteKind::upload) {
        VAFA_CHECK(deps_.database.write([&](sql::Session& session) -> Result<void> {
            record_changes(session, call);
            return {};
        }));
    }
    return answer;
}

void Router::record_changes(sql::Session& session, const Call& call) const {
    for (const auto& entry : call.changes) {
        deps_.gate.record(session, call.principal, call.request, entry, call.now);
    }
}

Result<boost::json::value> Router::transact(Call& call, const Route& route,
                                            const Route::Write& write) {
    const auto once = [&](sql::Session& session) {
        return write_once(session, call, route, write);
    };
    auto answer = deps_.database.write(once);
    // Two requests with one key at a time: the second one's commit fails, and then finds the
    // first one's answer.
    if (answer.has_error() && answer.error().code == ErrorCode::conflict &&
        call.request.headers.find("idempotency-key")) {
        answer = deps_.database.write(once);
    }
    if (answer.has_value()) {
        for (const auto& then : call.after_commit) then();
    }
    return answer;
}

Result<boost::json::value> Router::write_once(sql::Session& session, Call& call, const Route& route,
                                              const Route::Write& write) {
    call.changes.clear();
    call.after_commit.clear();
    VAFA_TRY(const auto key, idempotency_key(call));
    if (key) {
        VAFA_TRY(const auto kept, find_answer(session, *key));
        if (kept) {
            if (route.info.secret_answer) return conflict("error.answer_not_kept");
            call.status = kept->status;
            call.headers.set("idempotency-replayed", "true");
            return kept->body;
        }
    }
    VAFA_TRY(const boost::json::value answer, write(session));
    record_changes(session, call);
    if (key) {
        const bool secret = route.info.secret_answer;
        keep_answer(session, *key, {call.status, secret ? boost::json::value() : answer}, call.now);
    }
    return answer;
}

}  // namespace vafa::rest
