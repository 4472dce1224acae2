#include "platform/http/channel.h"

#include <boost/asio/redirect_error.hpp>

namespace vafa::http {
namespace {

constexpr int kReadsInARow = 4;            // then it is another connection's turn
constexpr std::int64_t kLingerMs = 2'000;  // for a client to read why it was refused
constexpr std::size_t kLingerBytes = 512 * 1024;

}  // namespace

Channel::Channel(IoLoop& loop, files::Descriptor socket, const TlsContext* tls,
                 std::int64_t write_idle_ms)
    : loop_(loop),
      socket_(loop.context().get_executor()),
      wire_(socket.number(), tls),
      write_idle_ms_(write_idle_ms) {
    socket_.assign(socket.number());  // throws without taking it
    socket.release();
}

void Channel::expire() {
    deadline_ms = kNoDeadline;
    expired_ = true;
    socket_.cancel();
}

void Channel::set_phase(Phase phase, std::int64_t ms) {
    phase_ = phase;
    deadline_ms = ms == kNoDeadline ? ms : loop_.now_ms() + ms;
}

Task<bool> Channel::wait(Wire::State direction) {
    reads_in_a_row_ = 0;
    if (expired_) co_return false;
    const auto what =
        direction == Wire::State::wants_write ? Socket::wait_write : Socket::wait_read;
    error_code error;
    co_await socket_.async_wait(what, asio::redirect_error(kAwait, error));
    co_return !error && !expired_;
}

Task<void> Channel::let_others_go_on() {
    reads_in_a_row_ = 0;
    co_await asio::post(socket_.get_executor(), kAwait);
}

Task<bool> Channel::handshake() {
    for (;;) {
        const Wire::State state = wire_.handshake();
        if (state == Wire::State::done) co_return true;
        if (state == Wire::State::closed) co_return false;
        const bool ready = co_await wait(state);
        if (!ready) co_return false;
    }
}

Task<bool> Channel::read_more(bool wait_first) {
    for (;;) {
        Wire::Moved moved{Wire::State::wants_read, 0};
        // What TLS has decrypted already does not make the socket readable.
        if (!wait_first || wire_.secure()) moved = wire_.read(loop_.scratch());
        wait_first = false;
        if (moved.state == Wire::State::done) {
            in_.append(loop_.scratch().data(), moved.bytes);
            if (++reads_in_a_row_ >= kReadsInARow) co_await let_others_go_on();
            co_return true;
        }
        if (moved.state == Wire::State::closed) co_return false;
        const bool ready = co_await wait(moved.state);
        if (!ready) co_return false;
    }
}

Task<bool> Channel::write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const Wire::Moved moved = wire_.write(bytes);
        bytes.remove_prefix(moved.bytes);
        written_ += moved.bytes;
        if (moved.state == Wire::State::done) continue;
        if (moved.state == Wire::State::closed) co_return false;
        set_phase(phase_, write_idle_ms_);
        const bool ready = co_await wait(moved.state);
        if (!ready) co_return false;
    }
    co_return true;
}

Task<void> Channel::say_goodbye(bool client_sends) {
    wire_.end_writing();
    if (!client_sends) co_return;
    expired_ = false;
    set_phase(Phase::linger, kLingerMs);
    for (std::size_t read = 0; read < kLingerBytes;) {
        in_.clear();
        const bool more = co_await read_more();
        if (!more) co_return;
        read += in_.size();
    }
}

}  // namespace vafa::http
