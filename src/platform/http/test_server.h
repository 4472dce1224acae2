#pragma once

#include <condition_variable>
#include <functional>
#include <gtest/gtest.h>
#include <mutex>
#include <string>
#include <vector>

#include "platform/http/server.h"
#include "platform/http/test_client.h"
#include "testing/results.h"

namespace vafa::http {

// An application of two functions, which a test sets before it asks.
class TestApp final : public Application {
public:
    std::function<Plan(const RequestHead&)> on_plan = [](const RequestHead&) { return Plan{}; };
    // Says what arrived.
    std::function<Response(Request&)> on_answer = [](Request& request) {
        return text_response(200, "text/plain",
                             fmt::format("{} {}?{} [{}]", method_name(request.method), request.path,
                                         request.query, request.body));
    };

    Plan plan(const RequestHead& head) override { return on_plan(head); }
    Response answer(Request& request) override { return on_answer(request); }
    void sent(const RequestHead& head, const Sent& what) override {
        const std::lock_guard lock(mutex_);
        sent_.push_back(what);
        ids_.push_back(head.id);
        changed_.notify_all();
    }

    // Waits until so many answers were sent.
    std::vector<Sent> sent_after(std::size_t count) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, std::chrono::seconds(10), [&] { return sent_.size() >= count; });
        return sent_;
    }
    std::vector<std::string> ids() {
        const std::lock_guard lock(mutex_);
        return ids_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Sent> sent_;
    std::vector<std::string> ids_;
};

// Something one thread does and another waits for.
class Gate {
public:
    void open() {
        const std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }
    bool wait(int within_ms = 10'000) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::milliseconds(within_ms), [&] { return open_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
};

inline Options local_options() {
    Options options;
    options.port = 0;
    options.workers = 2;
    return options;
}

struct TestServer {
    explicit TestServer(Options options = local_options())
        : server(test::must(Server::start(options, app))) {}
    ~TestServer() { server->stop(); }

    TestClient client() const { return TestClient(server->port()); }

    TestApp app;
    std::unique_ptr<Server> server;
};

}  // namespace vafa::http
