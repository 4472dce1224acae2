#include "metrics/report_request.h"

#include <gtest/gtest.h>

#include "commerce/api.h"
#include "metrics/definition.h"
#include "metrics/report_list.h"
#include "metrics/test_store.h"
#include "testing/results.h"

namespace vafa::metrics {
namespace {

using Query = std::map<std::string, std::string>;

json::Decoded<ReportRequest> decoded(const Query& query) {
    return json::decode<ReportRequest>(json::encode(query), json::UnknownKeys::refuse,
                                       json::Texts::as_values);
}

Options read(const Query& query, const Options& defaults = {}) {
    return vafa::test::must(options_of(decoded(query).value, defaults));
}

std::vector<std::string> wrong(const Query& query) {
    std::vector<std::string> found;
    for (const auto& error : decoded(query).errors) found.push_back(error.field + " " + error.key);
    return found;
}

TEST(ReportRequest, PutsWhatWasSaidOverTheDefaults) {
    Options defaults;
    defaults.include_refunded = true;
    defaults.by = PeriodKind::week;
    const auto options = read({{"from", "2024-02"},
                               {"to", "2024-02"},
                               {"include", "test,cancelled"},
                               {"days", "1,7"},
                               {"brackets", "1-30,31-60"},
                               {"first_weekday", "saturday"},
                               {"time_zone", "Asia/Tehran"},
                               {"window", "۹۰"},
                               {"margin", "0.4"},
                               {"break", "trait:size"},
                               {"loyal_purchases", "5"}},
                              defaults);
    EXPECT_EQ(options.from, test::day("2024-02-01"));
    EXPECT_EQ(options.to, test::day("2024-02-29"));
    EXPECT_TRUE(options.include_test && options.include_cancelled && options.include_refunded);
    EXPECT_FALSE(options.include_unpaid || options.include_zero_value);
    EXPECT_EQ(options.by, PeriodKind::week);
    EXPECT_EQ(options.days, (std::vector<std::int32_t>{1, 7}));
    EXPECT_EQ(options.brackets, (std::vector<Bracket>{{1, 30}, {31, 60}}));
    EXPECT_EQ(options.rules.first_weekday, Weekday::saturday);
    EXPECT_EQ(options.zone->name(), "Asia/Tehran");
    EXPECT_EQ(options.window_days, 90);
    EXPECT_EQ(options.margin, 0.4);
    EXPECT_EQ(options.break_by, "trait:size");
    EXPECT_EQ(options.kinds.loyal_min_purchases, 5);
    EXPECT_EQ(options.kinds.risk_quantile, KindThresholds{}.risk_quantile);
}

TEST(ReportRequest, NamesEveryWrongFieldAtOnce) {
    EXPECT_EQ(
        wrong({{"from", "yesterday"},
               {"to", "2150"},
               {"by", "decade"},
               {"days", "1,x,70000"},
               {"brackets", "1-30,9-3,5"},
               {"time_zone", "Mars/Olympus"},
               {"include", "everything"},
               {"window", "0"},
               {"margin", "2"},
               {"break", "colour"},
               {"nothing", "1"}}),
        (std::vector<std::string>{
            "/from error.not_a_day", "/to error.metrics_day_range",
            "/time_zone error.time_zone_unknown", "/include/0 error.json_choice",
            "/by error.json_choice", "/days/1 error.json_type", "/days/2 error.json_out_of_range",
            "/brackets/1 error.metrics_bracket", "/brackets/2 error.not_a_bracket",
            "/window error.json_out_of_range", "/margin error.json_out_of_range",
            "/break error.metrics_break", "/nothing error.json_unknown"}));
}

TEST(ReportRequest, FieldsMustAgree) {
    const auto field = [](const Query& query) {
        return options_of(decoded(query).value, {}).error().field;
    };
    EXPECT_EQ(field({{"from", "2024"}, {"to", "2023"}}), "/from");
    EXPECT_EQ(field({{"kind", "rolling"}, {"by", "year"}}), "/by");
}

TEST(ReportRequest, TheStoresSettingsAreTheDefaults) {
    commerce::Settings settings;
    settings.calendar.calendar = CalendarKind::persian;
    settings.counted.unpaid = true;
    EXPECT_EQ(defaults_of(settings).margin, std::nullopt);
    settings.margin_basis_points = 3500;
    const auto options = defaults_of(settings);
    EXPECT_EQ(options.rules.calendar, CalendarKind::persian);
    EXPECT_TRUE(options.include_unpaid && !options.include_test);
    EXPECT_EQ(options.margin, 0.35);
}

// One query for each option, said otherwise than by default.
const std::vector<Query> kQueries = {{},
                                     {{"from", "2024-02"}},
                                     {{"to", "2024-02"}},
                                     {{"as_of", "2024-02"}},
                                     {{"purchase", "day"}},
                                     {{"calendar", "persian"}},
                                     {{"time_zone", "Asia/Tehran"}},
                                     {{"first_weekday", "saturday"}, {"by", "week"}},
                                     {{"by", "week"}},
                                     {{"revenue", "total"}},
                                     {{"include", "cancelled"}},
                                     {{"include", "unpaid"}},
                                     {{"include", "refunded"}},
                                     {{"include", "zero_value"}},
                                     {{"include", "test"}},
                                     {{"kind", "rolling"}},
                                     {{"days", "3,9"}},
                                     {{"brackets", "1-5"}},
                                     {{"clock", "rolling"}},
                                     {{"clock", "rolling_hour"}},
                                     {{"window", "20"}},
                                     {{"margin", "0.5"}},
                                     {{"break", "city"}},
                                     {{"loyal_purchases", "2"}},
                                     {{"discount_share", "0.1"}},
                                     {{"risk_quantile", "0.1"}}};

TEST(Question, OfOneTextHasOneAnswer) {
    const auto status = [](commerce::OrderStatus of) { return static_cast<std::uint8_t>(of); };
    std::vector<test::TestOrder> orders;
    for (std::int64_t i = 0; i < 60; ++i) {
        static const std::vector<std::string> kDays = {
            "2024-01-01T21:30:00Z", "2024-01-02T05:00:00Z", "2024-01-06T22:00:00Z",
            "2024-02-28",           "2024-03-19T23:00:00Z", "2024-03-21"};
        const auto mixed = static_cast<std::uint64_t>(i * i + i / 7);
        auto flags = test::kCompleted;
        if (i % 11 == 0) flags = status(commerce::OrderStatus::cancelled);
        if (i % 13 == 0) flags = status(commerce::OrderStatus::pending);
        orders.push_back({i % 17,
                          kDays[mixed % kDays.size()],
                          100 + i,
                          flags,
                          {{"city", i % 3 == 0 ? "Tehran" : "Shiraz"},
                           {"total_minor", std::to_string(150 + i)}}});
    }
    const test::TestStore store(orders);
    for (const auto name : report_names()) {
        std::map<std::string, boost::json::object> answers;
        for (const auto& query : kQueries) {
            const auto options = read(query);
            auto answer = vafa::test::must(run_report(store.engine(), name, options));
            const auto [known, is_new] = answers.emplace(question_of(name, options), answer);
            EXPECT_EQ(known->second, answer) << name << " " << json::pretty(json::encode(query));
        }
        EXPECT_GT(answers.size(), 10U);
        EXPECT_LT(answers.size(), kQueries.size());  // what a report does not know, it ignores
    }
}

}  // namespace
}  // namespace vafa::metrics
