#include "metrics/routes.h"

#include <gtest/gtest.h>
#include <set>

#include "commerce/api.h"
#include "metrics/report_list.h"
#include "metrics/report_request.h"
#include "metrics/test_store.h"
#include "platform/rest/openapi.h"
#include "platform/rest/route_make.h"
#include "testing/results.h"

namespace vafa::metrics {
namespace {

class ReportRoutes : public ::testing::Test {
protected:
    struct Answered {
        Result<http::Response> response;
        rest::Route::Refusal refusal;
    };

    std::vector<rest::Route> table() {
        return routes({.data_version = [this] { return version; },
                       .settings = [this]() -> Result<commerce::Settings> { return settings; },
                       .engine = [this]() -> Result<std::shared_ptr<const Engine>> {
                           ++asked;
                           return std::shared_ptr<const Engine>(&store.engine(), [](auto*) {});
                       },
                       .cache = cache,
                       .prices = [this]() -> Result<PriceIndex> { return prices; }});
    }

    Answered get(const std::string& path, const boost::json::object& query = {}) {
        static const http::Request kRequest;
        rest::Call call{kRequest, {}};
        Answered answered{Error{}, {}};
        for (const auto& route : table()) {
            if (route.info.path != path) continue;
            answered.response = route.run(call, query, answered.refusal, nullptr);
        }
        return answered;
    }
    static std::string body_of(const Answered& answered) {
        const auto response = test::value_of(answered.response);
        const auto* shared = std::get_if<http::SharedBody>(&response.body);
        return shared != nullptr ? **shared : std::get<std::string>(response.body);
    }

    test::TestStore store{{{1, "2024-01-05", 100, test::kCompleted, {{"city", "Tehran"}}},
                           {1, "2024-02-05", 100, test::kCompleted, {{"city", "Shiraz"}}},
                           {2, "2024-01-10", 100, test::kCompleted, {{"city", "Shiraz"}}}}};
    std::uint64_t version = 1;
    commerce::Settings settings;
    ReportCache cache;
    PriceIndex prices;
    int asked = 0;
};

TEST_F(ReportRoutes, AnswerWhatTheCommandLinePrints) {
    settings.calendar.calendar = CalendarKind::persian;
    Options options;
    options.rules = settings.calendar;
    options.break_by = "city";
    for (const auto name : report_names()) {
        const std::string path = "/api/v1/reports/" + std::string(name);
        EXPECT_EQ(body_of(get(path, {{"break", "city"}})),
                  json::pretty(test::value_of(run_report(store.engine(), name, options))))
            << name;
    }
}

TEST_F(ReportRoutes, TheSameQuestionIsComputedOnceAVersion) {
    const std::string path = "/api/v1/reports/cohorts";
    const auto first = test::value_of(get(path).response);
    EXPECT_EQ(first.headers.get("cache-control"), "private, no-cache");
    EXPECT_EQ(first.headers.get("content-type"), "application/json");
    const auto again = test::value_of(get(path, {{"by", "month"}, {"window", "9"}}).response);
    EXPECT_EQ(again.headers.get("etag"), first.headers.get("etag"));
    EXPECT_EQ(asked, 1);
    body_of(get(path, {{"by", "week"}}));
    EXPECT_EQ(asked, 2);
    ++version;
    body_of(get(path));
    EXPECT_EQ(asked, 3);
    settings.counted.cancelled = true;
    body_of(get(path));
    EXPECT_EQ(asked, 4);
}

TEST_F(ReportRoutes, WrongFieldsAreNamedAndNothingIsComputed) {
    const auto wrong = get("/api/v1/reports/summary", {{"from", "x"}, {"margin", "2"}});
    ASSERT_EQ(wrong.refusal.size(), 2U);
    EXPECT_EQ(wrong.refusal[0].field, "/from");
    EXPECT_EQ(wrong.refusal[1].field, "/margin");
    const auto crossed = get("/api/v1/reports/summary", {{"from", "2024"}, {"to", "2023"}});
    EXPECT_EQ(crossed.response.error().field, "/from");
    EXPECT_EQ(asked, 0);
}

TEST_F(ReportRoutes, AnUnknownNameIsToldTheNearest) {
    const auto answered = get("/api/v1/reports/{name}", {{"name", "cohort"}});
    EXPECT_EQ(answered.response.error().code, ErrorCode::not_found);
    EXPECT_EQ(answered.response.error().params.back().second, "cohorts");
    vafa::test::expect_error(get("/api/v1/reports/{name}", {{"name", "weather"}}).response,
                             "error.metrics_no_such_report");
}

TEST_F(ReportRoutes, TheListHasATitleForEach) {
    const auto list = vafa::test::must(json::parse(body_of(get("/api/v1/reports"))));
    ASSERT_EQ(list.at("items").as_array().size(), report_names().size());
    for (const auto& item : list.at("items").as_array()) {
        EXPECT_NE(item.at("title"), item.at("title_key"));
        EXPECT_NE(item.at("about"), item.at("about_key"));
        EXPECT_EQ(item.at("title").as_string().find('{'), boost::json::string::npos);
    }
}

TEST_F(ReportRoutes, RealTermsAreAQuestionOfTheirOwnAndWantAnIndex) {
    const std::string path = "/api/v1/reports/summary";
    const auto revenue = [&](const boost::json::object& query) {
        const auto body = boost::json::parse(body_of(get(path, query)));
        return body.at_pointer("/data/revenue_minor").as_int64();
    };
    EXPECT_EQ(get(path, {{"prices", "real"}}).response.error().key, "error.metrics_no_prices");
    prices = PriceIndex({{test::day("2024-01-01"), 10'000, "2024-01"},
                         {test::day("2024-02-01"), 20'000, "2024-02"}});
    EXPECT_EQ(revenue({}), 300);
    EXPECT_EQ(revenue({{"prices", "real"}}), 500);
    const auto real = boost::json::parse(body_of(get(path, {{"prices", "real"}})));
    EXPECT_EQ(real.at_pointer("/definition/prices_base"), "2024-02");
}

TEST_F(ReportRoutes, TheDocumentDescribesEveryAnswer) {
    const auto document = rest::openapi(table(), "1");
    const auto& schemas = document.at("components").at("schemas");
    for (const auto name : report_names()) {
        const auto& get = document.at("paths").at("/api/v1/reports/" + std::string(name)).at("get");
        EXPECT_EQ(get.at("parameters").as_array().size(), 21U);
        const auto& schema =
            get.at("responses").at("200").at("content").at("application/json").at("schema");
        const std::string reference(schema.at("$ref").as_string());
        const auto& answer = schemas.at(reference.substr(reference.rfind('/') + 1));
        EXPECT_EQ(boost::json::serialize(answer.at("required")),
                  R"(["report","definition","data"])");
        EXPECT_TRUE(answer.at("properties").as_object().contains("breakdown"));
    }
}

// Every member of every wire type has words of its own.
template <class T>
void expect_notes() {
    const auto& notes = json::notes_of<T>();
    std::set<std::string_view> named;
    for (const auto& note : notes.fields) {
        EXPECT_FALSE(note.text.empty());
        named.insert(note.name);
    }
    boost::mp11::mp_for_each<json::detail::Members<T>>([&](auto d) {
        const auto name = json::detail::wire_name(d.name);
        EXPECT_EQ(named.erase(name), 1U) << notes.name << "." << name;
    });
    EXPECT_TRUE(named.empty()) << notes.name << ": " << *named.begin();
}

TEST(Wire, EveryFieldIsExplained) {
    expect_notes<ReportRequest>();
    expect_notes<wire::Definition>();
    each_report([](const auto& report) {
        expect_notes<typename std::remove_cvref_t<decltype(report)>::Data>();
    });
    expect_notes<wire::Window>();
    expect_notes<wire::Cohort>();
    expect_notes<wire::CohortCell>();
    expect_notes<wire::PeriodFigures>();
    expect_notes<wire::RfmThresholds>();
    expect_notes<wire::KindFigures>();
    expect_notes<wire::KindMoves>();
    expect_notes<wire::KindsThresholds>();
    expect_notes<wire::ClaimFigures>();
    expect_notes<wire::ProductFigures>();
    expect_notes<wire::SeasonFigures>();
    expect_notes<wire::OrderValue>();
    expect_notes<GapFigures>();
    expect_notes<Concentration>();
    expect_notes<SurvivalPoint>();
    expect_notes<RfmGroup>();
    expect_notes<KindThresholds>();
    expect_notes<LoyalShare>();
    expect_notes<NextProduct>();
    expect_notes<Bracket>();
}

}  // namespace
}  // namespace vafa::metrics
