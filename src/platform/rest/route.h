#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "platform/json/json.h"
#include "platform/json/schema.h"
#include "platform/rest/call.h"
#include "platform/rest/permission.h"

namespace vafa::sql {
class Session;
}

// The table of endpoints: a module's routes.cpp answers a vector<Route>, made by the four functions
// below; router, permission check, OpenAPI and the contract tests all come from it.
//
// A request type is one described struct for everything a route takes. A member named in the path
// ("/customers/{id}") is read from there; else GET, DELETE, uploads and downloads read it from the
// query ("?limit=20", lists as "a,b"), POST, PUT and PATCH from the JSON body. In a PATCH every
// member is optional: null or absent leaves as it is. `Nothing` takes or answers nothing (204).
namespace vafa::rest {

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

struct RouteInfo {
    http::Method method = http::Method::get;
    std::string_view path;     // "/api/v1/customers/{id}"
    std::string_view summary;  // English, one sentence
    Permission permission = Permission::signed_in;
    // Beyond what follows from the rest (401, 403, 404 of a path's thing, 422, 429, 500).
    std::vector<ErrorCode> errors = {};
    int success = 200;                  // the status of what went well; `Nothing` makes it 204
    std::string_view answer_type = {};  // of downloads: "text/csv"
    std::uint64_t upload_limit = 0;     // of uploads, in bytes
    // The answer holds what is shown once and kept nowhere: a repeat with the same idempotency key
    // is refused (`error.answer_not_kept`) instead of answered again.
    bool secret_answer = false;
    std::string_view description = {};  // Markdown, for what the summary leaves open
};

enum class RouteKind { read, write, upload, download };

// Null where nothing is answered.
using SchemaMaker = std::function<boost::json::value(json::SchemaSet&)>;

struct Route {
    RouteInfo info;
    RouteKind kind = RouteKind::read;
    // Where each member of the request is read.
    enum class Place { path, query, body };
    struct Member {
        std::string_view name;
        Place place;
    };
    std::vector<Member> members;
    // Both as schema: the request's object, and the answer's (null: 204 or no JSON).
    SchemaMaker request_schema, answer_schema;

    using Refusal = std::vector<Error>;  // every wrong field
    using Write = std::function<Result<boost::json::value>(sql::Session&)>;
    // Runs a write's body in a transaction with its audit entries and idempotency key.
    using Transact = std::function<Result<boost::json::value>(Call&, const Write&)>;
    // `input`: path, query and body brought together as one object. What comes back is encoded.
    std::function<Result<http::Response>(Call&, const boost::json::value& input, Refusal&,
                                         const Transact&)>
        run;
};

template <class Req, class Res>
using ReadHandler = std::function<Result<Res>(Call&, const Req&)>;
// Inside the transaction; must be safe to run again if that is. Says what it changed by
// call.audit.
template <class Req, class Res>
using WriteHandler = std::function<Result<Res>(Call&, sql::Session&, const Req&)>;
// What takes long and needs no transaction (a password's hash) goes before it.
template <class Req, class Prepared>
using PrepareHandler = std::function<Result<Prepared>(Call&, const Req&)>;
template <class Req, class Res, class Prepared>
using PreparedWriteHandler =
    std::function<Result<Res>(Call&, sql::Session&, const Req&, const Prepared&)>;
template <class Req>
using DownloadHandler = std::function<Result<http::Response>(Call&, const Req&)>;

// Defined in route_make.h, which routes.cpp files include.
template <class Req, class Res>
Route read_route(RouteInfo info, ReadHandler<Req, Res> handler);
template <class Req, class Res>
Route write_route(RouteInfo info, WriteHandler<Req, Res> handler);
template <class Req, class Res, class Prepared>
Route write_route(RouteInfo info, PrepareHandler<Req, Prepared> prepare,
                  PreparedWriteHandler<Req, Res, Prepared> handler);
// The body, of any content type, goes to call.request.body_file. Not idempotent by key: an upload
// that is repeated is another upload. What it changes it audits in a transaction of its own.
template <class Req, class Res>
Route upload_route(RouteInfo info, ReadHandler<Req, Res> handler);
// The handler makes the whole answer: files, event streams, cached bytes. `Res` describes it where
// it is JSON.
template <class Req, class Res = Nothing>
Route download_route(RouteInfo info, DownloadHandler<Req> handler);

}  // namespace vafa::rest
