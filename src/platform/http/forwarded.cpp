#include "platform/http/forwarded.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "platform/http/ip_address.h"
#include "platform/http/list.h"

namespace vafa::http {
namespace {

constexpr std::array<std::string_view, 6> kForwarding = {
    "x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "forwarded", "via"};

std::string_view last_item(std::string_view& rest) {
    const std::size_t comma = rest.rfind(',');
    const bool only = comma == std::string_view::npos;
    const std::string_view item = trimmed(only ? rest : rest.substr(comma + 1));
    rest = only ? std::string_view() : rest.substr(0, comma);
    return item;
}

std::string_view last_field(const Headers& headers, std::string_view name) {
    std::string_view found;
    for (const auto& [field, value] : headers.all())
        if (field == name) found = value;
    return found;
}

// From the right over all fields of the name, as if they were one list.
std::optional<std::string> forwarded_address(const Headers& headers) {
    std::optional<std::string> nearest;
    const auto& fields = headers.all();
    for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
        if (field->first != "x-forwarded-for") continue;
        std::string_view rest = field->second;
        while (!rest.empty()) {
            auto address = normal_address(last_item(rest));
            if (!address) return nearest;  // garbage: nothing left of it is worth anything
            nearest = std::move(address);
            if (!is_near_address(*nearest)) return nearest;
        }
    }
    return nearest;
}

}  // namespace

Client client_of(const Headers& headers, std::string_view peer, bool tls, bool trust_proxy) {
    Client client{std::string(peer), tls, false};
    client.proxied =
        std::any_of(kForwarding.begin(), kForwarding.end(),
                    [&](std::string_view name) { return headers.find(name).has_value(); });
    if (!client.proxied || !trust_proxy || !is_near_address(peer)) return client;
    if (auto address = forwarded_address(headers)) client.peer = std::move(*address);
    std::string_view protocols = last_field(headers, "x-forwarded-proto");
    if (!protocols.empty())
        client.secure = equals_ignoring_ascii_case(last_item(protocols), "https");
    return client;
}

}  // namespace vafa::http
