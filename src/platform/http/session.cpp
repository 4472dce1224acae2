#include "platform/http/session.h"

#include <algorithm>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/http/answer.h"
#include "platform/http/body_sink.h"
#include "platform/http/event_stream.h"
#include "platform/http/forwarded.h"
#include "platform/http/io_loop.h"
#include "platform/http/request_parser.h"
#include "platform/http/shared.h"
#include "platform/http/status.h"
#include "platform/http/wire.h"
#include "platform/log/log.h"

namespace vafa::http {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Socket = asio::posix::basic_stream_descriptor<Executor>;
using Timer = asio::basic_waitable_timer<std::chrono::steady_clock,
                                         asio::wait_traits<std::chrono::steady_clock>, Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;
constexpr asio::use_awaitable_t<Executor> kAwait;

constexpr std::size_t kJoined = 16 * 1024;      // a body up to this goes out with its head
constexpr std::size_t kFilePiece = 128 * 1024;  // of a file at once
constexpr std::size_t kIdleBuffer = 4 * 1024;   // what an idle connection may keep
constexpr std::int64_t kLingerMs = 2'000;       // for a client to read why it was refused
constexpr std::size_t kLingerBytes = 512 * 1024;

// One connection, requests one after another. All of it runs on the loop's thread but work(), which
// alone touches request_ and answer_ meanwhile.
class Session final : public Connection, public std::enable_shared_from_this<Session> {
public:
    Session(Shared& shared, IoLoop& loop, files::Descriptor socket, std::string peer)
        : shared_(shared),
          limits_(shared.options.limits),
          loop_(loop),
          peer_(std::move(peer)),
          socket_(loop.context().get_executor(), socket.release()),
          wire_(socket_.native_handle(), shared.tls ? &*shared.tls : nullptr),
          parser_({limits_.head_bytes, limits_.target_bytes}) {}

    static Task<void> run(std::shared_ptr<Session> self);

    void expire() override;
    void drain() override;
    void cut() override;

private:
    enum class Phase { idle, head, body, work, write, events, linger };

    Task<void> serve();
    Task<bool> serve_request();
    Task<int> read_head();
    Task<int> read_body(const Plan& plan);
    Task<int> flush_sink();
    Task<void> make_answer_on_worker();
    Task<bool> refuse(int status);
    Task<bool> send();
    Task<bool> send_file();
    Task<bool> send_events();
    Task<bool> write_piece(std::string_view bytes);
    Task<void> linger();
    Task<bool> handshake();
    Task<bool> read_more();
    Task<bool> write_all(std::string_view bytes);
    Task<bool> wait(Wire::State direction);
    template <class Work>
    Task<bool> run_on(WorkerPool& pool, Work work);

    void begin_request();
    void set_deadline(Phase phase, std::int64_t ms);
    void set_body_deadline(std::int64_t started_ms, std::uint64_t received);
    int feed();
    std::optional<Plan> plan();
    void work();
    void answer_with(Response response);
    void watch_for_end(std::shared_ptr<EventStream> events);
    void report_sent();
    void wake();
    void end();

    Shared& shared_;
    const Limits& limits_;
    IoLoop& loop_;
    const std::string peer_;
    Socket socket_;
    Wire wire_;
    RequestParser parser_;
    Phase phase_ = Phase::idle;
    bool ended_by_us_ = false;  // a deadline or the server's stop
    bool close_ = false;        // after this answer
    bool unread_ = false;       // the client may still be sending: see linger()
    std::atomic<bool> cut_ = false;
    int requests_ = 0;
    std::string in_;   // read, not yet parsed
    std::string out_;  // the head, and what goes with it
    Request request_;
    BodySink sink_;
    Answer answer_;
    std::int64_t started_ms_ = 0;
    std::uint64_t bytes_in_ = 0, bytes_out_ = 0;
    std::optional<Timer> events_timer_;
};

// ---- what the loop tells

void Session::expire() {
    deadline_ms = kNoDeadline;
    ended_by_us_ = true;
    socket_.cancel();
}

void Session::drain() {
    if (phase_ == Phase::idle || phase_ == Phase::head || phase_ == Phase::linger) expire();
    if (phase_ == Phase::events) {
        answer_.events->close();
        wake();
    }
}

void Session::cut() {
    cut_ = true;
    if (phase_ == Phase::events) answer_.events->abandon();
    wake();
    expire();
}

void Session::wake() {
    if (events_timer_) events_timer_->cancel();
}

void Session::set_deadline(Phase phase, std::int64_t ms) {
    phase_ = phase;
    deadline_ms = ms == kNoDeadline ? ms : loop_.now_ms() + ms;
}

// ---- waiting

Task<bool> Session::wait(Wire::State direction) {
    if (ended_by_us_ || cut_) co_return false;
    error_code error;
    co_await socket_.async_wait(
        direction == Wire::State::wants_write ? Socket::wait_write : Socket::wait_read,
        asio::redirect_error(kAwait, error));
    co_return !error && !ended_by_us_;
}

// True when there is more in in_. The buffer read into is the loop's, so that a connection that
// waits holds none.
Task<bool> Session::read_more() {
    bool first = !wire_.secure() && in_.empty() && phase_ == Phase::idle && requests_ > 1;
    for (;;) {
        // After an answer nothing is there yet, nearly always: waiting first spares a call.
        Wire::Moved moved{Wire::State::wants_read, 0};
        if (!std::exchange(first, false)) moved = wire_.read(loop_.scratch());
        if (moved.state == Wire::State::done) {
            in_.append(loop_.scratch().data(), moved.bytes);
            co_return true;
        }
        if (moved.state == Wire::State::closed) co_return false;
        const bool ready = co_await wait(moved.state);
        if (!ready) co_return false;
    }
}

Task<bool> Session::write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const Wire::Moved moved = wire_.write(bytes);
        bytes.remove_prefix(moved.bytes);
        bytes_out_ += moved.bytes;
        if (moved.state == Wire::State::done) continue;
        if (moved.state == Wire::State::closed) co_return false;
        set_deadline(phase_, limits_.write_idle_ms);
        const bool ready = co_await wait(moved.state);
        if (!ready) co_return false;
    }
    co_return true;
}

Task<bool> Session::handshake() {
    set_deadline(Phase::head, limits_.head_ms);
    for (;;) {
        const Wire::State state = wire_.handshake();
        if (state == Wire::State::done) co_return true;
        if (state == Wire::State::closed) co_return false;
        const bool ready = co_await wait(state);
        if (!ready) co_return false;
    }
}

// Runs the work on the pool and comes back to the loop's thread. False: the pool is full.
template <class Work>
Task<bool> Session::run_on(WorkerPool& pool, Work work) {
    bool taken = true;
    set_deadline(Phase::work, kNoDeadline);
    co_await asio::async_initiate<const asio::use_awaitable_t<Executor>&, void()>(
        [&](auto handler) {
            // Shared, since jobs are copyable; the guard keeps the loop running meanwhile.
            auto resume = std::make_shared<decltype(handler)>(std::move(handler));
            auto guard = asio::make_work_guard(socket_.get_executor());
            taken = pool.submit([work, resume, guard] {
                work();
                asio::post(guard.get_executor(), [resume] { (*resume)(); });
            });
            if (!taken) asio::post(guard.get_executor(), [resume] { (*resume)(); });
        },
        kAwait);
    co_return taken;
}

// ---- one connection

Task<void> Session::run(std::shared_ptr<Session> self) {
    try {
        co_await self->serve();
    } catch (const std::exception& failure) {
        log::error("a connection failed: {}", failure.what());
    }
    self->end();
}

Task<void> Session::serve() {
    bool open = true;
    if (wire_.secure()) open = co_await handshake();
    while (open) open = co_await serve_request();
    if (!cut_) {
        wire_.end_writing();
        if (unread_) co_await linger();
    }
}

void Session::end() {
    deadline_ms = kNoDeadline;
    sink_.discard();
    shared_.count.leave(shared_.counted_as(peer_));
    loop_.leave(*this);
    error_code ignored;
    socket_.close(ignored);
}

// Closing while the client still sends would reset the connection, and with it what the client has
// not read of the answer.
Task<void> Session::linger() {
    ended_by_us_ = false;
    in_ = {};
    set_deadline(Phase::linger, kLingerMs);
    for (std::size_t read = 0; read < kLingerBytes && !shared_.stopping;) {
        const bool more = co_await read_more();
        if (!more) co_return;
        read += in_.size();
        in_.clear();
    }
}

// ---- one request

void Session::begin_request() {
    request_.method = Method::get;
    request_.path.clear();
    request_.query.clear();
    request_.headers.clear();
    request_.body.clear();
    request_.body_file.clear();
    request_.peer = peer_;
    request_.secure = wire_.secure();
    request_.proxied = false;
    request_.id = loop_.next_request_id();
    bytes_in_ = bytes_out_ = 0;
    started_ms_ = 0;
    close_ = false;
    parser_.begin(request_, [this](std::string_view bytes) { return sink_.write(bytes); });
    if (in_.capacity() > kIdleBuffer && in_.empty()) in_ = {};
    if (out_.capacity() > kIdleBuffer) out_ = {};
    ++requests_;
}

// True: another may follow on this connection.
Task<bool> Session::serve_request() {
    begin_request();
    const int bad_head = co_await read_head();
    if (bad_head < 0) co_return false;
    if (bad_head > 0) co_return co_await refuse(bad_head);

    started_ms_ = loop_.now_ms();
    Client client = client_of(request_.headers, peer_, wire_.secure(), shared_.options.trust_proxy);
    request_.peer = std::move(client.peer);
    request_.secure = client.secure;
    request_.proxied = client.proxied;
    close_ = !parser_.keep_alive() || requests_ >= limits_.requests_per_connection;

    std::optional<Plan> planned = plan();
    if (planned && !planned->refusal && (parser_.has_body() || !planned->spool.empty())) {
        const int bad_body = co_await read_body(*planned);
        if (bad_body < 0) co_return false;
        if (bad_body > 0) co_return co_await refuse(bad_body);
    }
    if (!planned) {
        answer_with(problem_response(500));
    } else if (planned->refusal) {
        answer_with(std::move(*planned->refusal));
    } else if (planned->at_once) {
        work();
    } else {
        co_await make_answer_on_worker();
    }
    if (!parser_.done()) close_ = unread_ = true;
    co_return co_await send();
}

Task<void> Session::make_answer_on_worker() {
    const auto job = [this] {
        if (!cut_) work();
    };
    const bool taken = co_await run_on(shared_.workers, job);
    if (taken) co_return;
    Response busy = problem_response(503);
    busy.headers.set("retry-after", "1");
    answer_with(std::move(busy));
}

std::optional<Plan> Session::plan() {
    try {
        return shared_.application.plan(request_);
    } catch (const std::exception& failure) {
        log::error("request {}: {}", request_.id, failure.what());
        return std::nullopt;
    }
}

void Session::work() {
    try {
        return answer_with(shared_.application.answer(request_));
    } catch (const std::exception& failure) {
        log::error("request {}: {}", request_.id, failure.what());
    } catch (...) {
        log::error("request {}: an unknown exception", request_.id);
    }
    answer_with(problem_response(500));
}

void Session::answer_with(Response response) {
    answer_ = make_answer(request_, std::move(response), shared_.packed);
}

// What the parser says to the bytes that are there.
int Session::feed() {
    const RequestParser::Step step = parser_.feed(in_);
    in_.erase(0, step.used);
    bytes_in_ += step.used;
    return step.status;
}

// 0, a status to refuse with, or -1 when the connection is over without a word.
Task<int> Session::read_head() {
    set_deadline(Phase::idle, requests_ == 1 ? limits_.head_ms : limits_.keep_alive_ms);
    for (;;) {
        // An empty line before a request is left over from a body (RFC 9112, section 2.2).
        while (bytes_in_ == 0 && in_.starts_with("\r\n")) in_.erase(0, 2);
        if (!in_.empty() && in_ != "\r") {
            const int status = feed();
            if (status != 0 || parser_.head_done()) co_return status;
            if (phase_ == Phase::idle) set_deadline(Phase::head, limits_.head_ms);
        }
        if (shared_.stopping) co_return -1;
        const bool more = co_await read_more();
        if (!more) co_return phase_ == Phase::head&& ended_by_us_ && !shared_.stopping ? 408 : -1;
    }
}

void Session::set_body_deadline(std::int64_t started_ms, std::uint64_t received) {
    const auto earned = static_cast<std::int64_t>(received) * 1000 /
                        std::max<std::int64_t>(1, limits_.body_bytes_per_second);
    phase_ = Phase::body;
    deadline_ms = std::min(loop_.now_ms(), started_ms + earned) + limits_.body_idle_ms;
}

Task<int> Session::flush_sink() {
    int status = 0;
    const auto job = [this, &status] { status = sink_.flush(); };
    const bool taken = co_await run_on(shared_.disk, job);
    co_return taken ? status : 503;
}

Task<int> Session::read_body(const Plan& plan) {
    const std::uint64_t limit = plan.body_limit != 0 ? plan.body_limit : limits_.body_bytes;
    if (parser_.content_length().value_or(0) > limit) co_return 413;
    const int unfit = sink_.begin(request_, limit, plan.spool);
    if (unfit != 0) co_return unfit;
    if (const auto expected = request_.headers.find("expect"); expected && parser_.http11()) {
        if (*expected != "100-continue") co_return 417;
        if (in_.empty()) {
            const bool sent = co_await write_all("HTTP/1.1 100 Continue\r\n\r\n");
            if (!sent) co_return -1;
        }
    }
    const std::int64_t started = loop_.now_ms();
    std::uint64_t received = 0;
    for (;;) {
        if (!in_.empty() && !parser_.done()) {
            const std::uint64_t before = bytes_in_;
            const int status = feed();
            if (status != 0) co_return status;
            received += bytes_in_ - before;
        }
        if (!plan.spool.empty() && (sink_.wants_flush() || parser_.done())) {
            const int status = co_await flush_sink();
            if (status != 0) co_return status;
        }
        if (parser_.done()) co_return sink_.finish();
        set_body_deadline(started, received);
        const bool more = co_await read_more();
        if (!more) co_return ended_by_us_ ? 408 : -1;
    }
}

// ---- answers

// The request cannot be understood or taken: what follows it on the connection is not trusted.
Task<bool> Session::refuse(int status) {
    ended_by_us_ = false;
    started_ms_ = started_ms_ == 0 ? loop_.now_ms() : started_ms_;
    sink_.discard();
    answer_with(problem_response(status));
    close_ = unread_ = true;
    co_return co_await send();
}

Task<bool> Session::send() {
    set_deadline(Phase::write, limits_.write_idle_ms);
    close_ = close_ || shared_.stopping || answer_.events != nullptr;
    out_.clear();
    append_head(out_, answer_,
                {.date = loop_.date(),
                 .request_id = request_.id,
                 .close = close_,
                 .http11 = parser_.http11()});
    const bool headless = request_.method == Method::head || !answer_.has_length;
    const bool from_file = static_cast<bool>(answer_.file);
    std::string_view rest;
    if (!headless && !from_file) {
        rest = answer_.bytes();
        if (rest.size() <= kJoined) out_ += std::exchange(rest, {});
    }
    bool good = co_await write_all(out_);
    if (good && !rest.empty()) good = co_await write_all(rest);
    if (good && from_file && !headless) good = co_await send_file();
    if (answer_.events) {
        if (good && request_.method != Method::head) good = co_await send_events();
        answer_.events->abandon();
    }
    report_sent();
    sink_.discard();
    answer_ = {};
    co_return good && !close_;
}

Task<bool> Session::send_file() {
    std::string piece;
    ssize_t got = -1;
    const auto read_piece = [this, &piece, &got] {
        got = ::pread(answer_.file.number(), piece.data(), piece.size(),
                      static_cast<off_t>(answer_.first));
    };
    while (answer_.length > 0) {
        piece.resize(std::min<std::uint64_t>(kFilePiece, answer_.length));
        const bool taken = co_await run_on(shared_.disk, read_piece);
        // A file that became shorter cannot keep the length that was promised.
        if (!taken || got <= 0) co_return false;
        set_deadline(Phase::write, limits_.write_idle_ms);
        const auto size = static_cast<std::size_t>(got);
        const bool sent = co_await write_all(std::string_view(piece).substr(0, size));
        if (!sent) co_return false;
        answer_.first += size;
        answer_.length -= size;
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
    const std::shared_ptr<EventStream> events = answer_.events;
    events_timer_.emplace(socket_.get_executor());
    // Producers outlive connections and even the server: they hold the loop, not the session.
    events->attach([loop = loop_.shared_from_this(), weak = weak_from_this()] {
        asio::post(loop->context(), [weak] {
            if (const auto session = weak.lock()) session->wake();
        });
    });
    watch_for_end(events);
    if (shared_.stopping) events->close();
    for (;;) {
        set_deadline(Phase::events, kNoDeadline);
        const std::string bytes = events->take();
        if (!bytes.empty()) {
            const bool sent = co_await write_piece(bytes);
            if (!sent) co_return false;
            continue;
        }
        if (events->finished()) {
            if (parser_.http11()) co_await write_all("0\r\n\r\n");
            co_return false;
        }
        events_timer_->expires_after(std::chrono::milliseconds(limits_.heartbeat_ms));
        error_code woken;
        co_await events_timer_->async_wait(asio::redirect_error(kAwait, woken));
        if (cut_) co_return false;
        if (!woken) {
            const bool sent = co_await write_piece(":\n\n");
            if (!sent) co_return false;
        }
    }
}

// A reader of events says nothing more; that its socket is readable means it left.
void Session::watch_for_end(std::shared_ptr<EventStream> events) {
    socket_.async_wait(Socket::wait_read, [weak = weak_from_this(), events](error_code error) {
        const auto session = weak.lock();
        if (error || !session) return;
        events->abandon();
        session->wake();
    });
}

void Session::report_sent() {
    Application::Sent what;
    what.status = answer_.status;
    what.bytes_in = bytes_in_;
    what.bytes_out = bytes_out_;
    what.seconds = static_cast<double>(loop_.now_ms() - started_ms_) / 1000;
    try {
        shared_.application.sent(request_, what);
    } catch (const std::exception& failure) {
        log::error("request {}: {}", request_.id, failure.what());
    }
}

}  // namespace

void start_session(Shared& shared, IoLoop& loop, files::Descriptor socket, std::string peer) {
    const auto session =
        std::make_shared<Session>(shared, loop, std::move(socket), std::move(peer));
    loop.enter(*session);
    asio::co_spawn(loop.context().get_executor(), Session::run(session), asio::detached);
}

}  // namespace vafa::http
