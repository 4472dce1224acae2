#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "platform/files/descriptor.h"
#include "platform/http/message.h"
#include "platform/http/packed_cache.h"

namespace vafa::http {

// A response as it goes out: what the request's conditions, ranges and encodings made of it.
struct Answer {
    int status = 200;
    Headers headers;
    // The body: bytes, or a part of a file, or events.
    std::variant<std::string, SharedBody, std::string_view> content = std::string();
    std::uint64_t first = 0, length = 0;  // the part that is sent
    files::Descriptor file;
    std::shared_ptr<EventStream> events;
    bool has_length = true;  // false for events, 204 and 304

    std::string_view bytes() const;  // the part, unless it is a file's
};

// Pure but for opening files. May take long (it packs): on the thread that made the response.
Answer make_answer(const RequestHead& request, Response response, PackedCache& cache);

struct HeadFacts {
    std::string_view date, request_id;
    bool close = false;
    bool http11 = true;
};
// Status line and fields, with the empty line. Line breaks in values become spaces.
void append_head(std::string& out, const Answer& answer, const HeadFacts& facts);

}  // namespace vafa::http
