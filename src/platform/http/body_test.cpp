#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "platform/http/gzip.h"
#include "platform/http/test_server.h"
#include "testing/places.h"

namespace vafa::http {
namespace {

std::string post(std::string_view fields, std::string_view body) {
    return fmt::format("POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: {}\r\n{}\r\n{}", body.size(),
                       fields, body);
}

std::string content(const std::filesystem::path& path) {
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

TEST(RequestBody, IsUnpacked) {
    TestServer under_test;
    TestClient client = under_test.client();
    const std::string packed = gzip("hello") + gzip(" world");  // two members are one text
    EXPECT_EQ(client.ask(post("Content-Encoding: gzip\r\n", packed)).body,
              "POST /b? [hello world]");
    EXPECT_EQ(client.ask(post("Content-Encoding: identity\r\n", "plain")).body, "POST /b? [plain]");
}

TEST(RequestBody, OfAnUnknownOrDamagedCodingIsRefused) {
    TestServer under_test;
    const std::string packed = gzip("hello");
    EXPECT_EQ(under_test.client().ask(post("Content-Encoding: br\r\n", "x")).status, 415);
    EXPECT_EQ(under_test.client().ask(post("Content-Encoding: gzip, gzip\r\n", "x")).status, 415);
    EXPECT_EQ(under_test.client().ask(post("Content-Encoding: gzip\r\n", "no gzip")).status, 400);
    EXPECT_EQ(under_test.client()
                  .ask(post("Content-Encoding: gzip\r\n", packed.substr(0, packed.size() - 1)))
                  .status,
              400);
    EXPECT_EQ(under_test.client().ask(post("Content-Encoding: gzip\r\n", packed + "x")).status,
              400);
}

TEST(RequestBody, ThatUnpacksBeyondTheLimitIsRefusedAtTheLimit) {
    Options options = local_options();
    options.limits.body_bytes = 100'000;
    TestServer under_test(options);
    const std::string bomb = gzip(std::string(50 << 20, '\0'));
    ASSERT_LT(bomb.size(), options.limits.body_bytes);
    const Received answer = under_test.client().ask(post("Content-Encoding: gzip\r\n", bomb));
    EXPECT_EQ(answer.status, 413);
    const std::string fits = gzip(std::string(100'000, 'x'));
    EXPECT_EQ(under_test.client().ask(post("Content-Encoding: gzip\r\n", fits)).status, 200);
}

TEST(Gunzip, NeverHoldsMoreThanItsLimit) {
    const std::string bomb = gzip(std::string(50 << 20, '\0'));
    Gunzip gunzip;
    std::string out;
    EXPECT_EQ(gunzip.feed(bomb, out, 70'000), Gunzip::State::over_limit);
    EXPECT_LE(out.capacity(), 2U * 70'000);
}

TEST(RequestBody, OverTheLimitIsRefusedHoweverItIsSent) {
    Options options = local_options();
    options.limits.body_bytes = 10;
    TestServer under_test(options);
    EXPECT_EQ(under_test.client().ask(post("", "0123456789")).status, 200);
    TestClient told = under_test.client();
    EXPECT_EQ(told.ask(post("", "0123456789a")).status, 413);
    TestClient chunked = under_test.client();
    EXPECT_EQ(chunked
                  .ask("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
                       "6\r\n012345\r\n6\r\n012345\r\n0\r\n\r\n")
                  .status,
              413);
    EXPECT_TRUE(chunked.closes());
}

TEST(RequestBody, MayBeLargerWhereThePlanSaysSo) {
    Options options = local_options();
    options.limits.body_bytes = 10;
    TestServer under_test(options);
    under_test.app.on_plan = [](const RequestHead&) { return Plan{.body_limit = 5'000'000}; };
    under_test.app.on_answer = [](Request& request) {
        return text_response(200, "text/plain", std::to_string(request.body.size()));
    };
    EXPECT_EQ(under_test.client().ask(post("", std::string(4'000'000, 'x'))).body, "4000000");
}

TEST(RequestBody, IsWaitedForWithContinue) {
    TestServer under_test;
    TestClient client = under_test.client();
    client.send("POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receive().status, 100);
    client.send("hi");
    EXPECT_EQ(client.receive().body, "POST /b? [hi]");
    EXPECT_EQ(client.ask(post("Expect: miracles\r\n", "x")).status, 417);
}

TEST(RequestBody, IsNotAskedForWhereItIsRefused) {
    TestServer under_test;
    TestClient client = under_test.client();
    client.send(
        "POST /b HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n"
        "Expect: 100-continue\r\n\r\n");
    EXPECT_EQ(client.receive().status, 413);
}

struct SpoolTest : testing::Test {
    SpoolTest() {
        under_test.app.on_plan = [this](const RequestHead&) {
            return Plan{.body_limit = 3'000'000, .spool = file};
        };
        under_test.app.on_answer = [this](Request& request) {
            EXPECT_EQ(request.body_file, file);
            return text_response(200, "text/plain", content(request.body_file));
        };
    }

    test::TempDir folder;
    std::filesystem::path file = folder / "upload";
    TestServer under_test;
};

TEST_F(SpoolTest, StreamsTheBytesAsTheyCameToAFile) {
    TestClient client = under_test.client();
    const std::string packed = gzip("some text");
    EXPECT_EQ(client.ask(post("Content-Encoding: gzip\r\n", packed)).body, packed);
    std::string large;
    while (large.size() < 2'000'000) large += std::to_string(large.size()) + ";";
    EXPECT_TRUE(client.ask(post("", large)).body == large);
    EXPECT_EQ(client.ask(post("", "")).body, "");
    EXPECT_TRUE(std::filesystem::exists(file));  // the application's now
}

TEST_F(SpoolTest, LeavesNothingOfABodyOverTheLimit) {
    const std::string chunk = fmt::format("{:x}\r\n{}\r\n", 1'000'000, std::string(1'000'000, 'x'));
    TestClient client = under_test.client();
    client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    client.send(chunk + chunk + chunk + "1\r\nx\r\n0\r\n\r\n");
    EXPECT_EQ(client.receive().status, 413);
    under_test.app.sent_after(1);
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(SpoolTest, LeavesNothingOfABodyThatIsCutOff) {
    {
        TestClient client = under_test.client();
        client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n");
        client.send(std::string(600'000, 'x'));
    }
    under_test.server->stop();
    EXPECT_FALSE(std::filesystem::exists(file));
}

TEST_F(SpoolTest, SaysThatTheDiskIsFull) {
    std::filesystem::create_symlink("/dev/full", file);
    TestClient client = under_test.client();
    EXPECT_EQ(client.ask(post("", "some bytes")).body,
              R"({"type":"about:blank","title":"Insufficient Storage","status":507})");
    EXPECT_TRUE(client.closes());
    EXPECT_FALSE(std::filesystem::is_symlink(file));
    EXPECT_TRUE(std::filesystem::exists("/dev/full"));
}

TEST_F(SpoolTest, SaysThatItCannotStore) {
    file = folder / "no such folder" / "upload";
    EXPECT_EQ(under_test.client().ask(post("", "x")).status, 503);
}

TEST(ResponseBody, OfAFileIsSentByPieces) {
    const test::TempDir folder;
    std::string large;
    while (large.size() < 3'000'000) large += std::to_string(large.size()) + ";";
    std::ofstream(folder / "f") << large;
    TestServer under_test;
    under_test.app.on_answer = [&](Request&) {
        Response response;
        response.headers.add("etag", "\"1\"");
        response.body = FileBody{folder / "f"};
        return response;
    };
    TestClient client = under_test.client();
    EXPECT_TRUE(client.get("/").body == large);
    EXPECT_EQ(client.get("/", "Range: bytes=1000000-1000009\r\n").body,
              large.substr(1'000'000, 10));
    EXPECT_EQ(client.get("/", "If-None-Match: \"1\"\r\n").status, 304);
    client.send("HEAD / HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.receive(true).headers.get("content-length"), std::to_string(large.size()));
    EXPECT_EQ(client.get("/", "Range: bytes=99999999-\r\n").status, 416);
}

TEST(ResponseBody, OfManyBytesArrivesWhole) {
    const auto large = std::make_shared<const std::string>(20'000'000, 'x');
    TestServer under_test;
    under_test.app.on_answer = [&](Request&) {
        Response response;
        response.body = large;
        return response;
    };
    TestClient client = under_test.client();
    EXPECT_TRUE(client.get("/").body == *large);
    EXPECT_TRUE(client.get("/").body == *large);
}

}  // namespace
}  // namespace vafa::http
