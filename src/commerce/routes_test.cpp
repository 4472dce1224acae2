#include "commerce/routes.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "commerce/customers.h"
#include "commerce/fold.h"
#include "commerce/module.h"
#include "commerce/settings.h"
#include "commerce/shops.h"
#include "commerce/testdata.h"
#include "platform/json/json.h"
#include "platform/rest/module.h"
#include "platform/rest/router.h"
#include "platform/sql/sql.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

using boost::json::value;

// Everybody is the owner; what is recorded is remembered.
class OwnerGate final : public rest::Gate {
public:
    Result<rest::Principal> identify(const http::RequestHead&, TimeMs, http::Headers&) override {
        rest::Principal who;
        who.kind = rest::Principal::Kind::user;
        using enum rest::Permission;
        who.permissions = {customers_read, customers_write, customers_export, orders_read,
                           products_read,  settings_read,   settings_write};
        return who;
    }
    void record(sql::Session&, const rest::Principal&, const http::RequestHead&,
                const rest::AuditEntry& entry, TimeMs) override {
        records.push_back(entry.action + " " + boost::json::serialize(entry.before) + " " +
                          boost::json::serialize(entry.after));
    }
    std::vector<std::string> records;
};

class CommerceRoutes : public test::SqlTest {
protected:
    void SetUp() override {
        std::vector<sql::Migration> steps(module_migrations().begin(), module_migrations().end());
        const auto of_rest = rest::module_migrations();
        steps.insert(steps.end(), of_rest.begin(), of_rest.end());
        open(steps);
        if (IsSkipped()) return;
        RoutesDeps deps{.database = db()};
        deps.settings_changed = [this] { ++settings_changed_; };
        deps.links_changed = [this] { ++links_changed_; };
        router_ = std::make_unique<rest::Router>(
            rest::Router::Deps{db(), gate_, clock_, folder_.path()}, routes(deps));
        tell();
    }
    void tell() {
        test::must(db().write([&](sql::Session& s) {
            OrderFact ann = make_order("1001", "ann", 1500);
            ann.shop = ensure_shop(s, "default", ids_, kTestDay);
            ann.customer_fields.name = "<img onerror=1>";
            ann.customer_fields.city = "=cmd|' /C calc'!A0";
            ann.customer_fields.traits = {{"tier", "gold"}};
            ann.lines = {make_line("p1", "Green Tea", 1500)};
            OrderFact bob = make_order("1002", "bob", 300);
            bob.shop = ann.shop;
            bob.ordered_at += 60'000;
            bob.customer_fields.name = "' OR 1=1 --";
            return fold(s, std::vector{ann, bob}, ids_, kTestDay);
        }));
    }

    http::Response send(http::Method method, std::string path, std::string query = "",
                        std::string body = "", std::string if_match = "") {
        http::Request request;
        request.method = method;
        request.path = std::move(path);
        request.query = std::move(query);
        request.body = std::move(body);
        if (!request.body.empty()) request.headers.set("content-type", "application/json");
        if (!if_match.empty()) request.headers.set("if-match", std::move(if_match));
        request.id = "req1";
        return router_->answer(request);
    }
    static value body_of(const http::Response& response) {
        return test::must(json::parse(std::get<std::string>(response.body)));
    }
    value get(std::string path, std::string query = "") {
        const auto response = send(http::Method::get, "/api/v1" + path, std::move(query));
        EXPECT_EQ(response.status, 200) << path << std::get<std::string>(response.body);
        return body_of(response);
    }
    static std::string text(const value& json, std::string_view pointer) {
        return std::string(json.at_pointer(pointer).as_string());
    }
    // Whom the shop calls so, as an id of the wire.
    std::string customer(std::string_view called) {
        return test::must(db().read([&](sql::Session& s) {
            return Result<std::string>(to_string(customers_called(s, called).front()));
        }));
    }
    std::string canonical(const std::string& id) {
        const auto asked = test::must(parse_id<CustomerTag>(id));
        return test::must(db().read([&](sql::Session& s) {
            return Result<std::string>(to_string(canonical_of(s, asked)));
        }));
    }

    test::TempDir folder_;
    OwnerGate gate_;
    FixedClock clock_{kTestDay + kMsPerDay};
    Rng rng_{8};
    IdSource ids_{clock_, rng_};
    int settings_changed_ = 0, links_changed_ = 0;
    std::unique_ptr<rest::Router> router_;
};
VAFA_ON_EVERY_DATABASE(CommerceRoutes);

TEST_P(CommerceRoutes, TakeWhatIsTypedAsText) {
    EXPECT_EQ(get("/orders", "number=%25").at("items").as_array().size(), 0U);
    EXPECT_EQ(send(http::Method::get, "/api/v1/orders", "customer=x").status, 422);
}

TEST_P(CommerceRoutes, ShowACustomersOrders) {
    const std::string id = customer("ann");
    const value orders = get("/customers/" + id + "/orders");
    ASSERT_EQ(orders.at("items").as_array().size(), 1U);
    const value order = get("/orders/" + text(orders, "/items/0/id"));
    EXPECT_EQ(text(order, "/order/number"), "#1001");
    EXPECT_EQ(text(order, "/order/customer"), id);
    EXPECT_EQ(text(order, "/lines/0/title"), "Green Tea");
    EXPECT_EQ(order.at_pointer("/parts/shipping_minor"), 500);
    EXPECT_EQ(send(http::Method::get, "/api/v1/customers/cus_0000000000009/orders").status, 404);
}

TEST_P(CommerceRoutes, ListOrdersNewestFirstAndByNumber) {
    const value all = get("/orders", "limit=1");
    EXPECT_EQ(text(all, "/items/0/key"), "1002");
    EXPECT_EQ(text(get("/orders", "limit=1&cursor=" + text(all, "/next_cursor")), "/items/0/key"),
              "1001");
    EXPECT_EQ(get("/orders", "number=%23100").at("items").as_array().size(), 2U);
    EXPECT_EQ(get("/orders", "number=1001").at("items").as_array().size(), 1U);
    EXPECT_EQ(get("/orders", "status=failed").at("items").as_array().size(), 0U);
    EXPECT_EQ(get("/orders", "to=2023-11-14T22:14:20Z").at("items").as_array().size(), 1U);
    EXPECT_EQ(get("/orders", "from=2023-11-14T22:14:20Z&customer=" + customer("bob"))
                  .at("items")
                  .as_array()
                  .size(),
              1U);
}

TEST_P(CommerceRoutes, FindProductsByTheirTitles) {
    const value found = get("/products", "q=te+gr");
    EXPECT_EQ(text(found, "/items/0/title"), "Green Tea");
    EXPECT_EQ(text(get("/products/" + text(found, "/items/0/id")), "/key"), "p1");
    EXPECT_EQ(get("/products", "q=milk").at("items").as_array().size(), 0U);
    const value asked = get("/products", "keys=unknown,p1,p1");
    EXPECT_EQ(asked.at("items").as_array().size(), 1U);
    EXPECT_EQ(text(asked, "/items/0/id"), text(found, "/items/0/id"));
    EXPECT_EQ(text(get("/shops"), "/items/0/key"), "default");
}

TEST_P(CommerceRoutes, MergeAndPartCustomers) {
    const std::string ann = customer("ann"), bob = customer("bob");
    const std::string into = R"({"into":")" + ann + R"("})";
    const std::string path = "/api/v1/customers/" + bob;
    const auto merged = send(http::Method::post, path + "/merge", "", into);
    ASSERT_EQ(merged.status, 200);
    EXPECT_EQ(body_of(merged).at_pointer("/totals/orders"), 2);
    EXPECT_EQ(links_changed_, 1);
    EXPECT_EQ(canonical(bob), ann);
    EXPECT_EQ(get("/customers/" + ann + "/orders").at("items").as_array().size(), 2U);
    EXPECT_EQ(send(http::Method::post, path + "/merge", "", into).status, 409);

    clock_.advance(1000);
    const std::string profile = "pro" + bob.substr(3);
    const auto parted = send(http::Method::post, "/api/v1/customers/" + ann + "/unlink", "",
                             R"({"profile":")" + profile + R"("})");
    ASSERT_EQ(parted.status, 200);
    EXPECT_EQ(canonical(bob), bob);
    EXPECT_EQ(links_changed_, 2);
    ASSERT_EQ(gate_.records.size(), 2U);
    EXPECT_EQ(gate_.records[0].find("customer.merge"), 0U);
    EXPECT_EQ(gate_.records[0].find("img"), std::string::npos) << "no personal data";
}

TEST_P(CommerceRoutes, ChangeSettingsUnlessSomebodyElseDid) {
    const auto shown = send(http::Method::get, "/api/v1/settings");
    const std::string etag(shown.headers.get("etag"));
    const auto patch = [&](std::string body, std::string tag) {
        return send(http::Method::patch, "/api/v1/settings", "", std::move(body), std::move(tag));
    };
    const auto changed = patch(R"({"time_zone":"Asia/Tehran","count_test":true,)"
                               R"("margin_basis_points":3550,"discount_basis_points":4000,)"
                               R"("calendar":"persian"})",
                               etag);
    ASSERT_EQ(changed.status, 200) << std::get<std::string>(changed.body);
    EXPECT_EQ(text(body_of(changed), "/time_zone"), "Asia/Tehran");
    EXPECT_EQ(get("/settings").at("margin_basis_points"), 3550);
    EXPECT_EQ(get("/settings").at("discount_basis_points"), 4000);
    EXPECT_EQ(settings_changed_, 1);
    ASSERT_EQ(gate_.records.size(), 1U);
    EXPECT_NE(gate_.records[0].find(R"("time_zone":"UTC")"), std::string::npos);
    EXPECT_EQ(patch(R"({"store_name":"x"})", etag).status, 412);

    EXPECT_EQ(patch(R"({"store_name":"x","time_zone":"Mars/Base"})", "").status, 422);
    EXPECT_EQ(text(get("/settings"), "/store_name"), "") << "all or none";
    EXPECT_EQ(patch(R"({"currency":"USD"})", "").status, 409) << "there are orders";
    EXPECT_EQ(patch(R"({"colour":"red"})", "").status, 422);
    EXPECT_EQ(patch(R"({"margin_basis_points":10001})", "").status, 422);
    EXPECT_EQ(patch(R"({"discount_basis_points":100001})", "").status, 422);
    EXPECT_EQ(settings_changed_, 1);
}

}  // namespace
}  // namespace vafa::commerce
