#include "platform/rest/openapi.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "base/text.h"
#include "platform/rest/problem.h"
#include "platform/rest/route_make.h"

namespace vafa::rest {
namespace {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using JsonText = boost::json::string;

constexpr std::string_view kPrefix = "/api/v1/";

std::string lower(std::string_view upper) {
    std::string out(upper);
    std::ranges::transform(out, out.begin(), ascii_lower);
    return out;
}

// "get" + "/api/v1/api-keys/{id}" → "get_api_keys_id".
std::string operation_id(const RouteInfo& info) {
    std::string id = lower(http::method_name(info.method));
    std::string_view path = info.path;
    if (path.starts_with(kPrefix)) path.remove_prefix(kPrefix.size() - 1);
    for (const char c : path) {
        if (c == '/' || c == '-' || c == '.') id += '_';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_') id += c;
    }
    return id;
}

std::string tag_of(std::string_view path) {
    if (!path.starts_with(kPrefix)) return "server";
    path.remove_prefix(kPrefix.size());
    return std::string(path.substr(0, path.find('/')));
}

object ref(std::string_view place, std::string_view name) {
    return {{"$ref", JsonText("#/components/" + std::string(place) + "/" + std::string(name))}};
}

bool is_required(const object& schema, std::string_view member) {
    const auto* required = schema.if_contains("required");
    return required != nullptr &&
           std::any_of(required->get_array().begin(), required->get_array().end(),
                       [&](const value& name) { return name == JsonText(member); });
}

// Absent is how a query says null.
value without_null(value schema) {
    object& of = schema.get_object();
    if (auto* type = of.if_contains("type"); type != nullptr && type->is_array()) {
        *type = value(type->get_array().at(0));
        if (auto* choices = of.if_contains("enum")) choices->get_array().pop_back();
    }
    return schema;
}

object parameter(const Route::Member& member, const object& schema) {
    value of = without_null(schema.at("properties").at(JsonText(member.name)));
    const bool on_path = member.place == Route::Place::path;
    object made{{"name", JsonText(member.name)},
                {"in", on_path ? "path" : "query"},
                {"required", on_path || is_required(schema, member.name)}};
    if (auto* description = of.get_object().if_contains("description")) {
        made["description"] = std::move(*description);
        of.get_object().erase("description");
    }
    const auto* type = of.get_object().if_contains("type");
    if (type != nullptr && *type == "array") made["explode"] = false;
    made["schema"] = std::move(of);
    return made;
}

// What people edit is changed only as they saw it.
bool edits(const Route& route) {
    return route.kind == RouteKind::write &&
           (route.info.method == http::Method::put || route.info.method == http::Method::patch);
}

array parameters_of(const Route& route, const object& schema) {
    array parameters;
    for (const auto& member : route.members) {
        if (member.place != Route::Place::body) parameters.push_back(parameter(member, schema));
    }
    if (route.kind == RouteKind::write) {
        parameters.push_back(ref("parameters", "IdempotencyKey"));
    }
    if (edits(route)) parameters.push_back(ref("parameters", "IfMatch"));
    return parameters;
}

object body_schema(const Route& route, const object& whole) {
    object properties;
    array required;
    for (const auto& member : route.members) {
        if (member.place != Route::Place::body) continue;
        properties[member.name] = whole.at("properties").at(JsonText(member.name));
        if (is_required(whole, member.name)) required.push_back(JsonText(member.name));
    }
    return json::detail::object_of(std::move(properties), std::move(required), true);
}

object content(std::string_view type, value schema) {
    return {{JsonText(type), object{{"schema", std::move(schema)}}}};
}

value request_body(const Route& route, const object& schema) {
    if (route.kind == RouteKind::upload) {
        const object bytes{{"type", "string"}, {"format", "binary"}};
        return object{{"required", true}, {"content", content("application/octet-stream", bytes)}};
    }
    const bool any = std::any_of(route.members.begin(), route.members.end(),
                                 [](const auto& m) { return m.place == Route::Place::body; });
    if (!any) return nullptr;
    const object body = body_schema(route, schema);
    return object{{"required", body.contains("required")},
                  {"content", content("application/json", body)}};
}

// What every answer of failure may be, besides what the route names.
std::set<int> failures_of(const Route& route) {
    std::set<int> statuses = {422, 429, 500, 503};
    if (route.info.permission != Permission::open) statuses.insert({401, 403});
    if (route.info.path.find('{') != std::string_view::npos) statuses.insert(404);
    if (route.kind == RouteKind::write) statuses.insert({403, 409});
    if (detail::reads_body(route.kind, route.info.method)) statuses.insert({400, 413, 415});
    if (edits(route)) statuses.insert(412);
    if (route.kind == RouteKind::upload) statuses.insert({403, 413});
    for (const ErrorCode code : route.info.errors) statuses.insert(status_of(code));
    return statuses;
}

object responses_of(const Route& route, json::SchemaSet& set) {
    object responses;
    object success{{"description", "Done."}};
    set.turn(json::Direction::answer);
    if (!route.info.answer_type.empty()) {
        value schema = object();
        if (route.answer_schema) schema = route.answer_schema(set);
        success["content"] = content(route.info.answer_type, std::move(schema));
    } else if (route.answer_schema) {
        success["content"] = content("application/json", route.answer_schema(set));
    }
    int status = route.info.success;
    if (status == 200 && !success.contains("content")) status = 204;
    responses[std::to_string(status)] = std::move(success);
    for (const int failure : failures_of(route)) {
        responses[std::to_string(failure)] = ref("responses", "Problem");
    }
    return responses;
}

object operation(const Route& route, json::SchemaSet& set) {
    const RouteInfo& info = route.info;
    set.turn(json::Direction::request);
    const object request = route.request_schema(set).get_object();
    object made{{"operationId", JsonText(operation_id(info))},
                {"tags", array{JsonText(tag_of(info.path))}},
                {"summary", JsonText(info.summary)}};
    if (!info.description.empty()) made["description"] = JsonText(info.description);
    made["x-permission"] = JsonText(json::enum_name(info.permission));
    if (info.permission == Permission::open) made["security"] = array();
    if (auto parameters = parameters_of(route, request); !parameters.empty()) {
        made["parameters"] = std::move(parameters);
    }
    if (auto body = request_body(route, request); !body.is_null()) {
        made["requestBody"] = std::move(body);
    }
    made["responses"] = responses_of(route, set);
    return made;
}

object problem_schema() {
    const auto string_of = [](std::string_view description) {
        return object{{"type", "string"}, {"description", JsonText(description)}};
    };
    object field{{"type", "object"},
                 {"required", array{"pointer", "code", "detail"}},
                 {"properties",
                  object{{"pointer", string_of("JSON pointer (RFC 6901) to the wrong member.")},
                         {"code", string_of("What is wrong, for programs.")},
                         {"detail", string_of("What is wrong, in the reader's language.")}}}};
    return {{"type", "object"},
            {"description", "What went wrong (RFC 9457)."},
            {"required", array{"type", "title", "status", "detail", "code", "request_id"}},
            {"properties",
             object{{"type", string_of("The sort of problem, as a URN.")},
                    {"title", string_of("The sort of problem, in the reader's language.")},
                    {"status", object{{"type", "integer"}, {"description", "As the answer's."}}},
                    {"detail", string_of("What happened, in the reader's language.")},
                    {"code", string_of("What happened, for programs.")},
                    {"params",
                     object{{"type", "object"},
                            {"additionalProperties", object{{"type", "string"}}},
                            {"description", "What fills the gaps of `detail`, for programs."}}},
                    {"request_id", string_of("Under which the log speaks of it.")},
                    {"errors", object{{"type", "array"}, {"items", std::move(field)}}}}}};
}

object components_of(const json::SchemaSet& set) {
    object schemas;
    std::map<std::string, object, std::less<>> all = set.components();
    all.emplace("Problem", problem_schema());
    for (auto& [name, schema] : all) schemas[name] = std::move(schema);
    const object key{
        {"name", "Idempotency-Key"},
        {"in", "header"},
        {"required", false},
        {"description",
         "Makes the write safe to repeat for a day: the same key and request are answered as the "
         "first time, the same key with another request is refused."},
        {"schema", object{{"type", "string"}, {"minLength", 1}, {"maxLength", 255}}}};
    const object match{{"name", "If-Match"},
                       {"in", "header"},
                       {"required", false},
                       {"description",
                        "The ETag of what is changed, as it was read: 412 when it "
                        "is another by now."},
                       {"schema", object{{"type", "string"}}}};
    const object failed{{"description", "It failed; the body says why."},
                        {"content", content(kProblemType, ref("schemas", "Problem"))}};
    return {
        {"schemas", std::move(schemas)},
        {"parameters", object{{"IdempotencyKey", key}, {"IfMatch", match}}},
        {"responses", object{{"Problem", failed}}},
        {"securitySchemes",
         object{{"key",
                 object{{"type", "http"}, {"scheme", "bearer"}, {"description", "An API key."}}},
                {"session",
                 object{{"type", "apiKey"},
                        {"in", "cookie"},
                        {"name", "vafa_session"},
                        {"description", "A person's session; writes also send X-CSRF-Token."}}}}}};
}

}  // namespace

object openapi(const std::vector<Route>& routes, std::string_view version) {
    std::vector<const Route*> ordered;
    for (const auto& route : routes) ordered.push_back(&route);
    std::stable_sort(ordered.begin(), ordered.end(), [](const Route* a, const Route* b) {
        return std::pair(a->info.path, a->info.method) < std::pair(b->info.path, b->info.method);
    });
    json::SchemaSet set(json::Direction::request);
    object paths;
    for (const Route* route : ordered) {
        value& place = paths[route->info.path];
        if (place.is_null()) place = object();
        place.get_object()[lower(http::method_name(route->info.method))] = operation(*route, set);
    }
    return {{"openapi", "3.1.0"},
            {"info", object{{"title", "Vafa"},
                            {"version", JsonText(version)},
                            {"description",
                             "Times are RFC 3339 in UTC, money is whole minor units beside its "
                             "currency, ids are opaque texts. Failures are problem+json in the "
                             "language of Accept-Language (en, fa, ru)."}}},
            {"security", array{object{{"key", array()}}, object{{"session", array()}}}},
            {"paths", std::move(paths)},
            {"components", components_of(set)}};
}

}  // namespace vafa::rest
