#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/answer.h"
#include "platform/http/body_sink.h"
#include "platform/http/message.h"
#include "platform/http/server.h"

namespace vafa::http {

struct Shared;

// One request and its answer as the application sees them; knows no socket. A connection uses one
// exchange again and again, so that its memory is used again, too.
class Exchange {
public:
    explicit Exchange(Shared& shared) : shared_(shared) {}

    void begin(const std::string& peer, bool secure, std::string id);
    // The head is there: from now on time counts for Application::sent.
    void head_came(std::int64_t now_ms);

    // What the application says; an exception is logged and becomes a 500.
    Plan plan();
    void work();
    void refuse(int status);
    void answer_with(Response response);

    // Status line, fields, and of the body what is small enough to go with them.
    void append_start(std::string& out, const HeadFacts& facts) const;
    // What of the body is in memory and not in the start.
    std::string_view rest() const;
    bool has_body() const { return request.method != Method::head && answer.has_length; }

    // Everything was written, or the connection broke.
    void finish(std::int64_t now_ms);

    Request request;
    BodySink sink;
    Answer answer;
    std::uint64_t bytes_in = 0, bytes_out = 0;

private:
    void log_failure(std::string_view what) const;

    Shared& shared_;
    std::optional<std::int64_t> started_ms_;
};

}  // namespace vafa::http
