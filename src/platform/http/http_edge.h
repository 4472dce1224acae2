#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "base/text.h"
#include "platform/http/accept_encoding.h"
#include "platform/http/chunked.h"
#include "platform/http/etag.h"
#include "platform/http/forwarded.h"
#include "platform/http/gzip.h"
#include "platform/http/ip_address.h"
#include "platform/http/range.h"
#include "platform/http/request_parser.h"
#include "platform/http/target.h"

// What holds for any bytes from outside; called by the fuzzer and, with its seeds, by a test.
namespace vafa::http::edge {

inline void check_target(std::string_view bytes) {
    const auto target = parse_target(bytes);
    if (!target) return;
    VAFA_ASSERT(target->path.starts_with('/') && is_valid_utf8(target->path));
    VAFA_ASSERT(("/" + target->path + "/").find("/../") == std::string::npos);
    VAFA_ASSERT(target->path.find("//") == std::string::npos);
    for (const char c : target->path) VAFA_ASSERT(static_cast<unsigned char>(c) >= 0x20);
    VAFA_ASSERT(target->query.find_first_of("\r\n ") == std::string::npos);
}

inline void check_addresses(std::string_view bytes) {
    if (const auto address = normal_address(bytes)) {
        VAFA_ASSERT(normal_address(*address) == address);
        is_near_address(*address);
    }
    Headers headers;
    headers.add("x-forwarded-for", std::string(bytes));
    headers.add("x-forwarded-proto", std::string(bytes));
    const Client far = client_of(headers, "203.0.113.9", false, true);
    VAFA_ASSERT(far.peer == "203.0.113.9" && !far.secure && far.proxied);
    const Client near = client_of(headers, "127.0.0.1", false, true);
    VAFA_ASSERT(normal_address(near.peer) == near.peer);
}

inline void check_negotiation(std::string_view bytes) {
    accepts_gzip(bytes);
    compressible(bytes);
    etag_listed(bytes, "\"a\"");
    const ByteRange range = byte_range(bytes, 1000);
    if (range.kind == ByteRange::Kind::unsatisfiable) return;
    VAFA_ASSERT(range.length > 0 && range.first < 1000 && range.length <= 1000 - range.first);
}

inline void check_gunzip(std::string_view bytes) {
    Gunzip gunzip;
    std::string out;
    const bool good = gunzip.feed(bytes, out, 10'000) == Gunzip::State::good;
    VAFA_ASSERT(out.size() <= 10'000);
    if (good) gunzip.feed(bytes, out, 10'000);
}

struct Outcome {
    int status = 0;
    bool done = false;
    std::string path, body;
    bool operator==(const Outcome&) const = default;
};

inline Outcome parse(std::string_view bytes, std::size_t piece) {
    Outcome outcome;
    RequestHead head;
    RequestParser parser({.head_bytes = 512, .target_bytes = 128});
    parser.begin(head, [&](std::string_view part) {
        outcome.body += part;
        return outcome.body.size() > 4096 ? 413 : 0;
    });
    std::string waiting;
    while (!bytes.empty() && !parser.done()) {
        waiting += bytes.substr(0, piece);
        bytes.remove_prefix(std::min(piece, bytes.size()));
        for (std::size_t used = 1; used > 0 && !parser.done();) {
            const RequestParser::Step step = parser.feed(waiting);
            used = step.used;
            VAFA_ASSERT(used <= waiting.size());
            waiting.erase(0, used);
            if (step.status != 0) {
                outcome.status = step.status;
                return outcome;
            }
        }
        VAFA_ASSERT(parser.done() || waiting.size() <= 512);
    }
    outcome.done = parser.done();
    outcome.path = head.path;
    return outcome;
}

// What is accepted is the same however the bytes are cut, or one server would see another request
// than the next.
inline void check_parser(std::string_view bytes) {
    const Outcome whole = parse(bytes, bytes.size() + 1);
    for (const std::size_t piece : {1U, 2U, 7U}) {
        const Outcome cut = parse(bytes, piece);
        VAFA_ASSERT(cut.done == whole.done);
        if (whole.done) VAFA_ASSERT(cut == whole);
    }
}

inline void check(std::string_view bytes) {
    check_target(bytes);
    check_addresses(bytes);
    check_negotiation(bytes);
    check_gunzip(bytes);
    check_parser(bytes);
}

}  // namespace vafa::http::edge
