#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "platform/http/message.h"

namespace vafa::http {

struct HeadLimits {
    std::size_t head_bytes = 16 * 1024;
    std::size_t target_bytes = 8 * 1024;
};

// One request after another from the bytes of a connection, however they are cut. The head's
// grammar is Beast's; on top of it everything is refused that another server on the way could read
// differently: a content-length that comes twice or beside a transfer-encoding, any
// transfer-encoding but "chunked", HTTP/1.1 without exactly one host.
class RequestParser {
public:
    explicit RequestParser(const HeadLimits& limits);
    ~RequestParser();

    // The head goes into `request` (method, path, query, headers), the body to `body`, which
    // answers a status to refuse it or 0.
    using Body = std::function<int(std::string_view)>;
    void begin(RequestHead& request, Body body);

    struct Step {
        std::size_t used = 0;  // bytes; the rest is to be given again, with more
        int status = 0;        // not 0: refused with it; the connection is lost
    };
    // Stops after the head, and at the end of the request.
    Step feed(std::string_view bytes);

    bool head_done() const;
    bool done() const;
    bool has_body() const;  // after the head
    std::optional<std::uint64_t> content_length() const;
    bool keep_alive() const;
    bool http11() const;

private:
    struct Machine;

    Step feed_head(std::string_view bytes);
    Step feed_body(std::string_view bytes);

    const HeadLimits limits_;
    std::unique_ptr<Machine> machine_;
};

}  // namespace vafa::http
