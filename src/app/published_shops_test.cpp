#include <cmath>
#include <gtest/gtest.h>
#include <map>
#include <numeric>
#include <set>
#include <sstream>

#include "app/command_line_test_support.h"
#include "base/calendar.h"
#include "history/api.h"
#include "platform/files/whole_file.h"
#include "testing/places.h"
#include "testing/results.h"

// Two published data sets go through the command line, and what their expected.json says of them
// comes out of the store.
namespace vafa::app {
namespace {

namespace js = boost::json;
using test::must;

class PublishedShop : public ::testing::Test {
protected:
    bool open(const std::string& set) {
        const auto folder = test::shared_data(set);
        if (!folder) return false;
        set_ = *folder;
        const auto text = must(files::read_file(set_ / "expected.json"));
        expected_ = must(json::parse(text)).as_object();
        return true;
    }
    js::object import(const std::string& kind, const std::string& store, const std::string& file,
                      std::vector<std::string> options = {}) {
        std::vector<std::string> arguments = {"import", kind, (set_ / file).string(), "--data",
                                              path_of(store)};
        arguments.insert(arguments.end(), options.begin(), options.end());
        return run_json(std::move(arguments)).as_object();
    }
    std::string path_of(const std::string& store) const { return (folder_ / store).string(); }
    // Every event of the kind, its properties read.
    template <class Visit>
    void for_each(std::string_view kind, const std::string& store, Visit visit) {
        const auto history = must(history::History::open(path_of(store) + "/history.duckdb"));
        must(history->for_each({}, [&](const history::Event& event) {
            if (event.kind == kind) visit(event, must(json::parse(event.properties)).as_object());
        }));
    }
    static std::vector<std::string> tags_of(const js::object& customer) {
        std::vector<std::string> tags;
        std::istringstream text(std::string(customer.at("traits").at("tags").as_string()));
        for (std::string tag; std::getline(text, tag, ',');) tags.push_back(tag);
        return tags;
    }
    std::int64_t sum_of_discounts(const std::string& store) {
        std::int64_t sum = 0;
        for_each("order", store, [&](const history::Event&, const js::object& order) {
            const auto& parts = order.at("parts").as_object();
            if (const auto* discount = parts.if_contains("discount"))
                sum += discount->to_number<std::int64_t>();
        });
        return sum;
    }
    const js::object& expected(const char* name) const { return expected_.at(name).as_object(); }

    test::TempDir folder_;
    std::filesystem::path set_;
    js::object expected_;
};

#define VAFA_OPEN_OR_SKIP(set) \
    if (!open(set)) GTEST_SKIP() << "the data set is not beside the repository"

std::int64_t cents(const js::value& amount) {
    return std::llround(amount.to_number<double>() * 100);
}

TEST_F(PublishedShop, CompleteJourneyTransactions) {
    VAFA_OPEN_OR_SKIP("complete-journey");
    const auto& rows = expected("rows");
    const auto& sums = expected("transactions");
    const std::string file = "transactions_sample.csv.gz";
    const auto imported =
        import("orders", "a", file,
               {"--currency", "USD", "--no-traits", "--map", "line_discount=retail_disc"});
    EXPECT_EQ(imported.at("rows"), rows.at("transactions_sample"));
    // One line is the dust of a sum of floating point numbers, 4.440892e-16, and is set aside.
    EXPECT_EQ(imported.at("rejected").as_int64(), 1);
    EXPECT_EQ(imported.at("orders_added"), sums.at("baskets"));
    EXPECT_EQ(imported.at("customers_added"), sums.at("households"));
    EXPECT_EQ(imported.at("revenue_minor").as_int64(), cents(sums.at("sales_value")));
    const auto summary = report_data(path_of("a"), "summary", {"--include", "zero_value"});
    EXPECT_EQ(summary.at("customers"), sums.at("households"));
    EXPECT_EQ(summary.at("orders"), sums.at("baskets"));
    EXPECT_EQ(summary.at("revenue_minor").as_int64(), cents(sums.at("sales_value")));
    EXPECT_EQ(sum_of_discounts("a"), cents(sums.at("retail_disc")));
    // An order has one discount: the other column needs a store of its own.
    import("orders", "b", file,
           {"--currency", "USD", "--no-traits", "--map", "line_discount=coupon_disc"});
    EXPECT_EQ(sum_of_discounts("b"), cents(sums.at("coupon_disc")));
}

TEST_F(PublishedShop, CompleteJourneyHouseholdsAndProducts) {
    VAFA_OPEN_OR_SKIP("complete-journey");
    const auto& rows = expected("rows");
    const auto households = import("customers", "a", "demographics.csv");
    EXPECT_EQ(households.at("rows"), rows.at("demographics"));
    EXPECT_EQ(households.at("customers_added"), rows.at("demographics"));
    const auto products = import("products", "a", "products.csv.gz",
                                 {"--map", "product=product_id", "--map", "title=product_type",
                                  "--map", "category=product_category"});
    EXPECT_EQ(products.at("rows"), rows.at("products"));
    EXPECT_EQ(products.at("products_added"), rows.at("products"));
}

// A redemption is an order of no value, its campaign a trait of it; whom a campaign was sent to is
// a customer with a tag.
TEST_F(PublishedShop, CompleteJourneyRedemptionsByCampaign) {
    VAFA_OPEN_OR_SKIP("complete-journey");
    const auto sent = import("customers", "a", "campaigns.csv", {"--map", "tags=campaign_id"});
    EXPECT_EQ(sent.at("rows"), expected("rows").at("campaigns"));
    EXPECT_EQ(sent.at("customers_added"), expected_.at("distinct_targeted_households"));
    const auto imported = import("orders", "a", "coupon_redemptions.csv",
                                 {"--currency", "USD", "--map", "ordered_at=redemption_date",
                                  "--map", "coupon=coupon_upc", "--trait", "order:campaign_id"});
    EXPECT_EQ(imported.at("rows"), expected("rows").at("coupon_redemptions"));
    EXPECT_EQ(imported.at("orders_added"), expected("rows").at("coupon_redemptions"));
    using Households = std::map<std::string, std::set<std::int64_t>>;
    Households targeted, redeeming;
    std::map<std::string, std::int64_t> redemptions;
    for_each("customer", "a", [&](const history::Event& event, const js::object& customer) {
        for (const auto& tag : tags_of(customer)) targeted[tag].insert(event.profile);
    });
    std::set<std::int64_t> all;
    for_each("order", "a", [&](const history::Event& event, const js::object& order) {
        const auto campaign = std::string(order.at("traits").at("campaign_id").as_string());
        ++redemptions[campaign];
        redeeming[campaign].insert(event.profile);
        all.insert(event.profile);
    });
    const auto both = [&](const std::string& id) {
        return std::count_if(redeeming[id].begin(), redeeming[id].end(),
                             [&](auto profile) { return targeted[id].contains(profile); });
    };
    EXPECT_EQ(static_cast<std::int64_t>(all.size()),
              expected_.at("distinct_redeeming_households").as_int64());
    for (const auto& [campaign, figures] : expected("campaigns")) {
        const std::string id(campaign);
        const auto is = [&](auto count, const char* name) {
            EXPECT_EQ(static_cast<std::int64_t>(count), figures.at(name).as_int64())
                << name << " of " << id;
        };
        is(targeted[id].size(), "targeted");
        is(redemptions[id], "redemptions");
        is(redeeming[id].size(), "redeeming_households");
        is(both(id), "redeemers_targeted");
    }
}

// What the file's own rule speaks of, from what the store has.
struct Shopper {
    Day last = 0;
    std::int64_t orders = 0, minor = 0;
};

std::vector<Shopper> shoppers_of(const std::string& store) {
    std::map<std::int64_t, Shopper> by_profile;
    const auto history = must(history::History::open(store + "/history.duckdb"));
    must(history->for_each({}, [&](const history::Event& event) {
        auto& shopper = by_profile[event.profile];
        shopper.last = std::max(shopper.last, static_cast<Day>(event.occurred_at / kMsPerDay));
        ++shopper.orders;
        shopper.minor += event.amount_minor;
    }));
    std::vector<Shopper> all;
    for (const auto& [profile, shopper] : by_profile) all.push_back(shopper);
    return all;
}

int score(const js::array& thresholds, double value) {
    return 1 +
           static_cast<int>(std::count_if(thresholds.begin(), thresholds.end(), [&](const auto& t) {
               return t.template to_number<double>() <= value;
           }));
}

bool within(const js::value& range, int score) {
    return range.at(0).as_int64() <= score && score <= range.at(1).as_int64();
}

class PublishedRfm : public PublishedShop {
protected:
    bool open_and_import() {
        if (!open("rfm-orders")) return false;
        const auto imported = import("orders", "a", "rfm_data_orders.csv", {"--currency", "USD"});
        EXPECT_EQ(imported.at("orders_added"), expected_.at("orders"));
        EXPECT_EQ(imported.at("customers_added"), expected_.at("customers"));
        return true;
    }
    std::string segment_of(const Shopper& shopper) const {
        const auto& t = expected("thresholds");
        const Day today = must(parse_day_or_error(expected_.at("analysis_date")));
        const int r = 6 - score(t.at("recency").as_array(), today - shopper.last);
        const int f = score(t.at("frequency").as_array(), static_cast<double>(shopper.orders));
        const int m = score(t.at("monetary").as_array(), static_cast<double>(shopper.minor) / 100);
        for (const auto& segment : expected_.at("segments").as_array()) {
            if (within(segment.at("R"), r) && within(segment.at("F"), f) &&
                within(segment.at("M"), m)) {
                return std::string(segment.at("name").as_string());
            }
        }
        return "Others";
    }
    static Result<Day> parse_day_or_error(const js::value& text) {
        const auto day = parse_day(CalendarKind::gregorian, std::string(text.as_string()));
        if (!day) return invalid("no day");
        return *day;
    }
};

TEST_F(PublishedRfm, TheFilesOwnSegments) {
    if (!open_and_import()) GTEST_SKIP() << "the data set is not beside the repository";
    std::map<std::string, Shopper> found;
    for (const auto& shopper : shoppers_of(path_of("a"))) {
        auto& segment = found[segment_of(shopper)];
        ++segment.last;  // customers
        segment.orders += shopper.orders;
        segment.minor += shopper.minor;
    }
    for (const auto& [name, figures] : expected("summary")) {
        const auto& segment = found[std::string(name)];
        EXPECT_EQ(segment.last, figures.at("customers").as_int64()) << name;
        EXPECT_EQ(segment.orders, figures.at("orders").as_int64()) << name;
        EXPECT_EQ(segment.minor, cents(figures.at("revenue"))) << name;
    }
    EXPECT_EQ(found["Champions"].last, 158);
    EXPECT_EQ(found["Champions"].orders, 1'234);
    EXPECT_EQ(found["Champions"].minor, 12'017'800);
}

// The file's thresholds are type-7 quintiles plus one, with "at least"; the report's are the
// quintiles, with "more than": the same but for a value between a broken quintile and that plus
// one. Days since the last order are counted to the day after the last day of the report.
TEST_F(PublishedRfm, TheReportsThresholdsAreTheFilesLessOne) {
    if (!open_and_import()) GTEST_SKIP() << "the data set is not beside the repository";
    const auto rfm =
        report_data(path_of("a"), "rfm", {"--as-of", "2006-12-30", "--purchase", "order"});
    const auto& ours = rfm.at("thresholds").as_object();
    const auto& theirs = expected("thresholds");
    for (std::size_t i = 0; i < 4; ++i) {
        const auto number = [i](const js::value& list) { return list.at(i).to_number<double>(); };
        EXPECT_NEAR(number(ours.at("recency_days")), number(theirs.at("recency")) - 1, 1e-6);
        EXPECT_NEAR(number(ours.at("frequency")), number(theirs.at("frequency")) - 1, 1e-6);
        EXPECT_NEAR(number(ours.at("monetary_minor")) / 100, number(theirs.at("monetary")) - 1,
                    1e-6);
    }
}

}  // namespace
}  // namespace vafa::app
