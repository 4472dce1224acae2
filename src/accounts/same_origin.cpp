#include "accounts/same_origin.h"

#include "base/text.h"

namespace vafa::accounts {

bool is_same_origin(const http::RequestHead& head) {
    if (const auto site = head.headers.find("sec-fetch-site")) {
        return *site == "same-origin" || *site == "none";  // none: typed by the person
    }
    const auto origin = head.headers.find("origin");
    if (!origin) return true;
    const std::size_t scheme = origin->find("://");
    if (scheme == std::string_view::npos) return false;  // "null": a page without an origin
    return equals_ignoring_ascii_case(origin->substr(scheme + 3), head.headers.get("host"));
}

bool changes_things(http::Method method) {
    return method != http::Method::get && method != http::Method::head &&
           method != http::Method::options;
}

}  // namespace vafa::accounts
