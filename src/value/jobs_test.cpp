#include "value/jobs.h"

#include "base/rng.h"
#include "commerce/module.h"
#include "platform/files/whole_file.h"
#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "platform/rest/module.h"
#include "platform/rest/router.h"
#include "platform/sql/sql.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/test_db.h"
#include "value/module.h"
#include "value/routes.h"
#include "value/sql.h"
#include "value/store.h"
#include "value/test_orders.h"

namespace vafa::value {
namespace {

using Json = boost::json::value;

// Everybody is the owner.
class OwnerGate final : public rest::Gate {
public:
    Result<rest::Principal> identify(const http::RequestHead&, TimeMs, http::Headers&) override {
        rest::Principal who;
        who.kind = rest::Principal::Kind::user;
        who.id = "usr_1";
        who.permissions = {rest::Permission::reports_read, rest::Permission::settings_write};
        return who;
    }
    void record(sql::Session&, const rest::Principal&, const http::RequestHead&,
                const rest::AuditEntry& entry, TimeMs) override {
        records.push_back(entry.action);
    }
    std::vector<std::string> records;
};

class ValueJobs : public test::SqlTest {
protected:
    void SetUp() override {
        std::vector<sql::Migration> steps;
        for (const auto module :
             {commerce::module_migrations(), rest::module_migrations(), module_migrations()}) {
            steps.insert(steps.end(), module.begin(), module.end());
        }
        open(steps);
        if (IsSkipped()) return;
        Rng rng(3);
        orders_.simulate(150, rng);
        engine_ = std::shared_ptr<const metrics::Engine>(&orders_.engine(), [](const auto*) {});
        jobs_ = std::make_unique<Jobs>(ports());
        router_ = std::make_unique<rest::Router>(
            rest::Router::Deps{db(), gate_, clock_, folder_.path()}, routes({db(), jobs_.get()}));
    }
    Jobs::Ports ports() {
        return {.database = db(),
                .ids = ids_,
                .clock = clock_,
                .folder = folder_ / "scores",
                .fingerprint = [this] { return Result<std::string>(fingerprint_); },
                .ask = [this]() -> Result<Jobs::Asked> {
                    return Jobs::Asked{engine_, options_, question_, TimeZone{}};
                },
                .scores_changed = [this] { ++changed_; }};
    }
    value::Run run() { return test::must(jobs_->run_now("usr_1", {})); }
    std::vector<value::Run> runs() {
        return test::must(db().read([](sql::Session& session) {
            return Result<std::vector<value::Run>>(store::runs(session, {}, 100));
        }));
    }
    http::Response send(http::Method method, std::string path) {
        http::Request request;
        request.method = method;
        request.path = "/api/v1/value" + path;
        request.id = "req1";
        return router_->answer(request);
    }
    Json get(std::string path) {
        const auto response = send(http::Method::get, std::move(path));
        EXPECT_EQ(response.status, 200) << std::get<std::string>(response.body);
        return test::must(json::parse(std::get<std::string>(response.body)));
    }

    test::TempDir folder_;
    StoreOfOrders orders_;
    std::shared_ptr<const metrics::Engine> engine_;
    metrics::Options options_;
    Question question_;
    FixedClock clock_{(kBegin + 729) * kMsPerDay + 12 * kMsPerHour};
    Rng rng_{1};
    IdSource ids_{clock_, rng_};
    OwnerGate gate_;
    std::string fingerprint_ = "1";
    int changed_ = 0;
    std::unique_ptr<Jobs> jobs_;
    std::unique_ptr<rest::Router> router_;
};
VAFA_ON_EVERY_DATABASE(ValueJobs);

TEST_P(ValueJobs, HaveQueriesThatPrepare) { test::expect_all_queries_prepare(db(), queries::all); }

TEST_P(ValueJobs, KeepARunWithTheScoresOfEverybody) {
    EXPECT_EQ(jobs_->scores(), nullptr);
    const value::Run made = run();
    EXPECT_EQ(made.state, RunState::done);
    EXPECT_EQ(made.as_of, kBegin + 728);
    EXPECT_EQ(made.customers, 150);
    EXPECT_FALSE(made.model.empty());
    EXPECT_EQ(changed_, 1);
    const auto scores = jobs_->scores();
    ASSERT_NE(scores, nullptr);
    EXPECT_EQ(scores->rows().size(), 150U);
    EXPECT_EQ(scores->head().run, made.id);
    for (const Score& s : scores->rows()) {
        EXPECT_LE(s.p_alive_low, s.p_alive);
        EXPECT_LE(s.p_alive, s.p_alive_high);
        EXPECT_LE(s.purchases_low, s.purchases);
        EXPECT_LE(s.purchases, s.purchases_high);
        EXPECT_LE(s.value_low, s.value);
        EXPECT_LE(s.month_purchases, s.purchases);
        EXPECT_LE(s.next_low, s.next_high);
    }
}

TEST_P(ValueJobs, AnswerWhatTheyFound) {
    EXPECT_TRUE(get("").at("run").is_null());
    const value::Run made = run();
    const Json overview = get("");
    EXPECT_EQ(overview.at("run").at("id"), to_string(made.id).c_str());
    const auto& summary = overview.at("summary");
    EXPECT_EQ(summary.at("comparison").at("models").as_array().size(), 5U);
    EXPECT_EQ(summary.at("scores").at("tenths").as_array().size(), 10U);
    EXPECT_EQ(summary.at("horizon_days"), 365);
    EXPECT_EQ(get("/runs").at("items").as_array().size(), 1U);
    EXPECT_EQ(get("/runs/" + to_string(made.id)).at("summary"), summary);
    EXPECT_EQ(send(http::Method::get, "/runs/vru_1").status, 404);
}

TEST_P(ValueJobs, AreAskedForOnceAndCancelled) {
    const auto asked = send(http::Method::post, "/runs");
    ASSERT_EQ(asked.status, 202) << std::get<std::string>(asked.body);
    EXPECT_EQ(send(http::Method::post, "/runs").status, 409) << "one waits";
    const std::string id = to_string(runs().front().id);
    EXPECT_EQ(get("").at("open").at("id"), id.c_str());
    EXPECT_EQ(send(http::Method::post, "/runs/" + id + "/cancel").status, 202);
    EXPECT_EQ(send(http::Method::post, "/runs/" + id + "/cancel").status, 409) << "it is over";
    jobs_->round();
    EXPECT_EQ(runs().front().state, RunState::cancelled);
    EXPECT_EQ(jobs_->scores(), nullptr);
    EXPECT_EQ(gate_.records, (std::vector<std::string>{"value_runs.add", "value_runs.cancel"}));
}

TEST_P(ValueJobs, EndAfterTheStepAtWhichTheyAreCancelled) {
    int steps = 0;
    RunWatch watch;
    watch.cancelled = [&] { return ++steps > 3; };
    test::expect_error(jobs_->run_now("usr_1", watch), "error.interrupted");
    EXPECT_EQ(runs().front().state, RunState::cancelled);
    EXPECT_EQ(jobs_->scores(), nullptr);
}

TEST_P(ValueJobs, SayWhyOneFailed) {
    question_.margin = 2;
    test::expect_error(jobs_->run_now("usr_1", {}), "error.models_margin");
    EXPECT_EQ(runs().front().state, RunState::failed);
    EXPECT_EQ(runs().front().error, "error.models_margin");
    const Json shown = get("/runs");
    EXPECT_FALSE(shown.at("items").as_array()[0].at("problem").as_string().empty());
}

TEST_P(ValueJobs, BeginByThemselvesAtNightWhereSomethingChanged) {
    jobs_->round();
    EXPECT_TRUE(runs().empty()) << "the data may still be coming";
    jobs_->round();
    ASSERT_EQ(runs().size(), 1U);
    EXPECT_EQ(runs().front().asked_by, kNightly);
    EXPECT_EQ(runs().front().state, RunState::done);
    fingerprint_ = "2";
    jobs_->round();
    EXPECT_EQ(runs().size(), 1U) << "not before the night";
    clock_.set(clock_.now() + kMsPerDay);
    jobs_->round();
    EXPECT_EQ(runs().size(), 2U);
    clock_.set(clock_.now() + kMsPerDay);
    jobs_->round();
    EXPECT_EQ(runs().size(), 2U) << "nothing changed";
}

TEST_P(ValueJobs, ThatAKilledProcessLeftAreEnded) {
    test::must(db().write([&](sql::Session& session) -> Result<void> {
        VAFA_TRY(const value::Run left, jobs_->enqueue(session, "usr_1"));
        store::begin_run(session, left.id, "1");
        return {};
    }));
    EXPECT_EQ(run().state, RunState::done);
    EXPECT_EQ(runs()[1].state, RunState::failed);
    EXPECT_EQ(runs()[1].error, "error.value_interrupted");
}

// The forecast is made of what was known then; the month that followed is in the data.
TEST_P(ValueJobs, SetTheirForecastAgainstTheMonthThatFollowed) {
    question_.holdout_end = kBegin + 600;
    const value::Run made = run();
    ASSERT_EQ(made.as_of, kBegin + 600);
    jobs_->round();
    const auto items = get("/checks").at("items").as_array();
    ASSERT_EQ(items.size(), 1U);
    const double expected = items[0].at("expected").as_double();
    const double actual = items[0].at("actual").as_double();
    EXPECT_EQ(items[0].at("customers"), made.customers);
    EXPECT_GT(actual, 5);
    EXPECT_NEAR(expected / actual, 1, 0.6);
    jobs_->round();
    EXPECT_EQ(get("/checks").at("items").as_array().size(), 1U) << "once";
}

TEST_P(ValueJobs, AreToldWhereAFileOfScoresIsDamaged) {
    const value::Run made = run();
    const auto path = folder_ / "scores" / (to_string(made.id) + ".scores");
    std::filesystem::resize_file(path, 100);
    jobs_ = std::make_unique<Jobs>(ports());
    EXPECT_EQ(jobs_->scores(), nullptr);
    const auto opened = jobs_->open_scores();
    test::expect_error(opened, "error.value_scores_damaged");
    EXPECT_NE(i18n::describe(i18n::Locale::en, opened.error()).find(path.string()),
              std::string::npos);
    EXPECT_EQ(run().state, RunState::done);
    EXPECT_NE(jobs_->scores(), nullptr);
}

TEST_P(ValueJobs, MakeLostScoresAgainByThemselves) {
    const value::Run made = run();
    std::filesystem::remove(folder_ / "scores" / (to_string(made.id) + ".scores"));
    jobs_ = std::make_unique<Jobs>(ports());
    jobs_->round();
    EXPECT_EQ(runs().size(), 1U) << "the data may be coming";
    jobs_->round();
    EXPECT_EQ(runs().size(), 2U);
    EXPECT_NE(jobs_->scores(), nullptr);
    jobs_->round();
    EXPECT_EQ(runs().size(), 2U);
}

TEST_P(ValueJobs, TryAgainTheNightAfterOneFailed) {
    question_.margin = 2;
    EXPECT_TRUE(jobs_->run_now("usr_1", {}).has_error());
    question_.margin = 1;
    jobs_->round();
    jobs_->round();
    EXPECT_EQ(runs().size(), 1U);
    clock_.set(clock_.now() + kMsPerDay);
    jobs_->round();
    EXPECT_EQ(runs().size(), 2U);
    EXPECT_EQ(runs().front().state, RunState::done);
}

TEST_P(ValueJobs, SweepAwayFilesOfNoRun) {
    test::must(files::make_folders(folder_ / "scores"));
    test::must(files::write_file(folder_ / "scores" / "vru_x.scores.new", "half"));
    run();
    EXPECT_FALSE(std::filesystem::exists(folder_ / "scores" / "vru_x.scores.new"));
}

}  // namespace
}  // namespace vafa::value
