#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace vafa::app {

struct ListenAddress {
    std::string host = "127.0.0.1";
    int port = 8080;
    bool operator==(const ListenAddress&) const = default;
};

// "127.0.0.1:8080", "[::1]:8080", ":8080" and "8080" (loopback), "0.0.0.0:80". Port 0: any free
// one. Error: invalid `error.listen_address` at "--listen".
Result<ListenAddress> parse_listen_address(std::string_view text);

// Whether other machines can reach it.
bool is_open_to_network(const ListenAddress& address);

// "http://192.168.1.5:8080": how a browser gets there. `outside` is this machine's address for a
// wildcard; "" means loopback.
std::string base_url(const ListenAddress& address, bool secure, std::string_view outside);

}  // namespace vafa::app
