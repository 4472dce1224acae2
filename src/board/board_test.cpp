#include <gtest/gtest.h>

#include "base/rng.h"
#include "board/module.h"
#include "board/routes.h"
#include "board/sql.h"
#include "board/store.h"
#include "commerce/module.h"
#include "commerce/settings.h"
#include "platform/json/json.h"
#include "platform/rest/module.h"
#include "platform/rest/router.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::board {
namespace {

// Everybody may set and read; what is recorded is remembered.
class OwnerGate final : public rest::Gate {
public:
    Result<rest::Principal> identify(const http::RequestHead&, TimeMs, http::Headers&) override {
        rest::Principal who;
        who.kind = rest::Principal::Kind::user;
        who.permissions = {rest::Permission::reports_read, rest::Permission::settings_write};
        return who;
    }
    void record(sql::Session&, const rest::Principal&, const http::RequestHead&,
                const rest::AuditEntry& entry, TimeMs) override {
        records.push_back(entry.action);
    }
    std::vector<std::string> records;
};

class Board : public test::SqlTest {
protected:
    void SetUp() override {
        std::vector<sql::Migration> steps;
        for (const auto module :
             {commerce::module_migrations(), rest::module_migrations(), module_migrations()}) {
            steps.insert(steps.end(), module.begin(), module.end());
        }
        open(steps);
        if (IsSkipped()) return;
        RoutesDeps deps{.database = db(), .ids = ids_};
        deps.prices_changed = [this] { ++prices_changed_; };
        router_ = std::make_unique<rest::Router>(
            rest::Router::Deps{db(), gate_, clock_, folder_.path()}, routes(deps));
    }
    http::Response send(http::Method method, std::string path, std::string body = "") {
        http::Request request;
        request.method = method;
        request.path = "/api/v1" + std::move(path);
        request.body = std::move(body);
        if (!request.body.empty()) request.headers.set("content-type", "application/json");
        request.id = "req1";
        return router_->answer(request);
    }
    static std::string body_of(const http::Response& response) {
        return std::get<std::string>(response.body);
    }
    boost::json::value get(std::string path) {
        const auto response = send(http::Method::get, std::move(path));
        EXPECT_EQ(response.status, 200);
        return test::must(json::parse(body_of(response)));
    }

    test::TempDir folder_;
    OwnerGate gate_;
    FixedClock clock_{1'700'000'000'000};
    Rng rng_{8};
    IdSource ids_{clock_, rng_};
    int prices_changed_ = 0;
    std::unique_ptr<rest::Router> router_;
};
VAFA_ON_EVERY_DATABASE(Board);

TEST_P(Board, PreparesEveryQuery) { test::expect_all_queries_prepare(db(), queries::all); }

TEST_P(Board, PinsNotesAndListsTheLatestDayFirst) {
    EXPECT_EQ(
        send(http::Method::post, "/notes", R"({"day": "2026-03-21", "text": " Nowruz sale "})")
            .status,
        201);
    send(http::Method::post, "/notes", R"({"day": "2026-05", "text": "New packaging"})");
    const auto list = get("/notes");
    EXPECT_EQ(list.at_pointer("/items/0/day"), "2026-05-01");
    EXPECT_EQ(list.at_pointer("/items/1/text"), "Nowruz sale");
    const std::string id(list.at_pointer("/items/1/id").as_string());
    EXPECT_EQ(send(http::Method::delete_, "/notes/" + id).status, 204);
    EXPECT_EQ(send(http::Method::delete_, "/notes/" + id).status, 404);
    EXPECT_EQ(get("/notes").at("items").as_array().size(), 1U);
    EXPECT_EQ(gate_.records, (std::vector<std::string>{"note.add", "note.add", "note.delete"}));
}

TEST_P(Board, ForgetsWhatWasWrittenInATime) {
    const auto pin = [&](const char* text) {
        send(http::Method::post, "/notes",
             std::string(R"({"day": "2026-03-21", "text": ")") + text + R"("})");
        clock_.advance(1);
    };
    for (const char* text : {"before", "then", "after"}) pin(text);
    const TimeMs from = clock_.now() - 2;
    send(http::Method::post, "/goals",
         R"({"metric": "retention", "target": 0.4, "from": "2026-01", "due": "2026-12"})");
    test::must(db().write([&](sql::Session& session) -> Result<void> {
        forget_written(session, from, from + 1);
        return {};
    }));
    const auto left = get("/notes");
    ASSERT_EQ(left.at("items").as_array().size(), 2U);
    EXPECT_EQ(left.at_pointer("/items/0/text"), "after");
    EXPECT_EQ(left.at_pointer("/items/1/text"), "before");
    EXPECT_EQ(get("/goals").at("items").as_array().size(), 1U);
}

TEST_P(Board, AnswersDaysOnTheStoresCalendar) {
    test::must(db().write([&](sql::Session& session) {
        return commerce::set_setting(session, "calendar", "persian");
    }));
    send(http::Method::post, "/notes", R"({"day": "2026-03-21", "text": "Nowruz"})");
    EXPECT_EQ(get("/notes").at_pointer("/items/0/day"), "1405-01-01");
}

TEST_P(Board, RefusesANoteWithoutWords) {
    EXPECT_EQ(send(http::Method::post, "/notes", R"({"day": "2026-03-21", "text": "  "})").status,
              422);
    EXPECT_EQ(send(http::Method::post, "/notes", R"({"day": "soon", "text": "x"})").status, 422);
}

TEST_P(Board, SetsGoalsDueFirstFirst) {
    const auto add = [&](const std::string& body) {
        return send(http::Method::post, "/goals", body).status;
    };
    EXPECT_EQ(add(R"({"metric": "retention", "target": 0.4, "from": "2026-01", "due": "2026-12"})"),
              201);
    EXPECT_EQ(add(R"({"metric": "revenue", "target": 1e12, "from": "2026-01", "due": "2026-06"})"),
              201);
    const auto list = get("/goals");
    EXPECT_EQ(list.at_pointer("/items/0/metric"), "revenue");
    EXPECT_EQ(list.at_pointer("/items/0/due"), "2026-06-30");
    EXPECT_EQ(list.at_pointer("/items/0/target"), 1e12);
    EXPECT_EQ(list.at_pointer("/items/1/target"), 0.4);
    EXPECT_EQ(add(R"({"metric": "loyal", "target": 0, "from": "2026-01", "due": "2026-02"})"), 422);
    EXPECT_EQ(add(R"({"metric": "loyal", "target": 1, "from": "2026-02", "due": "2026-01"})"), 422);
    EXPECT_EQ(add(R"({"metric": "luck", "target": 1, "from": "2026-01", "due": "2026-02"})"), 422);
}

TEST_P(Board, KeepsThePriceIndexWhole) {
    EXPECT_EQ(send(http::Method::put, "/prices",
                   R"({"months": [{"month": "1404-02", "index": 312.5},
                                  {"month": "1404-01", "index": 300}]})")
                  .status,
              200);
    EXPECT_EQ(prices_changed_, 1);
    const auto prices = get("/prices");
    EXPECT_EQ(prices.at_pointer("/months/0/month"), "1404-01");
    EXPECT_EQ(prices.at_pointer("/months/1/index"), 312.5);
    const auto index = test::must(
        db().read([](sql::Session& s) -> Result<metrics::PriceIndex> { return load_prices(s); }));
    EXPECT_EQ(index.base().label, "1404-02");
    EXPECT_EQ(index.base().index_e4, 3'125'000);
    send(http::Method::put, "/prices", R"({"months": []})");
    EXPECT_EQ(get("/prices").at("months").as_array().size(), 0U);
    EXPECT_EQ(prices_changed_, 2);
}

TEST_P(Board, NamesTheMonthThatIsWrong) {
    const auto refused = [&](const std::string& months) {
        const auto response = send(http::Method::put, "/prices", R"({"months": [)" + months + "]}");
        EXPECT_EQ(response.status, 422);
        return body_of(response);
    };
    const std::string good = R"({"month": "1404-01", "index": 300})";
    EXPECT_NE(refused(good + ", " + good).find("/months/1/month"), std::string::npos);
    EXPECT_NE(refused(R"({"month": "1404", "index": 300})").find("/months/0/month"),
              std::string::npos);
    EXPECT_NE(refused(R"({"month": "1404-01", "index": 0})").find("/months/0/index"),
              std::string::npos);
}

}  // namespace
}  // namespace vafa::board
