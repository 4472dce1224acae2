#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "platform/http/connection.h"
#include "platform/http/io_loop.h"
#include "platform/http/wire.h"
#include "platform/http/worker_pool.h"

namespace vafa::http {

namespace asio = boost::asio;
using boost::system::error_code;
using Executor = asio::io_context::executor_type;
using Socket = asio::posix::basic_stream_descriptor<Executor>;
template <class T>
using Task = asio::awaitable<T, Executor>;
inline constexpr asio::use_awaitable_t<Executor> kAwait;

// The bytes of one connection, and all its waiting: for the socket, for a worker, never longer than
// the deadline of its phase. For session.cpp alone, which is why Asio may stand in this header.
class Channel : public Connection {
public:
    Channel(IoLoop& loop, files::Descriptor socket, const TlsContext* tls,
            std::int64_t write_idle_ms);

    void expire() override;

protected:
    enum class Phase { idle, head, body, work, write, events, linger };

    // The phase's deadline, from now on.
    void set_phase(Phase phase, std::int64_t ms);

    Task<bool> handshake();
    // True when there is more in in_. The buffer read into is the loop's, so that a connection that
    // waits holds none. `wait_first` where nothing can be there yet: spares a call.
    Task<bool> read_more(bool wait_first = false);
    Task<bool> write_all(std::string_view bytes);
    // Ends writing. Where the client may still be sending, reads on for a while: closing at once
    // would reset the connection, and with it what the client has not read of the answer.
    Task<void> say_goodbye(bool client_sends);
    // Runs the work on the pool and comes back to the loop's thread. False: the pool is full.
    template <class Work>
    Task<bool> run_on(WorkerPool& pool, Work work);

    IoLoop& loop_;
    Socket socket_;
    Wire wire_;
    Phase phase_ = Phase::idle;
    bool expired_ = false;  // by a deadline or the server's stop: nothing more is waited for
    std::string in_;        // read, not yet used
    std::uint64_t written_ = 0;

private:
    Task<bool> wait(Wire::State direction);
    Task<void> let_others_go_on();

    const std::int64_t write_idle_ms_;
    int reads_in_a_row_ = 0;
};

template <class Work>
Task<bool> Channel::run_on(WorkerPool& pool, Work work) {
    bool taken = true;
    set_phase(Phase::work, kNoDeadline);
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

}  // namespace vafa::http
