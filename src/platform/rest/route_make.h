#pragma once

#include <utility>

#include "platform/rest/route.h"

// How routes.cpp files make their table; see route.h for the rules.
namespace vafa::rest {

template <class Res>
SchemaMaker answer_of() {
    if constexpr (std::is_same_v<Res, Nothing>) {
        return nullptr;
    } else {
        return [](json::SchemaSet& set) { return set.schema<Res>(); };
    }
}

namespace detail {

bool reads_body(RouteKind kind, http::Method method);
http::Response json_response(const Call& call, const boost::json::value& body);
http::Response empty_response(const Call& call);

Route::Member place_of(const RouteInfo& info, RouteKind kind, std::string_view member,
                       bool is_text);

template <class Req, template <class...> class List, class... D>
std::vector<Route::Member> members_of([[maybe_unused]] const RouteInfo& info,
                                      [[maybe_unused]] RouteKind kind, List<D...>) {
    return {place_of(info, kind, json::detail::wire_name(D::name),
                     std::is_same_v<std::remove_cvref_t<decltype(std::declval<Req&>().*D::pointer)>,
                                    std::string>)...};
}

template <class Req>
Route describe(RouteInfo info, RouteKind kind, SchemaMaker answer_schema) {
    Route route;
    route.kind = kind;
    route.members = members_of<Req>(info, kind, json::detail::Members<Req>());
    // Inline, never a named component: its members spread over path, query and body.
    route.request_schema = [](json::SchemaSet& set) { return set.members_of<Req>(); };
    route.answer_schema = std::move(answer_schema);
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
    Route route = describe<Req>(std::move(info), kind, answer_of<Res>());
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
    Route route = detail::describe<Req>(std::move(info), RouteKind::write, answer_of<Res>());
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

// Its own function, since what the answer holds is all that differs between some routes.
template <class Req>
Route download_route(RouteInfo info, SchemaMaker answer_schema, DownloadHandler<Req> handler) {
    Route route =
        detail::describe<Req>(std::move(info), RouteKind::download, std::move(answer_schema));
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

template <class Req, class Res>
Route download_route(RouteInfo info, DownloadHandler<Req> handler) {
    return download_route<Req>(std::move(info), answer_of<Res>(), std::move(handler));
}

}  // namespace vafa::rest
