#include "platform/http/accept_encoding.h"

#include <optional>

#include "base/text.h"
#include "platform/http/list.h"

namespace vafa::http {
namespace {

// "0.5" → 500. Malformed counts as 0: not asked for.
int weight(std::string_view text) {
    if (text.empty() || (text[0] != '0' && text[0] != '1')) return 0;
    int value = (text[0] - '0') * 1000;
    if (text.size() == 1) return value;
    if (text[1] != '.' || text.size() > 5) return 0;
    int scale = 100;
    for (const char digit : text.substr(2)) {
        if (digit < '0' || digit > '9') return 0;
        value += (digit - '0') * scale;
        scale /= 10;
    }
    return value <= 1000 ? value : 0;
}

int weight_of(std::string_view parameters) {
    while (!parameters.empty()) {
        const std::string_view parameter = next_item(parameters, ';');
        if (parameter.starts_with("q=") || parameter.starts_with("Q="))
            return weight(parameter.substr(2));
    }
    return 1000;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    std::optional<int> gzip, any, identity;
    while (!accept_encoding.empty()) {
        std::string_view item = next_item(accept_encoding, ',');
        const std::string_view coding = next_item(item, ';');
        const int value = weight_of(item);
        if (equals_ignoring_ascii_case(coding, "gzip") ||
            equals_ignoring_ascii_case(coding, "x-gzip"))
            gzip = value;
        else if (equals_ignoring_ascii_case(coding, "identity"))
            identity = value;
        else if (coding == "*")
            any = value;
    }
    const int wanted = gzip.value_or(any.value_or(0));
    return wanted > 0 && wanted >= identity.value_or(0);
}

bool compressible(std::string_view content_type) {
    std::string_view rest = content_type;
    const std::string_view type = next_item(rest, ';');
    if (type == "text/event-stream") return false;
    return type.starts_with("text/") || type.ends_with("+json") || type.ends_with("+xml") ||
           type == "application/json" || type == "application/javascript" ||
           type == "application/xml" || type == "application/x-ndjson";
}

}  // namespace vafa::http
