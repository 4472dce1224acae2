#include <gtest/gtest.h>

#include "app/command_line_test_support.h"
#include "app/demo/generate.h"
#include "testing/places.h"
#include "testing/results.h"
#include "value/scores.h"

// The value models through the command line, against their published tables. Sources stand beside
// the same numbers in src/models/*_test.cpp.
namespace vafa::app {
namespace {

namespace js = boost::json;

double number(const js::value& value) { return value.to_number<double>(); }

class PublishedModels : public testing::Test {
protected:
    bool import(const std::string& set, const std::string& file,
                std::vector<std::string> options = {}) {
        const auto folder = test::shared_data(set);
        if (!folder) return false;
        std::vector<std::string> arguments = {"import", "orders", (*folder / file).string(),
                                              "--data", store()};
        arguments.insert(arguments.end(), options.begin(), options.end());
        run_json(std::move(arguments));
        return true;
    }
    js::object models(std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), "models");
        arguments.insert(arguments.end(), {"--data", store()});
        return run_json(std::move(arguments)).as_object();
    }
    js::object fit(const std::string& model, const std::string& end) {
        return models({"fit", "--model", model, "--calibration-end", end});
    }
    static void expect_parameters(const js::object& fit,
                                  const std::map<std::string, double>& expected) {
        for (const auto& [name, value] : expected)
            EXPECT_NEAR(number(fit.at("parameters").at(name)), value, 1e-3) << name;
        EXPECT_TRUE(fit.at("converged").as_bool());
        EXPECT_TRUE(fit.at("warnings").as_array().empty());
    }
    std::string store() const { return (folder_ / "store").string(); }

    test::TempDir folder_;
};

#define VAFA_IMPORT_OR_SKIP(...) \
    if (!import(__VA_ARGS__)) GTEST_SKIP() << "the data set is not beside the repository"

TEST_F(PublishedModels, Cdnow) {
    VAFA_IMPORT_OR_SKIP("cdnow-sample", "CDNOW_sample.txt", {"--preset", "cdnow"});
    const auto bg = fit("bgnbd", "1997-09-30");
    expect_parameters(bg, {{"r", 0.2426}, {"alpha", 4.4136}, {"a", 0.7929}, {"b", 2.4259}});
    EXPECT_NEAR(number(bg.at("log_likelihood")), -9582.4292, 0.01);
    EXPECT_EQ(bg.at("customers").as_int64(), 2357);
    const auto pareto = fit("paretonbd", "1997-09-30");
    expect_parameters(pareto, {{"r", 0.553}, {"alpha", 10.578}, {"s", 0.606}, {"beta", 11.669}});
    EXPECT_NEAR(number(pareto.at("standard_errors").at("beta")), 6.2105, 0.02);

    const auto compared =
        models({"compare", "--calibration-end", "1997-09-30", "--holdout-end", "1998-06-30"});
    const std::map<std::string, double> totals = {
        {"paretonbd", 1666}, {"bgnbd", 1653}, {"mbgnbd", 1577}};
    for (const auto& one : compared.at("models").as_array()) {
        const auto found = totals.find(std::string(one.at("fit").at("model").as_string()));
        EXPECT_EQ(number(one.at("judgement").at("actual")), 1882);
        if (found != totals.end()) {
            EXPECT_NEAR(number(one.at("judgement").at("expected")), found->second, 1);
        }
    }
    const auto& week = compared.at("weeks").at(24);
    EXPECT_EQ(number(week.at("actual_cumulative")), 1672);
}

TEST_F(PublishedModels, CdnowsCustomer1516) {
    VAFA_IMPORT_OR_SKIP("cdnow-sample", "CDNOW_sample.txt", {"--preset", "cdnow"});
    const auto answer = models({"predict", "--model", "bgnbd", "--calibration-end", "1997-09-30",
                                "--horizon", "52", "--all"});
    int found = 0;
    for (const auto& customer : answer.at("customers").as_array()) {
        if (number(customer.at("x")) != 26) continue;
        ++found;
        EXPECT_NEAR(number(customer.at("t_x")), 30.857143, 1e-6);
        EXPECT_EQ(number(customer.at("T")), 31);
        EXPECT_NEAR(number(customer.at("p_alive").at("value")), 0.9688523, 1e-4);
        const auto& purchases = customer.at("expected_purchases");
        EXPECT_NEAR(number(purchases.at("value")), 25.757, 1e-3);
        EXPECT_LT(number(purchases.at("low")), 20);
        EXPECT_GT(number(purchases.at("high")), 31);
        const auto again =
            models({"predict", "--model", "bgnbd", "--calibration-end", "1997-09-30", "--horizon",
                    "52", "--customer", std::string(customer.at("customer").as_string())});
        EXPECT_EQ(again.at("customers").at(0), customer);
    }
    EXPECT_EQ(found, 1);
    EXPECT_EQ(answer.at("spend").at("customers").as_int64(), 946);
    EXPECT_NEAR(number(answer.at("spend").at("parameters").at("p")), 6.25, 0.005);
}

TEST_F(PublishedModels, GroceryIsBoughtRegularly) {
    VAFA_IMPORT_OR_SKIP("grocery", "grocery_elog.csv");
    const auto found = fit("mbgcnbdk", "2006-12-31");
    EXPECT_EQ(found.at("k").as_int64(), 2);
    expect_parameters(found, {{"r", 1.329}, {"alpha", 2.813}, {"a", 0.425}, {"b", 0.790}});
    EXPECT_NEAR(number(found.at("log_likelihood")), -14978, 0.5);
}

TEST_F(PublishedModels, OnlineRetailHasNoDropOut) {
    VAFA_IMPORT_OR_SKIP("online-retail", "online_retail.csv.gz", {"--preset", "online-retail"});
    const auto nbd = fit("nbd", "2011-08-31");
    EXPECT_NEAR(number(nbd.at("log_likelihood")), -21755.348, 0.01);
    const auto found = fit("paretonbd", "2011-08-31");
    const auto& warnings = found.at("warnings").as_array();
    EXPECT_NE(std::find(warnings.begin(), warnings.end(), js::value("no_dropout")), warnings.end());
}

// The made-up store knows its own truth; weeks, where its parameters are of days.
TEST_F(PublishedModels, PlainDemoHasItsParametersInsideTheIntervals) {
    const Ran made =
        run({"demo", "--data", store(), "--plain", "--market", "europe", "--customers", "3000"});
    ASSERT_EQ(made.exit_code, 0) << made.err;
    const auto scores = models({"score", "--model", "paretonbd"});
    const auto inside = [](const js::value& fit, const char* name, double truth) {
        const double value = number(fit.at("parameters").at(name));
        const double error = number(fit.at("standard_errors").at(name));
        EXPECT_NEAR(value, truth, 1.645 * error) << name;  // 90 %
        EXPECT_LT(error, truth / 2) << name << ": an interval that says something";
    };
    const demo::PlainParameters truth = demo::plain_parameters(demo::Market::europe);
    const auto& fit = scores.at("fit");
    inside(fit, "r", truth.r);
    inside(fit, "alpha", truth.alpha_days / 7);
    inside(fit, "s", truth.s);
    inside(fit, "beta", truth.beta_days / 7);
    const auto& spend = scores.at("spend");
    inside(spend, "p", truth.p);
    inside(spend, "q", truth.q);
    inside(spend, "v", truth.v * truth.spend_scale);
}

TEST_F(PublishedModels, RunsAreKept) {
    VAFA_IMPORT_OR_SKIP("cdnow-sample", "CDNOW_sample.txt", {"--preset", "cdnow"});
    const auto kept = models({"run"});
    EXPECT_EQ(kept.at("run").at("state"), "done");
    EXPECT_EQ(kept.at("run").at("customers"), 2357);
    EXPECT_EQ(kept.at("summary").at("comparison").at("models").as_array().size(), 5U);
    const auto file = folder_.path() / "store" / "scores" /
                      (std::string(kept.at("run").at("id").as_string()) + ".scores");
    EXPECT_EQ(test::must(vafa::value::Scores::open(file))->rows().size(), 2357U);
    const Ran again = run({"models", "run", "--data", store()});
    EXPECT_EQ(again.exit_code, 0) << again.err;
}

TEST_F(PublishedModels, MistakesAreNamed) {
    VAFA_IMPORT_OR_SKIP("retention-toy", "orders.csv", {"--currency", "USD"});
    const auto fails = [&](std::vector<std::string> arguments, const std::string& said) {
        arguments.insert(arguments.begin(), "models");
        arguments.insert(arguments.end(), {"--data", store()});
        const Ran ran = run(std::move(arguments));
        EXPECT_NE(ran.exit_code, 0);
        EXPECT_NE(ran.err.find(said), std::string::npos) << ran.err;
    };
    fails({"fit", "--model", "psychic"}, "psychic");
    fails({"fit", "--period", "fortnight"}, "fortnight");
    fails({"fit", "--model", "nbd", "--calibration-end", "someday"}, "someday");
    fails({"predict", "--model", "nbd"}, "--all");
    fails({"predict", "--model", "nbd", "--customer", "nobody"}, "customer");
    const Ran table = run({"models", "fit", "--model", "nbd", "--data", store()});
    EXPECT_EQ(table.exit_code, 0) << table.err;
    EXPECT_NE(table.out.find("alpha"), std::string::npos);
    const Ran csv = run(
        {"models", "predict", "--all", "--model", "mbgnbd", "--data", store(), "--format", "csv"});
    EXPECT_EQ(csv.exit_code, 0) << csv.err;
    EXPECT_NE(csv.out.find("p_alive,p_alive_low,p_alive_high"), std::string::npos) << csv.out;
    EXPECT_EQ(std::count(csv.out.begin(), csv.out.end(), '\n'), 9);  // a head, eight customers
    for (const char* action : {"compare", "score"}) {
        const Ran ran = run({"models", action, "--data", store()});
        EXPECT_EQ(ran.exit_code, 0) << ran.err;
    }
}

}  // namespace
}  // namespace vafa::app
