#include <gtest/gtest.h>

#include "app/command_line_test_support.h"
#include "platform/files/whole_file.h"
#include "testing/places.h"

// The command line against data sets with worked results, where they lie beside the repository.
namespace vafa::app {
namespace {

namespace js = boost::json;

js::value read_json(const std::filesystem::path& path) {
    return json::parse(files::read_file(path).value()).value();
}

double number(const js::value& value) { return value.to_number<double>(); }

// [retained, eligible, rate] of expected.json against the window of a report.
void expect_window(const js::object& windows, const std::string& kind, const std::string& name,
                   const js::value& expected) {
    for (const auto& item : windows.at("windows").as_array()) {
        const auto& window = item.as_object();
        if (window.at("kind").as_string() != kind) continue;
        const std::string label = kind == "bracket"
                                      ? std::to_string(window.at("from").as_int64()) + "-" +
                                            std::to_string(window.at("to").as_int64())
                                      : std::to_string(window.at("days").as_int64());
        if (label != name) continue;
        EXPECT_EQ(window.at("retained").as_int64(), expected.at(0).as_int64()) << kind << name;
        EXPECT_EQ(window.at("eligible").as_int64(), expected.at(1).as_int64()) << kind << name;
        if (expected.as_array().size() < 3) return;
        if (expected.at(2).is_null())
            EXPECT_TRUE(window.at("rate").is_null()) << kind << name;
        else
            EXPECT_NEAR(number(window.at("rate")), number(expected.at(2)), 1e-6) << kind << name;
        return;
    }
    ADD_FAILURE() << "no window " << kind << " " << name;
}

void expect_windows(const js::object& windows, const std::string& kind, const js::value& expected) {
    for (const auto& [name, value] : expected.as_object()) {
        expect_window(windows, kind, std::string(name), value);
    }
}

void expect_basics(const js::object& data, const js::object& expected, double money_tolerance) {
    EXPECT_EQ(data.at("customers"), expected.at("customers"));
    EXPECT_EQ(data.at("purchases"), expected.at("purchase_days"));
    EXPECT_EQ(data.at("repeat_customers"), expected.at("repeaters"));
    EXPECT_EQ(data.at("first_day"), expected.at("first_day"));
    EXPECT_EQ(data.at("last_day"), expected.at("last_day"));
    EXPECT_NEAR(number(data.at("repeat_purchase_rate")),
                number(expected.at("repeat_purchase_rate")), 1e-6);
    EXPECT_NEAR(number(data.at("purchases_per_customer")),
                number(expected.at("purchase_frequency")), 1e-6);
    EXPECT_NEAR(number(data.at("revenue_minor")) / 100, number(expected.at("revenue")),
                money_tolerance);
    EXPECT_NEAR(number(data.at("average_purchase_value_minor")) / 100, number(expected.at("aov")),
                1e-3);
    for (const auto& [key, count] : expected.at("customers_by_purchase_days").as_object()) {
        const std::string ours = key == "10" ? "10+" : std::string(key);
        EXPECT_EQ(data.at("customers_by_purchases").as_object().at(ours), count) << ours;
    }
}

void expect_gaps(const js::object& data, const js::object& expected) {
    const auto& gaps = data.at("days_between_purchases").as_object();
    EXPECT_EQ(gaps.at("gaps"), expected.at("pooled_n"));
    EXPECT_NEAR(number(gaps.at("mean")), number(expected.at("pooled_mean")), 1e-6);
    EXPECT_NEAR(number(gaps.at("median")), number(expected.at("pooled_median")), 1e-9);
    EXPECT_NEAR(number(gaps.at("mean_of_customer_means")),
                number(expected.at("per_customer_mean_of_means")), 1e-6);
}

void expect_cohort(const js::object& cohorts, const std::string& period, const js::object& expected,
                   double money_tolerance) {
    for (const auto& item : cohorts.at("cohorts").as_array()) {
        if (item.at("period").as_string() != period) continue;
        EXPECT_EQ(item.at("size"), expected.at("size")) << period;
        const auto& cells = item.at("cells").as_array();
        for (std::size_t k = 0; k < expected.at("active").as_array().size(); ++k) {
            const auto& cell = cells.at(k).as_object();
            EXPECT_EQ(cell.at("customers"), expected.at("active").at(k)) << period << k;
            if (!expected.contains("unbounded")) continue;
            EXPECT_EQ(cell.at("unbounded_customers"), expected.at("unbounded").at(k)) << k;
            EXPECT_EQ(cell.at("purchases"), expected.at("orders").at(k)) << period << k;
            EXPECT_NEAR(number(cell.at("revenue_minor")) / 100,
                        number(expected.at("revenue").at(k)), money_tolerance)
                << period << k;
            EXPECT_NEAR(number(cell.at("nrr")), number(expected.at("nrr_vs_month0").at(k)), 1e-6);
        }
        return;
    }
    ADD_FAILURE() << "no cohort " << period;
}

class Published : public ::testing::Test {
protected:
    // Skips without the data; imports it otherwise.
    bool import(const std::string& set, const std::string& file,
                std::vector<std::string> options = {}) {
        const auto folder = test::shared_data(set);
        if (!folder) return false;
        expected_ = read_json(*folder / "expected.json").as_object();
        std::vector<std::string> arguments = {"import", "orders", (*folder / file).string(),
                                              "--data", store()};
        arguments.insert(arguments.end(), options.begin(), options.end());
        imported_ = run_json(std::move(arguments)).as_object();
        return true;
    }
    js::object report(const std::string& name, std::vector<std::string> options = {}) {
        options.insert(options.end(), {"--purchase", "day"});
        return report_data(store(), name, std::move(options));
    }
    std::string store() const { return (folder_ / "store").string(); }

    test::TempDir folder_;
    js::object expected_, imported_;
};

#define VAFA_IMPORT_OR_SKIP(...) \
    if (!import(__VA_ARGS__)) GTEST_SKIP() << "the data set is not beside the repository"

TEST_F(Published, RetentionToy) {
    VAFA_IMPORT_OR_SKIP("retention-toy", "orders.csv", {"--currency", "USD"});
    EXPECT_EQ(imported_.at("orders_added").as_int64(), 20);
    const auto summary = report("summary");
    expect_basics(summary, expected_.at("basic").as_object(), 1e-9);
    expect_gaps(summary, expected_.at("interpurchase_days").as_object());
    const auto& shares = expected_.at("concentration").as_object();
    const auto& ours = summary.at("concentration").as_object();
    EXPECT_NEAR(number(ours.at("top_10_percent_share")), number(shares.at("top10pct_share")), 1e-6);
    EXPECT_NEAR(number(ours.at("top_20_percent_share")), number(shares.at("top20pct_share")), 1e-6);
    EXPECT_NEAR(number(ours.at("gini")), number(shares.at("gini")), 1e-6);

    const auto windows = report("repurchase");
    expect_windows(windows, "exact", expected_.at("n_day_exact"));
    expect_windows(windows, "on_or_after", expected_.at("unbounded_on_or_after_n"));
    expect_windows(windows, "within", expected_.at("repurchase_within_n"));
    expect_windows(windows, "bracket", expected_.at("bracket_days"));
}

TEST_F(Published, RetentionToyClocks) {
    VAFA_IMPORT_OR_SKIP("retention-toy", "orders.csv", {"--currency", "USD"});
    const auto& values = expected_.at("day_n_by_clock_rule").at("values").as_object();
    const std::vector<std::pair<std::string, std::string>> clocks = {
        {"rolling", "rolling24h_exact"}, {"rolling_hour", "rolling24h_hour_floored"}};
    for (const auto& [clock, key] : clocks) {
        const auto windows =
            report_data(store(), "repurchase", {"--clock", clock, "--days", "1,7,30"});
        for (const auto* day : {"1", "7", "30"}) {
            expect_window(windows, "exact", day, values.at(day).at(key));
        }
    }
}

TEST_F(Published, RetentionToyCohortsAndPeriods) {
    VAFA_IMPORT_OR_SKIP("retention-toy", "orders.csv", {"--currency", "USD"});
    const auto cohorts = report("cohorts");
    for (const auto& [period, cohort] : expected_.at("calendar_month_cohorts").as_object()) {
        expect_cohort(cohorts, std::string(period), cohort.as_object(), 1e-9);
    }
    const auto rolling = report("cohorts", {"--kind", "rolling"});
    for (const auto& [period, cohort] :
         expected_.at("rolling_30d_cohorts_fully_matured").as_object()) {
        expect_cohort(rolling, std::string(period), cohort.as_object(), 1e-9);
    }
    const auto& monthly = expected_.at("monthly").as_object();
    const auto& following = expected_.at("month_over_month").as_object();
    const auto periods = report("periods");
    for (const auto& item : periods.at("periods").as_array()) {
        const auto period = std::string(item.at("period").as_string());
        const auto& wanted = monthly.at(period).as_object();
        for (const auto* key :
             {"customers", "new", "returning_before_period", "returning_any_earlier_order"}) {
            EXPECT_EQ(item.at(key), wanted.at(key)) << period << " " << key;
        }
        EXPECT_EQ(number(item.at("revenue_minor")) / 100, number(wanted.at("revenue")));
        EXPECT_EQ(number(item.at("revenue_from_repeat_orders_minor")) / 100,
                  number(wanted.at("revenue_from_repeat_orders")));
        if (!following.contains(period)) continue;
        const auto& next = following.at(period).as_object();
        EXPECT_EQ(item.at("retained_next"), next.at("retained_next")) << period;
        EXPECT_NEAR(number(item.at("nrr")), number(next.at("nrr")), 1e-6) << period;
        EXPECT_NEAR(number(item.at("grr")), number(next.at("grr")), 1e-6) << period;
    }
}

TEST_F(Published, RetentionToySurvivalAndRfm) {
    VAFA_IMPORT_OR_SKIP("retention-toy", "orders.csv", {"--currency", "USD"});
    const auto& km = expected_.at("km_time_to_second_purchase").as_object();
    const auto survival = report("survival", {"--days", "7,30,60,90"});
    EXPECT_EQ(survival.at("events"), km.at("events"));
    EXPECT_EQ(survival.at("censored"), km.at("censored"));
    EXPECT_EQ(number(survival.at("median_days")), number(km.at("median_days")));
    for (const auto& point : survival.at("survival").as_array()) {
        const auto& wanted = km.at("survival").at(std::to_string(point.at("days").as_int64()));
        EXPECT_NEAR(number(point.at("survival")), number(wanted.at(0)), 1e-6);
        EXPECT_NEAR(number(point.at("standard_error")), number(wanted.at(1)), 1e-6);
    }
    const auto& wanted = expected_.at("rfm_quintile").as_object();
    const auto rfm = report("rfm");
    EXPECT_EQ(rfm.at("reference_day"), wanted.at("reference_day"));
    for (std::size_t i = 0; i < 4; ++i) {
        const auto& thresholds = rfm.at("thresholds");
        const auto& theirs = wanted.at("thresholds");
        EXPECT_NEAR(number(thresholds.at("recency_days").at(i)),
                    number(theirs.at("recency_days").at(i)), 1e-6);
        EXPECT_NEAR(number(thresholds.at("frequency").at(i)), number(theirs.at("frequency").at(i)),
                    1e-6);
        EXPECT_NEAR(number(thresholds.at("monetary_minor").at(i)) / 100,
                    number(theirs.at("monetary").at(i)), 1e-6);
    }
    EXPECT_EQ(rfm.at("recency_counts"), wanted.at("R_counts"));
    EXPECT_EQ(rfm.at("frequency_counts"), wanted.at("F_counts"));
    EXPECT_EQ(rfm.at("monetary_counts"), wanted.at("M_counts"));
    for (const auto& cell : wanted.at("top_cells").as_array()) {
        EXPECT_EQ(rfm.at("cells").as_object().at(cell.at(0).as_string()), cell.at(1));
    }
}

TEST_F(Published, OnlineRetail) {
    VAFA_IMPORT_OR_SKIP("online-retail", "online_retail.csv.gz", {"--preset", "online-retail"});
    EXPECT_EQ(imported_.at("rows"), expected_.at("raw").at("rows"));
    EXPECT_EQ(imported_.at("rejected").as_int64(), 0);
    EXPECT_EQ(imported_.at("orders_added"), expected_.at("raw").at("invoices"));
    EXPECT_EQ(imported_.at("customers_added"), expected_.at("raw").at("customers_all"));
    const auto& metrics = expected_.at("metrics_on_clean").as_object();
    const auto summary = report("summary");
    EXPECT_EQ(summary.at("orders"), expected_.at("raw").at("clean").at("invoices"));
    expect_basics(summary, metrics.at("basic").as_object(), 0.5);
    expect_gaps(summary, metrics.at("interpurchase_days").as_object());
    expect_windows(report("repurchase"), "within", metrics.at("repurchase_within_n"));
    const auto cohorts = report("cohorts");
    expect_cohort(cohorts, "2010-12", metrics.at("cohort_2010_12").as_object(), 0.5);
    expect_cohort(cohorts, "2011-01", metrics.at("cohort_2011_01").as_object(), 0.5);
}

TEST_F(Published, CdnowSample) {
    VAFA_IMPORT_OR_SKIP("cdnow-sample", "CDNOW_sample.txt", {"--preset", "cdnow"});
    const auto& setup = expected_.at("setup").as_object();
    EXPECT_EQ(imported_.at("rows"), setup.at("raw_rows"));
    EXPECT_EQ(imported_.at("orders_added"), setup.at("raw_rows"));
    const auto all = report("summary");
    EXPECT_EQ(all.at("customers"), setup.at("customers"));
    EXPECT_EQ(all.at("purchases"), setup.at("purchase_days"));
    const auto calibration = report("summary", {"--to", "1997-09-30"});
    EXPECT_EQ(calibration.at("customers"), setup.at("customers"));
    EXPECT_EQ(calibration.at("purchases").as_int64() - calibration.at("customers").as_int64(),
              setup.at("sum_x").as_int64());
    EXPECT_EQ(calibration.at("customers_by_purchases").at("1"), setup.at("zero_repeaters"));
}

TEST_F(Published, Grocery) {
    VAFA_IMPORT_OR_SKIP("grocery", "grocery_elog.csv");
    EXPECT_EQ(imported_.at("rows").as_int64(), 10'483);
    EXPECT_EQ(imported_.at("orders_added").as_int64(), 10'483);
    const auto summary = report("summary");
    EXPECT_EQ(summary.at("customers").as_int64(), 1'525);
    EXPECT_EQ(summary.at("first_day").as_string(), "2006-01-01");
    EXPECT_EQ(summary.at("last_day").as_string(), "2007-12-30");
    EXPECT_EQ(summary.at("revenue_minor").as_int64(), 0);
    const auto held_out = report("summary", {"--from", "2007-01-01"});
    EXPECT_EQ(held_out.at("purchases"), expected_.at("actual_holdout_total"));
}

}  // namespace
}  // namespace vafa::app
