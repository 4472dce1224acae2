#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vafa::http {

// The chunked coding of a body (RFC 9112, section 7.1), taken apart as it comes. Strict: CRLF alone
// ends a line, a size is hexadecimal digits alone. Extensions and trailers are read over; a line of
// a chunk, and all trailers together, have at most `line_bytes`.
class ChunkedReader {
public:
    explicit ChunkedReader(std::size_t line_bytes) : line_bytes_(line_bytes) {}

    struct Step {
        std::size_t used = 0;
        std::string_view data;  // of the body, within the bytes used
        int status = 0;         // not 0: refused with it
    };
    // Uses some of the bytes, at least one, up to the end of a piece of data.
    Step next(std::string_view bytes);
    bool done() const { return state_ == State::done; }

private:
    enum class State {
        size,
        extension,
        size_end,
        data,
        data_return,
        data_end,
        trailer_start,
        trailer,
        trailer_end,
        last_end,
        done
    };

    bool take(char c);  // one byte of anything but data; false: malformed
    bool take_of_size(char c);
    bool go_on(bool right, State next);

    const std::size_t line_bytes_;
    State state_ = State::size;
    std::uint64_t left_ = 0;  // of the chunk
    int digits_ = 0;
    std::size_t line_ = 0;
};

}  // namespace vafa::http
