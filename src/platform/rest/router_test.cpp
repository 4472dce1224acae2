#include "platform/rest/router.h"

#include <gtest/gtest.h>

#include "platform/json/json.h"
#include "platform/rest/module.h"
#include "platform/rest/page.h"
#include "platform/rest/route_make.h"
#include "platform/sql/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::rest {
namespace {

enum class Colour { red, green };
BOOST_DESCRIBE_ENUM(Colour, red, green)

struct FindThing {
    std::string id;
    std::optional<std::int64_t> limit;
    std::optional<Colour> colour;
    std::optional<std::vector<std::int64_t>> days;
};
BOOST_DESCRIBE_STRUCT(FindThing, (), (id, limit, colour, days))
json::Notes field_notes(const FindThing*) {
    return {"FindThing", {{.name = "limit", .text = "How many.", .min = 1, .max = 200}}};
}

struct ChangeThing {
    std::string id;
    std::string name;
    std::optional<bool> loud;
};
BOOST_DESCRIBE_STRUCT(ChangeThing, (), (id, name, loud))
json::Notes field_notes(const ChangeThing*) {
    return {"ChangeThing", {{.name = "name", .text = "Its name.", .max_length = 5}}};
}

struct Thing {
    std::string id, name;
    std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, name, limit))
json::Notes field_notes(const Thing*) { return {"Thing", {}}; }

// Whoever names himself is let in: "reader", "writer"; what is recorded is remembered.
class OpenGate final : public Gate {
public:
    Result<Principal> identify(const http::RequestHead& head, TimeMs, http::Headers&) override {
        Principal who;
        const auto name = head.headers.find("authorization");
        if (!name) return who;
        who.kind = Principal::Kind::user;
        who.id = std::string(*name);
        who.permissions = {Permission::orders_read};
        if (*name == "writer")
            who.permissions = {Permission::orders_read, Permission::settings_write};
        return who;
    }
    void record(sql::Session&, const Principal& who, const http::RequestHead&,
                const AuditEntry& entry, TimeMs) override {
        records.push_back(who.id + " " + entry.action + " " + entry.subject);
    }
    std::vector<std::string> records;
};

class Things : public test::SqlTest {
protected:
    void SetUp() override { open(module_migrations()); }

    std::vector<Route> table() {
        std::vector<Route> routes;
        routes.push_back(read_route<FindThing, Thing>(
            {.path = "/things/{id}",
             .summary = "One thing.",
             .permission = Permission::orders_read},
            [](Call&, const FindThing& asked) -> Result<Thing> {
                if (asked.id == "none") return not_found("error.no_such_address").with("path", "x");
                if (asked.id == "throws") throw std::runtime_error("a secret of the machine");
                return Thing{asked.id, "ann", asked.limit};
            }));
        routes.push_back(read_route<Nothing, Nothing>(
            {.path = "/things/best", .summary = "The best.", .permission = Permission::open},
            [](Call&, const Nothing&) -> Result<Nothing> { return Nothing{}; }));
        routes.push_back(write_route<ChangeThing, Thing>(
            {.method = http::Method::put,
             .path = "/things/{id}",
             .summary = "Changes a thing.",
             .permission = Permission::settings_write,
             .success = 201},
            [this](Call& call, sql::Session&, const ChangeThing& asked) -> Result<Thing> {
                VAFA_CHECK(call.check_unchanged(json::encode(Thing{asked.id, name, {}})));
                if (asked.name == "bad") return invalid("error.json_type").at("/name");
                name = asked.name;
                call.audit({"thing.change", asked.id});
                call.after_commit.push_back([this] { ++told; });
                return Thing{asked.id, name, {}};
            }));
        return routes;
    }

    http::Response call(http::Method method, const std::string& target, const std::string& who = "",
                        const std::string& body = "",
                        const std::vector<std::pair<std::string, std::string>>& fields = {}) {
        if (!router) router.emplace(Router::Deps{db(), gate, clock, "/nowhere"}, table());
        http::Request request;
        request.method = method;
        request.path = target.substr(0, target.find('?'));
        if (target.find('?') != std::string::npos)
            request.query = target.substr(target.find('?') + 1);
        if (!who.empty()) request.headers.add("authorization", who);
        if (!body.empty()) request.headers.add("content-type", "application/json");
        for (const auto& [key, value] : fields) request.headers.add(key, value);
        request.body = body;
        request.peer = "192.0.2.1";
        request.id = "r1";
        return router->answer(request);
    }
    http::Response get(const std::string& target, const std::string& who = "reader") {
        return call(http::Method::get, target, who);
    }
    static boost::json::value body_of(const http::Response& response) {
        return test::must(json::parse(std::get<std::string>(response.body)));
    }
    // "pointer code" of every wrong field.
    static std::vector<std::string> wrong(const http::Response& response) {
        std::vector<std::string> found;
        const auto body = body_of(response);
        for (const auto& e : body.at("errors").get_array()) {
            found.push_back(std::string(e.at("pointer").as_string()) + " " +
                            std::string(e.at("code").as_string()));
        }
        return found;
    }

    OpenGate gate;
    FixedClock clock{1'750'000'000'000};
    std::string name = "ann";
    int told = 0;
    std::optional<Router> router;
};
VAFA_ON_EVERY_DATABASE(Things);

using http::Method;
using Wrong = std::vector<std::string>;

TEST_P(Things, AnswersFromPathAndQuery) {
    const auto response = get("/things/a%20b?limit=%DB%B7&days=1,2&colour=green");
    EXPECT_EQ(response.status, 200);
    EXPECT_EQ(body_of(response).at("limit"), 7);  // «۷»
    EXPECT_TRUE(response.headers.find("etag"));
}

TEST_P(Things, NamesEveryWrongFieldByPointer) {
    EXPECT_EQ(wrong(get("/things/a?limit=0&days=1,x&colour=blue&nothing=1")),
              (Wrong{"/limit error.json_out_of_range", "/colour error.json_choice",
                     "/days/1 error.json_type", "/nothing error.json_unknown"}));
    const auto put =
        call(Method::put, "/things/a", "writer", R"({"name":"too long","loud":"yes"})");
    EXPECT_EQ(put.status, 422);
    EXPECT_EQ(wrong(put), (Wrong{"/name error.json_too_long", "/loud error.json_type"}));
    EXPECT_EQ(wrong(call(Method::put, "/things/a", "writer", "{}")),
              (Wrong{"/name error.json_missing"}));
}

TEST_P(Things, SpeaksTheReadersLanguage) {
    const auto response = call(Method::get, "/things/a?limit=0", "reader", "",
                               {{"accept-language", "de, fa;q=0.9, en;q=0.5"}});
    EXPECT_EQ(response.headers.get("content-language"), "fa");
    EXPECT_EQ(body_of(response).at("title").as_string(), "درخواست درست نیست");
}

TEST_P(Things, FixedPathsGoBeforeVariableOnes) { EXPECT_EQ(get("/things/best").status, 204); }

TEST_P(Things, StrangersAreToldToSignInAndOthersWhatTheyLack) {
    EXPECT_EQ(get("/things/a", "").status, 401);
    EXPECT_EQ(call(Method::put, "/things/a", "reader", R"({"name":"b"})").status, 403);
    EXPECT_EQ(get("/things/best", "").status, 204);
}

TEST_P(Things, UnknownAddressesAndMethodsAreSaid) {
    EXPECT_EQ(get("/nothing").status, 404);
    const auto response = call(Method::delete_, "/things/a", "writer");
    EXPECT_EQ(response.status, 405);
    EXPECT_EQ(response.headers.get("allow"), "GET, PUT");
}

TEST_P(Things, AFaultTellsTheRequestAndNothingElse) {
    const auto response = get("/things/throws");
    EXPECT_EQ(response.status, 500);
    const auto text = std::get<std::string>(response.body);
    EXPECT_EQ(text.find("secret"), std::string::npos);
    EXPECT_NE(text.find("r1"), std::string::npos);
}

TEST_P(Things, BodiesThatAreNoJsonObjectAreRefused) {
    EXPECT_EQ(call(Method::put, "/things/a", "writer", "{").status, 400);
    EXPECT_EQ(call(Method::put, "/things/a", "writer", "[1]").status, 422);
    EXPECT_EQ(call(Method::put, "/things/a", "writer", R"({"name":"a\u0000"})").status, 422);
    EXPECT_EQ(wrong(call(Method::put, "/things/a", "writer", R"({"name":"a","id":"b"})")),
              (Wrong{"/id error.query_repeated"}));
    EXPECT_EQ(wrong(call(Method::put, "/things/a?loud=true", "writer", R"({"name":"a"})")),
              (Wrong{"/loud error.json_unknown"}));
}

TEST_P(Things, AWriteIsRecordedWithItsTransaction) {
    EXPECT_EQ(call(Method::put, "/things/a", "writer", R"({"name":"b"})").status, 201);
    EXPECT_EQ(gate.records, (Wrong{"writer thing.change a"}));
    EXPECT_EQ(told, 1);
    EXPECT_EQ(call(Method::put, "/things/a", "writer", R"({"name":"bad"})").status, 422);
    EXPECT_EQ(gate.records.size(), 1U);
    EXPECT_EQ(told, 1);
}

TEST_P(Things, AKeyMakesAWriteHappenOnce) {
    const auto put = [&](const std::string& body, const std::string& key) {
        return call(Method::put, "/things/a", "writer", body, {{"idempotency-key", key}});
    };
    const auto first = put(R"({"name":"b"})", "k1");
    const auto again = put(R"({"name":"b"})", "k1");
    EXPECT_EQ(again.status, 201);
    EXPECT_EQ(std::get<std::string>(again.body), std::get<std::string>(first.body));
    EXPECT_EQ(again.headers.get("idempotency-replayed"), "true");
    EXPECT_EQ(told, 1);
    EXPECT_EQ(put(R"({"name":"c"})", "k1").status, 422);
    EXPECT_EQ(put(R"({"name":"c"})", "k2").status, 201);
    EXPECT_EQ(told, 2);
    EXPECT_EQ(put(R"({"name":"c"})", "not printable").status, 422);
}

TEST_P(Things, AKeyIsForgottenAfterADay) {
    const std::vector<std::pair<std::string, std::string>> key = {{"idempotency-key", "k"}};
    call(Method::put, "/things/a", "writer", R"({"name":"b"})", key);
    clock.advance(kMsPerDay + 1);
    call(Method::put, "/things/a", "writer", R"({"name":"c"})", {{"idempotency-key", "other"}});
    EXPECT_EQ(call(Method::put, "/things/a", "writer", R"({"name":"d"})", key).status, 201);
}

TEST_P(Things, ALostUpdateIsRefused) {
    const auto put = [&](const std::string& body, const std::string& tag) {
        return call(Method::put, "/things/a", "writer", body, {{"if-match", tag}});
    };
    const std::string seen = etag_of(json::encode(Thing{"a", "ann", {}}));
    EXPECT_EQ(put(R"({"name":"b"})", seen).status, 201);
    EXPECT_EQ(put(R"({"name":"c"})", seen).status, 412);
    EXPECT_EQ(name, "b");
    EXPECT_EQ(
        put(R"({"name":"c"})", "\"other\", W/" + etag_of(json::encode(Thing{"a", "b", {}}))).status,
        201);
}

TEST_P(Things, AnUploadIsRefusedBeforeItsBody) {
    auto routes = table();
    routes.push_back(upload_route<Nothing, Nothing>(
        {.method = Method::post,
         .path = "/files",
         .summary = "A file.",
         .permission = Permission::settings_write,
         .upload_limit = 1000},
        [](Call&, const Nothing&) -> Result<Nothing> { return Nothing{}; }));
    Router with_upload({db(), gate, clock, "/spool"}, std::move(routes));
    http::RequestHead head;
    head.method = Method::post;
    head.path = "/files";
    head.id = "r9";
    EXPECT_EQ(with_upload.plan(head).refusal.value().status, 401);
    head.headers.add("authorization", "writer");
    const auto plan = with_upload.plan(head);
    EXPECT_FALSE(plan.refusal);
    EXPECT_EQ(plan.body_limit, 1000U);
    EXPECT_EQ(plan.spool, "/spool/r9");
}

TEST(Page, CursorsComeBackAsTheyWere) {
    const std::vector<std::string> parts = {"علی", "17", ""};
    EXPECT_EQ(*read_cursor(make_cursor(parts), 3), parts);
    for (const char* wrong : {"", "x", "!!", "WzFd"}) {
        test::expect_error(read_cursor(wrong, 3), "error.cursor");
    }
}

TEST(RateLimit, RefillsWithTime) {
    RateLimit limit(2, 1);
    EXPECT_TRUE(limit.take("a", 0) && limit.take("a", 0));
    EXPECT_FALSE(limit.take("a", 0));
    EXPECT_TRUE(limit.take("b", 0));
    EXPECT_FALSE(limit.take("a", 999));
    EXPECT_TRUE(limit.take("a", 1000));
    EXPECT_FALSE(limit.take("a", 500));  // a clock that is set back gives nothing
}

}  // namespace
}  // namespace vafa::rest
