#include "customers/routes.h"

#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "base/rng.h"
#include "commerce/api.h"
#include "commerce/module.h"
#include "commerce/shops.h"
#include "commerce/testdata.h"
#include "customers/module.h"
#include "customers/notes.h"
#include "platform/json/json.h"
#include "platform/rest/module.h"
#include "platform/rest/router.h"
#include "platform/sql/sql.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::customers {
namespace {

using boost::json::value;
using commerce::kTestDay;
using commerce::OrderFact;

// Everybody is the owner; what is recorded is remembered.
class OwnerGate final : public rest::Gate {
public:
    Result<rest::Principal> identify(const http::RequestHead&, TimeMs, http::Headers&) override {
        rest::Principal who;
        who.kind = rest::Principal::Kind::user;
        who.id = "usr_1";
        using enum rest::Permission;
        who.permissions = {customers_read, customers_write, customers_export, orders_read};
        return who;
    }
    void record(sql::Session&, const rest::Principal&, const http::RequestHead&,
                const rest::AuditEntry& entry, TimeMs) override {
        records.push_back(entry.action + " " + boost::json::serialize(entry.before) + " " +
                          boost::json::serialize(entry.after));
    }
    std::vector<std::string> records;
};

// Ann spent most, Bob ordered last, and nobody knows a name for the third.
class CustomersRoutes : public test::SqlTest {
protected:
    void SetUp() override {
        std::vector<sql::Migration> steps;
        for (const auto module :
             {commerce::module_migrations(), rest::module_migrations(), module_migrations()}) {
            steps.insert(steps.end(), module.begin(), module.end());
        }
        open(steps);
        if (IsSkipped()) return;
        auto directory = std::make_shared<DirectoryCache>(
            DirectoryCache::Deps{db(), [this] { return version_; }, [this] { return figures(); },
                                 &clock_, [this] { return scores_; }});
        router_ =
            std::make_unique<rest::Router>(rest::Router::Deps{db(), gate_, clock_, folder_.path()},
                                           routes({db(), directory, folder_ / "exports", &ids_}));
        tell();
    }
    OrderFact order(const char* key, const char* who, std::int64_t amount, std::int64_t minutes) {
        OrderFact fact = commerce::make_order(key, who, amount);
        fact.shop = shop_;
        fact.ordered_at += minutes * 60'000;
        return fact;
    }
    void tell() {
        test::must(db().write([&](sql::Session& s) {
            shop_ = commerce::ensure_shop(s, "default", ids_, kTestDay);
            OrderFact ann = order("1001", "ann", 1500, 0);
            ann.customer_fields.name = "=cmd|' /C calc'!A0";
            ann.customer_fields.city = "تهران";
            ann.customer_fields.phone = "+989121234567";
            ann.consents = {{.channel = commerce::Channel::sms, .granted = true}};
            ann.amounts.refund = 200;
            ann.version = commerce::make_version(kTestDay + kMsPerDay, commerce::SourceRank::file);
            OrderFact bob = order("1002", "bob", 300, 1);
            bob.customer_fields.name = "Bob";
            bob.customer_fields.phone = "+989121234567";
            OrderFact third = order("1003", "third", 400, 0);
            third.customer_fields.phone = "+982188776655";
            return commerce::fold(s, std::vector{ann, bob, third}, ids_, kTestDay);
        }));
    }
    metrics::CustomerFigure figure(const char* who, std::int64_t spent, std::uint16_t last) {
        metrics::CustomerFigure figure;
        figure.id = number(who);
        figure.revenue_minor = spent;
        figure.orders = figure.purchases = 1;
        figure.first = figure.last = last;
        figure.recency = figure.frequency = figure.monetary = spent > 1000 ? 5 : 1;
        return figure;
    }
    Result<metrics::CustomerFigures> figures() {
        metrics::CustomerFigures all;
        all.customers = {figure("ann", 1300, 100), figure("bob", 300, 101),
                         figure("third", 400, 100)};
        std::sort(all.customers.begin(), all.customers.end(),
                  [](const auto& a, const auto& b) { return a.id < b.id; });
        all.end = 110;
        all.risk_after_days[0] = 9.5;
        return all;
    }
    std::int64_t number(const char* who) {
        return test::must(db().read([&](sql::Session& s) {
            return Result<std::int64_t>(commerce::customers_called(s, who).front().value);
        }));
    }
    std::string id(const char* who) { return to_string(CustomerId{number(who)}); }

    http::Response send(http::Method method, std::string path, std::string query = "",
                        std::string body = "") {
        http::Request request;
        request.method = method;
        request.path = "/api/v1/customers" + path;
        request.query = std::move(query);
        request.body = std::move(body);
        if (!request.body.empty()) request.headers.set("content-type", "application/json");
        request.id = "req1";
        return router_->answer(request);
    }
    static value body_of(const http::Response& response) {
        return test::must(json::parse(std::get<std::string>(response.body)));
    }
    value get(std::string path, std::string query = "") {
        const auto response = send(http::Method::get, std::move(path), query);
        EXPECT_EQ(response.status, 200) << query << std::get<std::string>(response.body);
        return body_of(response);
    }
    static std::string text(const value& json, std::string_view pointer) {
        return std::string(json.at_pointer(pointer).as_string());
    }
    std::vector<std::string> found(const std::string& query) {
        std::vector<std::string> ids;
        const value page = get("", query);
        for (const value& item : page.at("items").as_array()) {
            ids.push_back(text(item, "/id"));
        }
        return ids;
    }
    std::string file(std::string path, std::string query = "") {
        const auto answer = send(http::Method::get, std::move(path), std::move(query));
        EXPECT_EQ(answer.status, 200);
        path_ = std::get<http::FileBody>(answer.body).path;
        std::ifstream stream(path_, std::ios::binary);
        return (std::ostringstream() << stream.rdbuf()).str();
    }

    test::TempDir folder_;
    OwnerGate gate_;
    FixedClock clock_{kTestDay + 2 * kMsPerDay};
    Rng rng_{8};
    IdSource ids_{clock_, rng_};
    ShopId shop_;
    std::uint64_t version_ = 1;
    std::shared_ptr<const vafa::value::Scores> scores_;
    std::filesystem::path path_;
    std::unique_ptr<rest::Router> router_;
};
VAFA_ON_EVERY_DATABASE(CustomersRoutes);

using Ids = std::vector<std::string>;

TEST_P(CustomersRoutes, SortAndGoOnPageByPage) {
    const std::string ann = id("ann"), bob = id("bob"), third = id("third");
    EXPECT_EQ(found("sort=spent"), (Ids{ann, third, bob}));
    EXPECT_EQ(found("sort=last_order").front(), bob);
    EXPECT_EQ(found("sort=name").back(), third) << "without a name";
    EXPECT_EQ(found("").size(), 3U);
    const value first = get("", "sort=spent&limit=2");
    EXPECT_EQ(text(first, "/items/1/key"), "third") << "where no name is known";
    const std::string cursor = "&cursor=" + text(first, "/next_cursor");
    const value second = get("", "sort=spent&limit=2" + cursor);
    EXPECT_EQ(text(second, "/items/0/id"), bob);
    EXPECT_TRUE(second.at("next_cursor").is_null());
    EXPECT_EQ(send(http::Method::get, "", "sort=orders" + cursor).status, 422);
}

TEST_P(CustomersRoutes, FilterByWhatOnlyReportsKnow) {
    const std::string ann = id("ann"), bob = id("bob");
    EXPECT_EQ(found("rfm=555"), (Ids{ann}));
    EXPECT_EQ(found("group=champions"), (Ids{ann}));
    EXPECT_EQ(found("min_spent_minor=400").size(), 2U);
    EXPECT_EQ(found("overdue=true").size(), 2U) << "10 days, where 9.5 are usual";
    EXPECT_EQ(found("overdue=false"), (Ids{bob}));
    EXPECT_EQ(found("last_from=1970-04-12&last_to=1970-04-12"), (Ids{bob}));
    EXPECT_EQ(found("city=%D8%AA%D9%87%D8%B1%D8%A7%D9%86"), (Ids{ann}));
    EXPECT_EQ(found("consent=sms"), (Ids{ann}));
    EXPECT_EQ(found("q=bo&min_orders=1"), (Ids{bob}));
    EXPECT_EQ(found("q=1001&sort=spent"), (Ids{ann})) << "by an order's number";
    EXPECT_EQ(found("q=%25&sort=spent"), Ids{}) << "nothing to search for";
    EXPECT_EQ(send(http::Method::get, "", "rfm=99").status, 422);
    EXPECT_EQ(send(http::Method::get, "", "group=rich").status, 422);
}

// Ann is as good as lost, Bob is there; of the third nothing was calculated.
TEST_P(CustomersRoutes, FilterSortAndShowByScores) {
    const std::string ann = id("ann"), bob = id("bob"), third = id("third");
    EXPECT_TRUE(get("/" + ann).at("score").is_null());
    vafa::value::Score lost, there;
    lost.id = number("ann");
    lost.p_alive = 0.125F;
    lost.p_alive_before = 0.75F;
    lost.value = 900;
    lost.due_days = 40;
    lost.flags = vafa::value::Score::kSlipping;
    there.id = number("bob");
    there.p_alive = 0.875F;
    there.value = 200;
    there.next_days = 7;
    there.next_low = 1;
    there.next_high = 31;
    const auto path = folder_ / "run.scores";
    auto rows = std::vector{lost, there};
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    test::must(vafa::value::write_scores(path, {{1}, 110, 365, true}, rows));
    scores_ = test::must(vafa::value::Scores::open(path));
    ++version_;
    EXPECT_EQ(found("sort=value"), (Ids{ann, bob, third}));
    EXPECT_EQ(found("sort=p_alive"), (Ids{bob, ann, third}));
    EXPECT_EQ(found("slipping=true"), (Ids{ann}));
    EXPECT_EQ(found("slipping=false").size(), 2U);
    EXPECT_EQ(found("min_alive_percent=50"), (Ids{bob}));
    EXPECT_EQ(found("max_alive_percent=50"), (Ids{ann})) << "not who has no score";
    EXPECT_EQ(found("min_value_minor=500"), (Ids{ann}));
    EXPECT_EQ(send(http::Method::get, "", "max_alive_percent=101").status, 422);
    const value shown = get("/" + bob);
    EXPECT_EQ(shown.at_pointer("/score/p_alive/value").as_double(), 0.875);
    EXPECT_EQ(text(shown, "/score/next_order/value"), "1970-04-28");
    EXPECT_TRUE(shown.at_pointer("/score/due_days").is_null());
    EXPECT_EQ(get("/" + ann).at_pointer("/score/due_days"), 40);
    EXPECT_TRUE(get("/" + third).at("score").is_null());
    EXPECT_NE(file("/export", "slipping=true").find(R"("0.1250","0.00","9.00","","yes")"),
              std::string::npos)
        << file("/export", "slipping=true");
    EXPECT_EQ(file("/export-xlsx", "sort=value").substr(0, 2), "PK");
}

TEST_P(CustomersRoutes, ShowWhoMatchesBestWithTheirStanding) {
    const value page = get("", "q=bo");
    ASSERT_EQ(page.at("items").as_array().size(), 1U);
    EXPECT_EQ(text(page, "/items/0/standing/rfm"), "111");
    EXPECT_EQ(text(page, "/items/0/standing/group"), "lost");
    EXPECT_EQ(page.at_pointer("/items/0/totals/revenue_minor"), 300);
    EXPECT_EQ(send(http::Method::get, "", "q=bo&cursor=abc").status, 422);
}

TEST_P(CustomersRoutes, CountWhoCanBeReached) {
    const value counts = get("/count", "has_phone=true");
    EXPECT_EQ(counts.at("customers"), 3);
    EXPECT_EQ(counts.at("phones"), 3);
    EXPECT_EQ(counts.at("may_sms"), 1);
    EXPECT_EQ(counts.at("spent_minor"), 2000);
    EXPECT_EQ(text(get("/cities"), "/items/0/name"), "تهران");
}

TEST_P(CustomersRoutes, ShowOneWithTheirRhythm) {
    const value shown = get("/" + id("ann"));
    EXPECT_EQ(text(shown, "/profiles/0/key"), "ann");
    EXPECT_EQ(text(shown, "/key"), "ann");
    EXPECT_EQ(shown.at_pointer("/standing/days_since_last"), 10);
    EXPECT_TRUE(shown.at_pointer("/standing/overdue").as_bool());
    EXPECT_TRUE(shown.at_pointer("/consents/0/granted").as_bool());
    EXPECT_EQ(send(http::Method::get, "/cus_0000000000009").status, 404);
}

TEST_P(CustomersRoutes, TellEverythingThatHappened) {
    const value all = get("/" + id("ann") + "/timeline");
    ASSERT_EQ(all.at("items").as_array().size(), 3U);
    EXPECT_EQ(text(all, "/items/0/what"), "order_change");
    EXPECT_EQ(all.at_pointer("/items/0/refund_minor"), 200);
    EXPECT_EQ(text(all, "/items/1/what"), "consent");
    EXPECT_EQ(text(all, "/items/2/what"), "order");
    const value first = get("/" + id("ann") + "/timeline", "limit=2");
    const value second =
        get("/" + id("ann") + "/timeline", "limit=2&cursor=" + text(first, "/next_cursor"));
    ASSERT_EQ(second.at("items").as_array().size(), 1U);
    EXPECT_EQ(text(second, "/items/0/what"), "order");
    EXPECT_TRUE(second.at("next_cursor").is_null());
}

TEST_P(CustomersRoutes, KeepNotesAndDropThem) {
    const std::string notes = "/" + id("ann") + "/notes";
    const auto added = send(http::Method::post, notes, "", R"({"text":" likes tea "})");
    ASSERT_EQ(added.status, 201) << std::get<std::string>(added.body);
    EXPECT_EQ(text(body_of(added), "/text"), "likes tea");
    EXPECT_EQ(text(body_of(added), "/author"), "usr_1");
    const std::string one = notes + "/" + text(body_of(added), "/id");
    EXPECT_EQ(send(http::Method::patch, one, "", R"({"text":"likes coffee"})").status, 200);
    const value shown = get("/" + id("ann") + "/timeline");
    EXPECT_EQ(text(shown, "/items/0/note/text"), "likes coffee");
    const std::string elsewhere = "/" + id("bob") + one.substr(one.find("/notes"));
    EXPECT_EQ(send(http::Method::delete_, elsewhere).status, 404) << "somebody else's";
    EXPECT_EQ(send(http::Method::delete_, one).status, 204);
    EXPECT_EQ(send(http::Method::delete_, one).status, 404);
    EXPECT_EQ(send(http::Method::post, notes, "", R"({"text":"  "})").status, 422);
    ASSERT_EQ(gate_.records.size(), 3U);
    for (const std::string& record : gate_.records) {
        EXPECT_EQ(record.find("tea"), std::string::npos) << "no personal data";
    }
}

TEST_P(CustomersRoutes, EraseNotesWithTheProfile) {
    send(http::Method::post, "/" + id("ann") + "/notes", "", R"({"text":"likes tea"})");
    const ProfileId profile{number("ann")};
    test::must(db().write([&](sql::Session& s) -> Result<void> {
        commerce::remove_profiles(s, {profile.value});
        EXPECT_TRUE(notes_of(s, profile, 10).empty());
        return {};
    }));
}

TEST_P(CustomersRoutes, ExportCellsThatNoSpreadsheetRuns) {
    const std::string csv = file("/export", "sort=spent");
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 4);
    EXPECT_NE(csv.find(R"("'=cmd|' /C calc'!A0")"), std::string::npos);
    EXPECT_NE(csv.find(R"("555","champions","too_few","ann")"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(path_)) << "gone with the answer";
    EXPECT_EQ(file("/export-xlsx").substr(0, 2), "PK");
}

TEST_P(CustomersRoutes, ListPhonesOnceAndOnlyOfThoseWhoAgreed) {
    EXPECT_EQ(file("/phones"), "09121234567\r\n");
    EXPECT_EQ(file("/phones", "everyone=true"), "09121234567\r\n") << "no landlines, none twice";
    EXPECT_EQ(file("/phones", "rfm=111"), "") << "Bob was never asked";
}

TEST_P(CustomersRoutes, ShowWhoCameWithTheNextVersion) {
    EXPECT_EQ(found("sort=spent").size(), 3U);
    test::must(db().write([&](sql::Session& s) {
        return commerce::fold(s, std::vector{order("1004", "dora", 100, 5)}, ids_, kTestDay);
    }));
    EXPECT_EQ(found("sort=spent").size(), 3U) << "nobody said that anything changed";
    ++version_;
    EXPECT_EQ(found("sort=spent").size(), 4U);
    EXPECT_EQ(found("sort=spent").back(), id("dora")) << "whom no report knows yet";
}

}  // namespace
}  // namespace vafa::customers
