#include "platform/http/io_loop.h"

#include <algorithm>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <thread>

#include "platform/http/http_date.h"
#include "platform/http/session.h"
#include "platform/http/shared.h"
#include "platform/http/signals.h"

namespace vafa::http {
namespace {

namespace asio = boost::asio;

// Fine enough for the smallest limit, at most four times a second otherwise.
std::int64_t sweep_interval(const Limits& limits) {
    const std::int64_t smallest =
        std::min({limits.head_ms, limits.body_idle_ms, limits.keep_alive_ms, limits.write_idle_ms,
                  limits.drain_ms});
    return std::clamp<std::int64_t>(smallest / 4, 5, 250);
}

}  // namespace

struct IoLoop::Engine {
    asio::io_context context{1};
    asio::steady_timer timer{context};
    std::thread thread;
};

IoLoop::IoLoop(Shared& shared)
    : shared_(shared),
      sweep_ms_(sweep_interval(shared.options.limits)),
      rng_(system_entropy()),
      ids_(clock_, rng_),
      scratch_(16 * 1024),
      engine_(std::make_unique<Engine>()) {}

IoLoop::~IoLoop() { join(); }

asio::io_context& IoLoop::context() { return engine_->context; }

void IoLoop::start() {
    wait_for_sweep();
    engine_->thread = std::thread([this] {
        block_signals();
        engine_->context.run();
    });
}

void IoLoop::join() {
    if (engine_->thread.joinable()) engine_->thread.join();
}

void IoLoop::adopt(files::Descriptor connection, std::string peer) {
    asio::post(engine_->context,
               [this, connection = std::move(connection), peer = std::move(peer)]() mutable {
                   start_session(shared_, *this, std::move(connection), std::move(peer));
               });
}

void IoLoop::stop() {
    asio::post(engine_->context, [this] {
        stopping_ = true;
        cut_at_ms_ = now_ms() + shared_.options.limits.drain_ms;
        for (Connection* connection : connections_) connection->drain();
        if (connections_.empty()) engine_->timer.cancel();
    });
}

std::int64_t IoLoop::now_ms() const {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

std::string_view IoLoop::date() {
    const std::int64_t second = clock_.now() / kMsPerSecond;
    if (second != date_second_) {
        date_second_ = second;
        date_ = http_date(second * kMsPerSecond);
    }
    return date_;
}

std::string IoLoop::next_request_id() { return encode_id("req", ids_.next()); }

void IoLoop::enter(Connection& connection) {
    connection.place = connections_.size();
    connections_.push_back(&connection);
    if (stopping_) connection.drain();
}

void IoLoop::leave(Connection& connection) {
    connections_.back()->place = connection.place;
    std::swap(connections_[connection.place], connections_.back());
    connections_.pop_back();
    // Nothing waits any more then, and the thread ends.
    if (stopping_ && connections_.empty()) engine_->timer.cancel();
}

void IoLoop::wait_for_sweep() {
    engine_->timer.expires_after(std::chrono::milliseconds(sweep_ms_));
    engine_->timer.async_wait([this](const boost::system::error_code& cancelled) {
        // A cancel that comes when the timer has rung already cancels nothing.
        if (!cancelled && !(stopping_ && connections_.empty())) sweep();
    });
}

void IoLoop::sweep() {
    const std::int64_t now = now_ms();
    for (std::size_t i = 0; i < connections_.size(); ++i) {
        Connection& connection = *connections_[i];
        if (now >= cut_at_ms_)
            connection.cut();
        else if (now >= connection.deadline_ms)
            connection.expire();
    }
    wait_for_sweep();
}

}  // namespace vafa::http
