#include "platform/rest/problem.h"

#include <array>
#include <boost/json.hpp>

namespace vafa::rest {
namespace {

struct Meaning {
    std::string_view name;
    int status;
};

// By ErrorCode.
constexpr std::array<Meaning, 10> kMeanings = {{{"invalid", 422},
                                                {"not_found", 404},
                                                {"conflict", 409},
                                                {"denied", 403},
                                                {"unauthenticated", 401},
                                                {"too_large", 413},
                                                {"unavailable", 503},
                                                {"damaged", 500},
                                                {"cancelled", 409},
                                                {"internal", 500}}};

const Meaning& meaning_of(ErrorCode code) { return kMeanings.at(static_cast<std::size_t>(code)); }

using JsonText = boost::json::string;

std::string pointer_of(const std::string& field) {
    return field.starts_with('/') ? field : "/" + field;
}

boost::json::object field_problem(const Error& error, i18n::Locale locale) {
    return {{"pointer", JsonText(pointer_of(error.field))},
            {"code", JsonText(error.key)},
            {"detail", JsonText(i18n::translate(locale, error.key, error.params))}};
}

}  // namespace

int status_of(ErrorCode code) { return meaning_of(code).status; }

int status_of(const Error& error) {
    if (error.key == "error.changed_meanwhile") return 412;
    if (error.key == "error.too_many_requests") return 429;
    if (error.key == "error.json_syntax") return 400;
    if (error.key == "error.method_not_allowed") return 405;
    if (error.key == "error.content_type") return 415;
    return status_of(error.code);
}

http::Response problem(const Error& error, i18n::Locale locale, std::string_view request_id,
                       const std::vector<Error>& fields) {
    const Meaning& meaning = meaning_of(error.code);
    const int status = status_of(error);
    boost::json::object body{
        {"type", JsonText("urn:vafa:problem:" + std::string(meaning.name))},
        {"title", JsonText(i18n::translate(locale, "problem." + std::string(meaning.name)))},
        {"status", status},
        {"detail", JsonText(i18n::translate(locale, error.key, error.params))},
        {"code", JsonText(error.key)},
        {"request_id", JsonText(request_id)}};
    boost::json::object params;
    for (const auto& [name, value] : error.params) params[JsonText(name)] = JsonText(value);
    if (!params.empty()) body["params"] = std::move(params);
    boost::json::array wrong;
    for (const auto& field : fields) wrong.push_back(field_problem(field, locale));
    if (fields.empty() && !error.field.empty()) wrong.push_back(field_problem(error, locale));
    if (!wrong.empty()) body["errors"] = std::move(wrong);
    auto response = http::text_response(status, kProblemType, boost::json::serialize(body));
    response.headers.set("content-language", std::string(i18n::code_of(locale)));
    response.headers.set("cache-control", "no-store");
    return response;
}

}  // namespace vafa::rest
