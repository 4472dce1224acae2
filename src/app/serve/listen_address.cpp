#include "app/serve/listen_address.h"

#include <charconv>

namespace vafa::app {
namespace {

constexpr int kMaxPort = 65'535;

bool is_wildcard(std::string_view host) { return host == "0.0.0.0" || host == "::"; }

}  // namespace

Result<ListenAddress> parse_listen_address(std::string_view text) {
    const Error wrong =
        invalid("error.listen_address").with("value", std::string(text)).at("--listen");
    ListenAddress address;
    const std::size_t colon = text.rfind(':');
    std::string_view host = colon == std::string_view::npos ? "" : text.substr(0, colon);
    const std::string_view port = text.substr(colon == std::string_view::npos ? 0 : colon + 1);
    const bool bracketed = host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    if (!bracketed && host.find(':') != std::string_view::npos) return wrong;
    const auto [end, failed] =
        std::from_chars(port.data(), port.data() + port.size(), address.port);
    if (failed != std::errc() || end != port.data() + port.size() || address.port < 0 ||
        address.port > kMaxPort) {
        return wrong;
    }
    if (host == "localhost") host = "127.0.0.1";
    if (!host.empty()) address.host = std::string(host);
    return address;
}

bool is_open_to_network(const ListenAddress& address) {
    return !address.host.starts_with("127.") && address.host != "::1";
}

std::string base_url(const ListenAddress& address, bool secure, std::string_view outside) {
    std::string host = address.host;
    if (is_wildcard(host)) host = outside.empty() ? "127.0.0.1" : std::string(outside);
    if (host.find(':') != std::string::npos) host = "[" + host + "]";
    std::string url = (secure ? "https://" : "http://") + host;
    if (address.port != (secure ? 443 : 80)) url += ":" + std::to_string(address.port);
    return url;
}

}  // namespace vafa::app
