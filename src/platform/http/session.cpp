#include "platform/http/session.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <unistd.h>

#include "platform/http/channel.h"
#include "platform/http/event_stream.h"
#include "platform/http/exchange.h"
#include "platform/http/io_loop.h"
#include "platform/http/request_parser.h"
#include "platform/http/shared.h"
#include "platform/log/log.h"

namespace vafa::http {
namespace {

using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;

constexpr std::size_t kFilePiece = 128 * 1024;  // of a file at once
constexpr std::size_t kIdleBuffer = 4 * 1024;   // what an idle connection may keep

// What reading came to: go on, refuse with a status, or the connection is over without a word.
constexpr int kGood = 0, kOver = -1;

// One connection, requests one after another. All of it runs on the loop's thread but the work for
// an answer, which alone touches exchange_ meanwhile.
class Session final : public Channel, public std::enable_shared_from_this<Session> {
public:
    Session(Shared& shared, IoLoop& loop, files::Descriptor socket, std::string peer)
        : Channel(loop, std::move(socket), shared.tls ? &*shared.tls : nullptr,
                  shared.options.limits.write_idle_ms),
          shared_(shared),
          limits_(shared.options.limits),
          peer_(std::move(peer)),
          parser_({limits_.head_bytes, limits_.target_bytes}),
          exchange_(shared) {}

    static Task<void> run(std::shared_ptr<Session> self);

    void drain() override;
    void cut() override;

private:
    Task<void> serve();
    Task<bool> serve_request();
    Task<int> read_head();
    Task<int> read_body(const Plan& plan);
    Task<int> begin_body(const Plan& plan);
    Task<int> flush_sink();
    Task<void> answer_on_worker();
    Task<bool> refuse(int status);
    Task<bool> send();
    Task<bool> send_file();
    Task<bool> send_events();
    Task<bool> write_piece(std::string_view bytes);

    void begin_request();
    int feed();
    void set_body_deadline(std::int64_t started_ms, std::uint64_t received);
    void watch_for_end(std::shared_ptr<EventStream> events);
    void wake();
    void end();

    Shared& shared_;
    const Limits& limits_;
    const std::string peer_;
    RequestParser parser_;
    Exchange exchange_;
    bool close_ = false;   // after this answer
    bool unread_ = false;  // the client may still be sending
    std::atomic<bool> cut_ = false;
    int requests_ = 0;
    std::string out_;  // the head, and what goes with it
    std::optional<Timer> events_timer_;
};

// What the loop tells.

void Session::drain() {
    if (phase_ == Phase::idle || phase_ == Phase::head || phase_ == Phase::linger) expire();
    if (phase_ == Phase::events) exchange_.answer.events->close();
}

void Session::cut() {
    cut_ = true;
    if (phase_ == Phase::events) exchange_.answer.events->abandon();
    wake();
    expire();
}

void Session::wake() {
    if (events_timer_) events_timer_->cancel();
}

// A connection.

Task<void> Session::run(std::shared_ptr<Session> self) {
    self->loop_.enter(*self);
    try {
        co_await self->serve();
    } catch (const std::exception& failure) {
        log::error("a connection failed: {}", failure.what());
    }
    self->end();
}

Task<void> Session::serve() {
    bool open = true;
    set_phase(Phase::head, limits_.head_ms);
    if (wire_.secure()) open = co_await handshake();
    while (open) open = co_await serve_request();
    if (!cut_) co_await say_goodbye(unread_ && !shared_.stopping);
}

void Session::end() {
    deadline_ms = kNoDeadline;
    exchange_.sink.discard();
    shared_.count.leave(shared_.counted_as(peer_));
    loop_.leave(*this);
    error_code ignored;
    socket_.close(ignored);
}

// A request.

void Session::begin_request() {
    exchange_.begin(peer_, wire_.secure(), loop_.next_request_id());
    parser_.begin(exchange_.request,
                  [this](std::string_view bytes) { return exchange_.sink.write(bytes); });
    close_ = false;
    written_ = 0;
    if (in_.capacity() > kIdleBuffer && in_.empty()) in_ = {};
    if (out_.capacity() > kIdleBuffer) out_ = {};
    ++requests_;
}

// True: another may follow on this connection.
Task<bool> Session::serve_request() {
    begin_request();
    const int head = co_await read_head();
    if (head == kOver) co_return false;
    if (head != kGood) co_return co_await refuse(head);

    expired_ = cut_;  // what follows has time of its own
    exchange_.head_came(loop_.now_ms());
    close_ = !parser_.keep_alive() || requests_ >= limits_.requests_per_connection;
    Plan plan = exchange_.plan();
    if (!plan.refusal && (parser_.has_body() || !plan.spool.empty())) {
        const int body = co_await read_body(plan);
        if (body == kOver) co_return false;
        if (body != kGood) co_return co_await refuse(body);
    }
    if (plan.refusal) {
        exchange_.answer_with(std::move(*plan.refusal));
    } else if (plan.at_once) {
        exchange_.work();
    } else {
        co_await answer_on_worker();
    }
    if (!parser_.done()) close_ = unread_ = true;
    co_return co_await send();
}

Task<void> Session::answer_on_worker() {
    const auto job = [this] {
        if (!cut_) exchange_.work();
    };
    const bool taken = co_await run_on(shared_.workers, job);
    if (!taken) exchange_.refuse(503);
}

// What the parser says to the bytes that are there.
int Session::feed() {
    const RequestParser::Step step = parser_.feed(in_);
    in_.erase(0, step.used);
    exchange_.bytes_in += step.used;
    return step.status;
}

Task<int> Session::read_head() {
    set_phase(Phase::idle, requests_ == 1 ? limits_.head_ms : limits_.keep_alive_ms);
    bool answered = requests_ > 1 && in_.empty();
    for (;;) {
        // An empty line before a request is left over from a body (RFC 9112, section 2.2).
        while (exchange_.bytes_in == 0 && in_.starts_with("\r\n")) in_.erase(0, 2);
        if (!in_.empty() && in_ != "\r") {
            const int status = feed();
            if (status != kGood || parser_.head_done()) co_return status;
            if (phase_ == Phase::idle) set_phase(Phase::head, limits_.head_ms);
        }
        // A stop waits for nothing more, but what has arrived is answered.
        const bool stopping = shared_.stopping;
        if (stopping) expired_ = true;
        const bool more = co_await read_more(std::exchange(answered, false) && !stopping);
        if (more || stopping != shared_.stopping) continue;
        const bool late = phase_ == Phase::head && expired_ && !shared_.stopping;
        co_return late ? 408 : kOver;
    }
}

// Whichever comes first: silence for too long, or too little for the time it took.
void Session::set_body_deadline(std::int64_t started_ms, std::uint64_t received) {
    const auto rate =
        static_cast<std::uint64_t>(std::max<std::int64_t>(1, limits_.body_bytes_per_second));
    const auto earned_ms = static_cast<std::int64_t>(received * 1000 / rate);
    phase_ = Phase::body;
    deadline_ms = std::min(loop_.now_ms(), started_ms + earned_ms) + limits_.body_idle_ms;
}

Task<int> Session::begin_body(const Plan& plan) {
    const std::uint64_t limit = plan.body_limit != 0 ? plan.body_limit : limits_.body_bytes;
    if (parser_.content_length().value_or(0) > limit) co_return 413;
    const int unfit = exchange_.sink.begin(exchange_.request, limit, plan.spool);
    if (unfit != kGood) co_return unfit;
    const auto expected = exchange_.request.headers.find("expect");
    if (!expected || !parser_.http11()) co_return kGood;
    if (*expected != "100-continue") co_return 417;
    if (!in_.empty() || parser_.done()) co_return kGood;
    const bool sent = co_await write_all("HTTP/1.1 100 Continue\r\n\r\n");
    co_return sent ? kGood : kOver;
}

Task<int> Session::read_body(const Plan& plan) {
    int status = co_await begin_body(plan);
    const std::int64_t started = loop_.now_ms();
    const std::uint64_t head_bytes = exchange_.bytes_in;
    while (status == kGood) {
        if (!in_.empty() && !parser_.done()) status = feed();
        const bool done = parser_.done();
        if (status == kGood && !plan.spool.empty() && (done || exchange_.sink.wants_flush()))
            status = co_await flush_sink();
        if (status != kGood) break;
        if (done) co_return exchange_.sink.finish();
        set_body_deadline(started, exchange_.bytes_in - head_bytes);
        const bool more = co_await read_more();
        if (!more) status = expired_ && !cut_ ? 408 : kOver;
    }
    co_return status;
}

Task<int> Session::flush_sink() {
    int status = kGood;
    const auto job = [this, &status] { status = exchange_.sink.flush(); };
    const bool taken = co_await run_on(shared_.disk, job);
    co_return taken ? status : 503;
}

// An answer.

// The request cannot be understood or taken: what follows it on the connection is not trusted.
Task<bool> Session::refuse(int status) {
    expired_ = false;
    exchange_.sink.discard();
    exchange_.refuse(status);
    close_ = unread_ = true;
    co_return co_await send();
}

Task<bool> Session::send() {
    const Answer& answer = exchange_.answer;
    set_phase(Phase::write, limits_.write_idle_ms);
    close_ = close_ || shared_.stopping || answer.events != nullptr;
    out_.clear();
    exchange_.append_start(out_, {.date = loop_.date(),
                                  .request_id = exchange_.request.id,
                                  .close = close_,
                                  .http11 = parser_.http11()});
    bool good = co_await write_all(out_);
    const std::string_view rest = exchange_.rest();
    if (good && !rest.empty()) good = co_await write_all(rest);
    if (good && answer.file && exchange_.has_body()) good = co_await send_file();
    if (answer.events) {
        if (good && exchange_.request.method != Method::head) good = co_await send_events();
        answer.events->abandon();
    }
    exchange_.bytes_out = written_;
    exchange_.finish(loop_.now_ms());
    co_return good && !close_;
}

Task<bool> Session::send_file() {
    Answer& answer = exchange_.answer;
    std::string piece;
    ssize_t got = -1;
    const auto read_piece = [&answer, &piece, &got] {
        got = ::pread(answer.file.number(), piece.data(), piece.size(),
                      static_cast<off_t>(answer.first));
    };
    while (answer.length > 0) {
        piece.resize(std::min<std::uint64_t>(kFilePiece, answer.length));
        const bool taken = co_await run_on(shared_.disk, read_piece);
        // A file that became shorter cannot keep the length that was promised.
        if (!taken || got <= 0) co_return false;
        set_phase(Phase::write, limits_.write_idle_ms);
        const auto size = static_cast<std::size_t>(got);
        const bool sent = co_await write_all(std::string_view(piece).substr(0, size));
        if (!sent) co_return false;
        answer.first += size;
        answer.length -= size;
    }
    co_return true;
}

// A chunk as HTTP/1.1 sends what has no length; HTTP/1.0 reads to the end of the connection.
Task<bool> Session::write_piece(std::string_view bytes) {
    if (!parser_.http11()) co_return co_await write_all(bytes);
    const std::string chunk = fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes);
    co_return co_await write_all(chunk);
}

Task<bool> Session::send_events() {
    const std::shared_ptr<EventStream> events = exchange_.answer.events;
    events_timer_.emplace(socket_.get_executor());
    // Producers outlive connections and even the server: they hold the loop, not the session.
    events->attach([loop = loop_.shared_from_this(), weak = weak_from_this()] {
        asio::post(loop->context(), [weak] {
            if (const auto session = weak.lock()) session->wake();
        });
    });
    watch_for_end(events);
    if (shared_.stopping) events->close();
    while (!cut_) {
        set_phase(Phase::events, kNoDeadline);
        const std::string bytes = events->take();
        bool sent = true;
        if (!bytes.empty()) {
            sent = co_await write_piece(bytes);
        } else if (events->finished()) {
            if (parser_.http11()) co_await write_all("0\r\n\r\n");
            co_return true;
        } else {
            events_timer_->expires_after(std::chrono::milliseconds(limits_.heartbeat_ms));
            error_code woken;
            co_await events_timer_->async_wait(asio::redirect_error(kAwait, woken));
            if (!woken) sent = co_await write_piece(":\n\n");
        }
        if (!sent) co_return false;
    }
    co_return false;
}

// A reader of events says nothing more; that its socket is readable means it left.
void Session::watch_for_end(std::shared_ptr<EventStream> events) {
    socket_.async_wait(Socket::wait_read, [weak = weak_from_this(), events](error_code cancelled) {
        const auto session = weak.lock();
        if (cancelled || !session) return;
        events->abandon();
        session->wake();
    });
}

}  // namespace

void start_session(Shared& shared, IoLoop& loop, files::Descriptor socket, std::string peer) {
    const std::string counted = shared.counted_as(peer);
    try {
        const auto session =
            std::make_shared<Session>(shared, loop, std::move(socket), std::move(peer));
        asio::co_spawn(loop.context().get_executor(), Session::run(session), asio::detached);
    } catch (const std::exception& failure) {
        shared.count.leave(counted);
        log::error("a connection cannot be served: {}", failure.what());
    }
}

}  // namespace vafa::http
