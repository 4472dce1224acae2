#pragma once

#include <utility>

#include "platform/rest/route.h"

// How routes.cpp files make their table; see route.h for the rules.
namespace vafa::rest {

namespace detail {

bool in_path(std::string_view path, std::string_view member);
bool reads_body(RouteKind kind, http::Method method);
http::Response json_response(const Call& call, const boost::json::value& body);
http::Response empty_response(const Call& call);

template <class Req>
std::vector<Route::Member> members_of(const RouteInfo& info, RouteKind kind) {
    std::vector<Route::Member> members;
    const auto rest = reads_body(kind, info.method) ? Route::Place::body : Route::Place::query;
    boost::mp11::mp_for_each<json::detail::Members<Req>>([&](auto d) {
        using Member = std::remove_reference_t<decltype(std::declval<Req&>().*d.pointer)>;
        const std::string_view name = json::detail::wire_name(d.name);
        const bool on_path = in_path(info.path, name);
        VAFA_ASSERT(!on_path || (std::is_same_v<Member, std::string>));
        members.push_back({name, on_path ? Route::Place::path : rest});
    });
    return members;
}

template <class T>
std::function<boost::json::value(json::SchemaSet&)> schema_of() {
    if constexpr (std::is_same_v<T, Nothing>) {
        return nullptr;
    } else {
        return [](json::SchemaSet& set) { return set.schema<T>(); };
    }
}

template <class Req, class Res>
Route describe(RouteInfo info, RouteKind kind) {
    Route route;
    route.kind = kind;
    route.members = members_of<Req>(info, kind);
    // Inline, never a named component: its members spread over path, query and body.
    route.request_schema = [](json::SchemaSet& set) { return set.members_of<Req>(); };
    route.answer_schema = schema_of<Res>();
    route.info = std::move(info);
    return route;
}

// The decoded request, or nothing with the refusal filled.
template <class Req>
std::optional<Req> decode_request(RouteKind kind, http::Method method,
                                  const boost::json::value& input, Route::Refusal& refusal) {
    const auto texts = reads_body(kind, method) ? json::Texts::as_texts : json::Texts::as_values;
    auto decoded = json::decode<Req>(input, json::UnknownKeys::refuse, texts);
    if (decoded.ok()) return std::move(decoded.value);
    refusal = std::move(decoded.errors);
    return std::nullopt;
}

inline Error refused() { return invalid("error.request_invalid"); }

template <class Res>
boost::json::value encode_answer(const Res& answer) {
    if constexpr (std::is_same_v<Res, Nothing>) {
        return nullptr;
    } else {
        return json::encode(answer);
    }
}

template <class Req, class Res>
Route answering(RouteInfo info, RouteKind kind, ReadHandler<Req, Res> handler) {
    Route route = describe<Req, Res>(std::move(info), kind);
    route.run = [kind, method = route.info.method, handler = std::move(handler)](
                    Call& call, const boost::json::value& input, Route::Refusal& refusal,
                    const Route::Transact&) -> Result<http::Response> {
        const auto request = decode_request<Req>(kind, method, input, refusal);
        if (!request) return refused();
        VAFA_TRY(const Res answer, handler(call, *request));
        if constexpr (std::is_same_v<Res, Nothing>) {
            return empty_response(call);
        } else {
            return json_response(call, json::encode(answer));
        }
    };
    return route;
}

}  // namespace detail

template <class Req, class Res>
Route read_route(RouteInfo info, ReadHandler<Req, Res> handler) {
    return detail::answering(std::move(info), RouteKind::read, std::move(handler));
}

template <class Req, class Res>
Route upload_route(RouteInfo info, ReadHandler<Req, Res> handler) {
    return detail::answering(std::move(info), RouteKind::upload, std::move(handler));
}

template <class Req, class Res, class Prepared>
Route write_route(RouteInfo info, PrepareHandler<Req, Prepared> prepare,
                  PreparedWriteHandler<Req, Res, Prepared> handler) {
    Route route = detail::describe<Req, Res>(std::move(info), RouteKind::write);
    route.run = [method = route.info.method, prepare = std::move(prepare),
                 handler = std::move(handler)](
                    Call& call, const boost::json::value& input, Route::Refusal& refusal,
                    const Route::Transact& transact) -> Result<http::Response> {
        const auto request = detail::decode_request<Req>(RouteKind::write, method, input, refusal);
        if (!request) return detail::refused();
        VAFA_TRY(const Prepared prepared, prepare(call, *request));
        const auto write = [&](sql::Session& session) -> Result<boost::json::value> {
            VAFA_TRY(const Res answer, handler(call, session, *request, prepared));
            return detail::encode_answer(answer);
        };
        VAFA_TRY(const boost::json::value answer, transact(call, write));
        if constexpr (std::is_same_v<Res, Nothing>) {
            return detail::empty_response(call);
        } else {
            return detail::json_response(call, answer);
        }
    };
    return route;
}

template <class Req, class Res>
Route write_route(RouteInfo info, WriteHandler<Req, Res> handler) {
    return write_route<Req, Res, Nothing>(
        std::move(info), [](Call&, const Req&) -> Result<Nothing> { return Nothing{}; },
        [handler = std::move(handler)](Call& call, sql::Session& session, const Req& request,
                                       const Nothing&) { return handler(call, session, request); });
}

template <class Req, class Res>
Route download_route(RouteInfo info, DownloadHandler<Req> handler) {
    Route route = detail::describe<Req, Res>(std::move(info), RouteKind::download);
    route.run = [method = route.info.method, handler = std::move(handler)](
                    Call& call, const boost::json::value& input, Route::Refusal& refusal,
                    const Route::Transact&) -> Result<http::Response> {
        const auto request =
            detail::decode_request<Req>(RouteKind::download, method, input, refusal);
        if (!request) return detail::refused();
        return handler(call, *request);
    };
    return route;
}

}  // namespace vafa::rest
