#pragma once

#include <string>
#include <string_view>

#include "platform/http/message.h"

namespace vafa::http {

struct Client {
    std::string peer;
    bool secure = false, proxied = false;
};

// Who asks: `peer` and `tls` of the connection, or, when the connection comes from a proxy that may
// be believed (loopback, private networks), what it forwards. Of the chain of addresses the last
// one that is not near counts: what stands left of it anybody could have written. A chain of near
// addresses alone counts from its left.
Client client_of(const Headers& headers, std::string_view peer, bool tls, bool trust_proxy);

}  // namespace vafa::http
