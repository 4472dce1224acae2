#include "platform/http/answer.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "platform/http/gzip.h"
#include "testing/places.h"

namespace vafa::http {
namespace {

std::string unpacked(std::string_view bytes) {
    std::string out;
    EXPECT_EQ(Gunzip().feed(bytes, out, 1 << 30), Gunzip::State::good);
    return out;
}

RequestHead asking(std::initializer_list<std::pair<std::string, std::string>> fields) {
    RequestHead head;
    for (const auto& [name, value] : fields) head.headers.add(name, value);
    return head;
}

Response json(Body body) {
    Response response;
    response.headers.add("content-type", "application/json");
    response.body = std::move(body);
    return response;
}

struct AnswerTest : testing::Test {
    PackedCache cache;
    const std::string text = std::string(5000, 'x');
    const RequestHead gzipper = asking({{"accept-encoding", "gzip"}});

    Answer answer(const RequestHead& head, Response response) {
        return make_answer(head, std::move(response), cache);
    }
};

TEST_F(AnswerTest, PacksWhatShrinksForWhoAccepts) {
    const Answer packed = answer(gzipper, json(text));
    EXPECT_EQ(packed.headers.get("content-encoding"), "gzip");
    EXPECT_EQ(packed.headers.get("vary"), "accept-encoding");
    EXPECT_LT(packed.length, 500U);
    EXPECT_EQ(unpacked(packed.bytes()), text);

    const Answer plain = answer(asking({}), json(text));
    EXPECT_FALSE(plain.headers.find("content-encoding"));
    EXPECT_EQ(plain.headers.get("vary"), "accept-encoding");
    EXPECT_EQ(plain.bytes(), text);
}

TEST_F(AnswerTest, LeavesSmallPackedAndForbiddenBodiesAlone) {
    EXPECT_FALSE(answer(gzipper, json(std::string(1000, 'x'))).headers.find("content-encoding"));
    Response image = json(text);
    image.headers.set("content-type", "image/png");
    EXPECT_FALSE(answer(gzipper, image).headers.find("content-encoding"));
    Response fixed = json(text);
    fixed.headers.set("cache-control", "no-transform");
    EXPECT_FALSE(answer(gzipper, fixed).headers.find("content-encoding"));
    Response already = json(text);
    already.headers.set("content-encoding", "br");
    EXPECT_EQ(answer(gzipper, already).bytes(), text);
}

TEST_F(AnswerTest, AddsToTheVaryOfTheApplication) {
    Response response = json(text);
    response.headers.set("vary", "accept-language");
    EXPECT_EQ(answer(gzipper, response).headers.get("vary"), "accept-language, accept-encoding");
}

TEST_F(AnswerTest, PacksASharedBodyOnce) {
    const auto shared = std::make_shared<const std::string>(text);
    const Answer first = answer(gzipper, json(shared));
    const Answer second = answer(gzipper, json(shared));
    EXPECT_EQ(unpacked(first.bytes()), text);
    EXPECT_EQ(first.bytes().data(), second.bytes().data());
    EXPECT_EQ(answer(asking({}), json(shared)).bytes().data(), shared->data());
}

TEST_F(AnswerTest, SendsStaticBytesPackedBeforehand) {
    const Answer packed = answer(gzipper, json(StaticBody{"plain", "packed"}));
    EXPECT_EQ(packed.bytes(), "packed");
    EXPECT_EQ(packed.headers.get("content-encoding"), "gzip");
    EXPECT_EQ(packed.headers.get("vary"), "accept-encoding");
    EXPECT_EQ(answer(asking({}), json(StaticBody{"plain", "packed"})).bytes(), "plain");
    EXPECT_EQ(answer(gzipper, json(StaticBody{"plain"})).bytes(), "plain");
}

TEST_F(AnswerTest, CutsRangesOfThePlainBytes) {
    const Answer part = answer(asking({{"range", "bytes=1-3"}, {"accept-encoding", "gzip"}}),
                               json(StaticBody{"0123456789", "packed"}));
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.bytes(), "123");
    EXPECT_EQ(part.headers.get("content-range"), "bytes 1-3/10");
    EXPECT_FALSE(part.headers.find("content-encoding"));

    const Answer none = answer(asking({{"range", "bytes=10-"}}), json(StaticBody{"0123456789"}));
    EXPECT_EQ(none.status, 416);
    EXPECT_EQ(none.headers.get("content-range"), "bytes */10");
    EXPECT_EQ(none.headers.get("content-type"), "application/problem+json");

    const Answer several =
        answer(asking({{"range", "bytes=0-1,3-4"}}), json(StaticBody{"0123456789"}));
    EXPECT_EQ(several.status, 200);
    EXPECT_EQ(several.bytes(), "0123456789");
    EXPECT_EQ(several.headers.get("accept-ranges"), "bytes");
}

TEST_F(AnswerTest, CutsARangeOnlyOfTheFileTheClientKnows) {
    Response response = json(StaticBody{"0123456789"});
    response.headers.set("etag", "\"v2\"");
    const auto ranged = [&](const char* tag) {
        return answer(asking({{"range", "bytes=0-1"}, {"if-range", tag}}), response).status;
    };
    EXPECT_EQ(ranged("\"v2\""), 206);
    EXPECT_EQ(ranged("\"v1\""), 200);
    EXPECT_EQ(ranged("Sun, 06 Nov 1994 08:49:37 GMT"), 200);
}

TEST_F(AnswerTest, IsNotModifiedForAKnownEtag) {
    Response response = json(text);
    response.headers.set("etag", "\"v1\"");
    const RequestHead knows = asking({{"if-none-match", "\"v0\", W/\"v1\""}});
    const Answer unchanged = answer(knows, response);
    EXPECT_EQ(unchanged.status, 304);
    EXPECT_FALSE(unchanged.has_length);
    EXPECT_EQ(unchanged.headers.get("etag"), "\"v1\"");
    EXPECT_EQ(unchanged.headers.get("vary"), "accept-encoding");
    EXPECT_EQ(answer(asking({{"if-none-match", "\"v0\""}}), response).status, 200);

    RequestHead write = knows;
    write.method = Method::post;
    EXPECT_EQ(answer(write, response).status, 200);
    response.status = 404;
    EXPECT_EQ(answer(knows, response).status, 404);
}

TEST_F(AnswerTest, SendsFilesInPartAndSaysWhenThereIsNone) {
    const test::TempDir folder;
    std::ofstream(folder / "f") << "0123456789";
    const Answer whole = answer(gzipper, json(FileBody{folder / "f"}));
    EXPECT_EQ(whole.length, 10U);
    EXPECT_TRUE(whole.file);
    const Answer part = answer(asking({{"range", "bytes=-3"}}), json(FileBody{folder / "f"}));
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.first, 7U);
    EXPECT_EQ(part.length, 3U);
    EXPECT_EQ(answer(asking({}), json(FileBody{folder / "none"})).status, 404);
}

TEST_F(AnswerTest, WritesAHeadThatNoValueCanBreak) {
    Response response = text_response(200, "text/plain", "x");
    response.headers.set("x-name", "a\r\nset-cookie: evil=1\r\n\r\n<html>");
    response.headers.set("content-length", "999");
    response.headers.set("date", "yesterday");
    std::string head;
    append_head(head, answer(asking({}), response),
                {.date = "today", .request_id = "req_1", .close = true});
    EXPECT_EQ(head,
              "HTTP/1.1 200 OK\r\ndate: today\r\nx-request-id: req_1\r\ncontent-length: 1\r\n"
              "connection: close\r\ncontent-type: text/plain\r\n"
              "x-name: a  set-cookie: evil=1    <html>\r\n\r\n");
}

TEST(PackedCache, ForgetsWhatIsGoneAndWhatIsOldest) {
    PackedCache cache(2);
    const auto body = [](char c) { return std::make_shared<const std::string>(3000, c); };
    const auto a = body('a'), b = body('b'), c = body('c');
    const SharedBody packed_a = cache.packed(a);
    cache.packed(b);
    EXPECT_EQ(cache.packed(a), packed_a);
    cache.packed(c);  // b was asked for the longest ago
    EXPECT_EQ(cache.packed(a), packed_a);
    for (int i = 0; i < 100; ++i) {
        const auto passing = body(static_cast<char>('A' + i % 26));
        EXPECT_EQ(unpacked(*cache.packed(passing)), *passing);
    }
}

TEST(PackedCache, KeepsNothingOverItsBytes) {
    PackedCache cache(64, 10);
    const auto body = std::make_shared<const std::string>(3000, 'a');
    EXPECT_NE(cache.packed(body), cache.packed(body));
}

}  // namespace
}  // namespace vafa::http
