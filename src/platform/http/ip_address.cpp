#include "platform/http/ip_address.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cstdint>
#include <cstring>

namespace vafa::http {
namespace {

using V4 = std::array<std::uint8_t, 4>;
using V6 = std::array<std::uint8_t, 16>;

template <class Address>
std::optional<Address> parsed(int family, std::string_view text) {
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    if (text.size() >= buffer.size()) return std::nullopt;
    std::copy(text.begin(), text.end(), buffer.begin());
    if (std::find(text.begin(), text.end(), '\0') != text.end()) return std::nullopt;
    Address address;
    if (::inet_pton(family, buffer.data(), address.data()) != 1) return std::nullopt;
    return address;
}

template <class Address>
std::string printed(int family, const Address& address) {
    std::array<char, INET6_ADDRSTRLEN> buffer{};
    ::inet_ntop(family, address.data(), buffer.data(), buffer.size());
    return buffer.data();
}

constexpr std::array<std::uint8_t, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool is_port(std::string_view text) {
    return !text.empty() && text.size() <= 5 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Without brackets, port and zone.
std::string_view bare(std::string_view text) {
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos) return {};
        const std::string_view after = text.substr(end + 1);
        if (!after.empty() && (after[0] != ':' || !is_port(after.substr(1)))) return {};
        text = text.substr(1, end - 1);
    } else if (std::count(text.begin(), text.end(), ':') == 1) {
        const std::size_t colon = text.find(':');
        if (!is_port(text.substr(colon + 1))) return {};
        text = text.substr(0, colon);
    }
    return text.substr(0, text.find('%'));
}

bool is_near(const V4& a) {
    return a[0] == 127 || a[0] == 10 || (a[0] == 172 && (a[1] & 0xf0) == 16) ||
           (a[0] == 192 && a[1] == 168) || (a[0] == 169 && a[1] == 254) ||
           (a[0] == 100 && (a[1] & 0xc0) == 64);
}

bool is_near(const V6& a) {
    V6 loopback{};
    loopback[15] = 1;
    return a == loopback || (a[0] & 0xfe) == 0xfc || (a[0] == 0xfe && (a[1] & 0xc0) == 0x80);
}

}  // namespace

std::optional<std::string> normal_address(std::string_view text) {
    text = bare(text);
    if (const auto v4 = parsed<V4>(AF_INET, text)) return printed(AF_INET, *v4);
    const auto v6 = parsed<V6>(AF_INET6, text);
    if (!v6) return std::nullopt;
    if (!std::equal(kMapped.begin(), kMapped.end(), v6->begin())) return printed(AF_INET6, *v6);
    V4 inner;
    std::copy(v6->begin() + 12, v6->end(), inner.begin());
    return printed(AF_INET, inner);
}

bool is_near_address(std::string_view normal) {
    if (const auto v4 = parsed<V4>(AF_INET, normal)) return is_near(*v4);
    const auto v6 = parsed<V6>(AF_INET6, normal);
    return v6 && is_near(*v6);
}

}  // namespace vafa::http
