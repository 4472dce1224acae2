#include <gtest/gtest.h>
#include <thread>

#include "platform/http/test_server.h"

namespace vafa::http {
namespace {

TEST(Stop, FinishesWhatIsUnderWayAndTakesNothingNew) {
    TestServer under_test;
    Gate began, hold;
    under_test.app.on_answer = [&](Request&) {
        began.open();
        hold.wait();
        return text_response(200, "text/plain", "finished");
    };
    TestClient idle = under_test.client(), working = under_test.client();
    working.send("GET / HTTP/1.1\r\nHost: a\r\n\r\nGET /next HTTP/1.1\r\nHost: a\r\n\r\n");
    began.wait();
    std::thread stopping([&] { under_test.server->stop(); });
    EXPECT_TRUE(idle.closes());
    EXPECT_FALSE(under_test.client().connected());
    hold.open();
    const Received answer = working.receive();
    EXPECT_EQ(answer.body, "finished");
    EXPECT_EQ(answer.headers.get("connection"), "close");
    EXPECT_TRUE(working.closes());
    EXPECT_EQ(working.rest(), "");
    stopping.join();
    EXPECT_EQ(under_test.server->gauges().connections, 0);
}

TEST(Stop, LetsAnUploadEnd) {
    TestServer under_test;
    TestClient client = under_test.client();
    Gate planned;
    under_test.app.on_plan = [&](const RequestHead&) {
        planned.open();
        return Plan{};
    };
    client.send("POST /u HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc");
    planned.wait();
    std::thread stopping([&] { under_test.server->stop(); });
    while (under_test.client().connected()) continue;
    client.send("def");
    EXPECT_EQ(client.receive().body, "POST /u? [abcdef]");
    stopping.join();
}

TEST(Stop, CutsWhatDoesNotEndInTime) {
    Options options = local_options();
    options.limits.drain_ms = 50;
    TestServer under_test(options);
    Gate planned;
    under_test.app.on_plan = [&](const RequestHead&) {
        planned.open();
        return Plan{};
    };
    TestClient client = under_test.client();
    client.send("POST /u HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc");
    planned.wait();
    under_test.server->stop();
    EXPECT_TRUE(client.closes());
    EXPECT_EQ(client.rest(), "");
}

TEST(Stop, AnswersWhatHasArrived) {
    for (int round = 0; round < 50; ++round) {
        TestServer under_test;
        TestClient known = under_test.client();
        known.send("GET /first HTTP/1.1\r\nHost: a\r\n\r\n");
        ASSERT_EQ(known.receive().status, 200);
        TestClient stranger = under_test.client();
        known.send("GET /second HTTP/1.1\r\nHost: a\r\n\r\n");
        stranger.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
        under_test.server->stop();
        ASSERT_EQ(known.receive().status, 200) << round;
        EXPECT_TRUE(known.closes());
        ASSERT_EQ(stranger.receive().body, "POST /? [abc]") << round;
        EXPECT_TRUE(stranger.closes());
    }
}

TEST(Stop, CutsAnUploadThatArrivedWithIt) {
    Options options = local_options();
    options.limits.drain_ms = 50;
    for (int round = 0; round < 10; ++round) {
        TestServer under_test(options);
        TestClient client = under_test.client();
        client.send("POST /u HTTP/1.1\r\nHost: a\r\nContent-Length: 6\r\n\r\nabc");
        under_test.server->stop();
        EXPECT_TRUE(client.closes());
    }
}

TEST(Stop, MayBeCalledTwiceAndWithoutAnyConnection) {
    TestServer under_test;
    under_test.server->stop();
    under_test.server->stop();
    EXPECT_FALSE(under_test.client().connected());
}

TEST(Stop, UnderLoadAnswersEveryRequestItRead) {
    Options options = local_options();
    options.io_threads = 2;
    TestServer under_test(options);
    std::atomic<int> answered = 0, cut = 0;
    std::vector<std::thread> load;
    for (int i = 0; i < 4; ++i) {
        load.emplace_back([&] {
            TestClient client = under_test.client();
            for (;;) {
                client.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
                const Received answer = client.receive();
                if (answer.status == 200) {
                    ++answered;
                } else {
                    // Between two requests, with nothing of an answer.
                    if (!client.rest().empty()) ++cut;
                    return;
                }
            }
        });
    }
    while (answered < 200) continue;
    under_test.server->stop();
    for (auto& thread : load) thread.join();
    EXPECT_EQ(cut, 0);
    EXPECT_EQ(static_cast<std::size_t>(answered), under_test.app.sent_after(0).size());
}

}  // namespace
}  // namespace vafa::http
