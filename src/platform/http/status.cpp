#include "platform/http/status.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace vafa::http {
namespace {

struct Named {
    int status;
    std::string_view text;
};

constexpr std::array kNames = std::to_array<Named>({
    {100, "Continue"},
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {206, "Partial Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {416, "Range Not Satisfiable"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {423, "Locked"},
    {428, "Precondition Required"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {505, "HTTP Version Not Supported"},
    {507, "Insufficient Storage"},
});

}  // namespace

std::string_view status_text(int status) {
    const auto found = std::lower_bound(kNames.begin(), kNames.end(), status,
                                        [](const Named& a, int b) { return a.status < b; });
    return found != kNames.end() && found->status == status ? found->text : "Unknown";
}

Response problem_response(int status) {
    return text_response(status, "application/problem+json",
                         fmt::format(R"({{"type":"about:blank","title":"{}","status":{}}})",
                                     status_text(status), status));
}

}  // namespace vafa::http
