#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vafa::http {

// One spelling an address: IPv6 as RFC 5952 says, without a zone; IPv4 inside IPv6 as IPv4. Takes
// "1.2.3.4:5678" and "[::1]:443" as proxies write them, too. Nothing for what is no address.
std::optional<std::string> normal_address(std::string_view text);

// Of a normal address: loopback, private (RFC 1918), shared (RFC 6598), link-local or unique local.
bool is_near_address(std::string_view normal);

}  // namespace vafa::http
