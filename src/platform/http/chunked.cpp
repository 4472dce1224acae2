#include "platform/http/chunked.h"

#include <algorithm>

#include "base/text.h"

namespace vafa::http {
namespace {

constexpr int kMaxDigits = 15;  // no overflow, and more than anybody has

bool is_text(char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f); }

}  // namespace

ChunkedReader::Step ChunkedReader::next(std::string_view bytes) {
    Step step;
    while (step.used < bytes.size() && state_ != State::done) {
        if (state_ == State::data) {
            const auto size = std::min<std::uint64_t>(left_, bytes.size() - step.used);
            step.data = bytes.substr(step.used, size);
            step.used += size;
            left_ -= size;
            if (left_ == 0) state_ = State::data_return;
            return step;
        }
        if (++line_ > line_bytes_) return {step.used, {}, 431};
        if (!take(bytes[step.used++])) return {step.used, {}, 400};
    }
    return step;
}

bool ChunkedReader::go_on(bool right, State next) {
    if (right) state_ = next;
    return right;
}

bool ChunkedReader::take_of_size(char c) {
    const int digit = hex_value(c);
    if (digit >= 0) {
        left_ = left_ * 16 + static_cast<std::uint64_t>(digit);
        return ++digits_ <= kMaxDigits;
    }
    if (digits_ == 0) return false;
    digits_ = 0;
    return c == ';' ? go_on(true, State::extension) : go_on(c == '\r', State::size_end);
}

bool ChunkedReader::take(char c) {
    switch (state_) {
        case State::size:
            return take_of_size(c);
        case State::extension:
            return c == '\r' ? go_on(true, State::size_end) : is_text(c);
        case State::size_end:
            return go_on(c == '\n', left_ == 0 ? State::trailer_start : State::data);
        case State::data_return:
            return go_on(c == '\r', State::data_end);
        case State::data_end:
            line_ = 0;
            return go_on(c == '\n', State::size);
        case State::trailer_start:
            return c == '\r' ? go_on(true, State::last_end) : go_on(is_text(c), State::trailer);
        case State::trailer:
            return c == '\r' ? go_on(true, State::trailer_end) : is_text(c);
        case State::trailer_end:
            return go_on(c == '\n', State::trailer_start);
        case State::last_end:
            return go_on(c == '\n', State::done);
        case State::data:
        case State::done:
            break;
    }
    return false;
}

}  // namespace vafa::http
