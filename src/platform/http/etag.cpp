#include "platform/http/etag.h"

#include "platform/http/list.h"

namespace vafa::http {
namespace {

std::string_view opaque(std::string_view tag) {
    return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

bool etag_listed(std::string_view if_none_match, std::string_view etag) {
    std::string_view rest = trimmed(if_none_match);
    if (rest == "*") return true;
    const std::string_view wanted = opaque(etag);
    while (!rest.empty()) {
        if (rest[0] == ',' || rest[0] == ' ' || rest[0] == '\t') {
            rest.remove_prefix(1);
            continue;
        }
        if (rest.starts_with("W/")) rest.remove_prefix(2);
        if (!rest.starts_with('"')) return false;
        const std::size_t end = rest.find('"', 1);
        if (end == std::string_view::npos) return false;
        if (rest.substr(0, end + 1) == wanted) return true;
        rest.remove_prefix(end + 1);
    }
    return false;
}

bool same_strong_etag(std::string_view a, std::string_view b) {
    return a.starts_with('"') && a.size() >= 2 && a == b;
}

}  // namespace vafa::http
