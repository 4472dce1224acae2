#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <unistd.h>

#include "app/command_line_test_support.h"
#include "app/schema.h"
#include "platform/files/lock.h"
#include "platform/files/whole_file.h"
#include "platform/sql/sql.h"
#include "testing/golden.h"
#include "testing/places.h"
#include "testing/results.h"
#include "testing/test_db.h"

// What a person at a terminal meets.
namespace vafa::app {
namespace {

namespace fs = std::filesystem;
using test::must;

class CommandLine : public ::testing::Test {
protected:
    std::string store() const { return (folder_ / "store").string(); }

    std::string write(const std::string& name, const std::string& text) {
        must(files::write_file(folder_ / name, text));
        return (folder_ / name).string();
    }
    // Six orders of three customers.
    std::string orders() {
        return write("orders.csv",
                     "order,customer,date,amount,status\n"
                     "1,ann,2024-01-05,10.00,completed\n2,bob,2024-01-09,20.00,completed\n"
                     "3,ann,2024-02-05,30.00,completed\n4,eve,2024-02-20,5.00,cancelled\n"
                     "5,eve,2024-03-01,40.00,completed\n6,ann,2024-03-31,15.50,completed\n");
    }
    Ran import(const std::string& file, std::vector<std::string> more = {}) {
        std::vector<std::string> arguments = {"import", "orders",     file, "--data",
                                              store(),  "--currency", "EUR"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(std::move(arguments));
    }
    std::string summary() { return report_text("summary"); }
    std::string report_text(const std::string& name) {
        const Ran ran = run({"report", name, "--data", store(), "--format", "json"});
        EXPECT_EQ(ran.exit_code, 0) << ran.err;
        return ran.out;
    }

    test::TempDir folder_;
};

TEST_F(CommandLine, ImportsAndReports) {
    const auto imported =
        run_json({"import", "orders", orders(), "--data", store(), "--currency", "EUR"})
            .as_object();
    EXPECT_EQ(imported.at("rows").as_int64(), 6);
    EXPECT_EQ(imported.at("orders_added").as_int64(), 6);
    EXPECT_EQ(imported.at("customers_added").as_int64(), 3);
    EXPECT_EQ(imported.at("currency").as_string(), "EUR");
    EXPECT_EQ(imported.at("first_day").as_string(), "2024-01-05");
    const auto data = report_data(store(), "summary");
    EXPECT_EQ(data.at("customers").as_int64(), 3);
    EXPECT_EQ(data.at("orders").as_int64(), 5);
    EXPECT_EQ(data.at("revenue_minor").as_int64(), 11'550);
}

TEST_F(CommandLine, TheSameFileTwiceChangesNothing) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    const std::string before = summary();
    const auto again = run_json({"import", "orders", orders(), "--data", store()}).as_object();
    EXPECT_EQ(again.at("orders_added").as_int64(), 0);
    EXPECT_EQ(again.at("orders_unchanged").as_int64(), 6);
    EXPECT_EQ(summary(), before);
}

TEST_F(CommandLine, DryRunLeavesTheStoreAsItWas) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    const std::string before = summary();
    const std::string more = write("more.csv", "order,customer,date,amount\n9,zoe,2024-05-01,1\n");
    EXPECT_EQ(import(more, {"--dry-run"}).exit_code, 0);
    EXPECT_EQ(summary(), before);
}

TEST_F(CommandLine, EveryReportPrintsInEveryLanguageAndFormat) {
    ASSERT_EQ(run({"demo", "--data", store(), "--customers", "150"}).exit_code, 0);
    for (const auto& name : metrics_report_names()) {
        for (const auto locale : {i18n::Locale::en, i18n::Locale::fa, i18n::Locale::ru}) {
            const Ran table = run({"report", name, "--data", store()}, locale);
            EXPECT_EQ(table.exit_code, 0) << name << table.err;
            for (const auto* unknown :
                 {"report.", "kind.", "rfm.", "claim.", "metrics.", "stage."}) {
                EXPECT_EQ(table.out.find(unknown), std::string::npos) << name << table.out;
            }
        }
        const Ran csv = run({"report", name, "--data", store(), "--format", "csv"});
        EXPECT_EQ(csv.exit_code, 0) << name << csv.err;
        EXPECT_NE(csv.out.find("\r\n"), std::string::npos) << name;
    }
}

TEST_F(CommandLine, BreakdownPartsAddUpToTheWhole) {
    ASSERT_EQ(run({"demo", "--data", store(), "--customers", "200"}).exit_code, 0);
    for (const auto* by :
         {"first_product", "first_category", "first_coupon", "city", "country", "source"}) {
        const auto report = run_json({"report", "summary", "--data", store(), "--break", by});
        std::int64_t customers = 0, revenue = 0;
        for (const auto& part : report.at("breakdown").as_array()) {
            customers += part.at("data").at("customers").as_int64();
            revenue += part.at("data").at("revenue_minor").as_int64();
        }
        EXPECT_EQ(customers, report.at("data").at("customers").as_int64()) << by;
        EXPECT_EQ(revenue, report.at("data").at("revenue_minor").as_int64()) << by;
        EXPECT_GT(report.at("breakdown").as_array().size(), 0U) << by;
    }
}

TEST_F(CommandLine, ProductsAreShownByTheirTitles) {
    ASSERT_EQ(run({"demo", "--data", store(), "--customers", "150"}).exit_code, 0);
    const Ran table = run({"report", "products", "--data", store()});
    EXPECT_NE(table.out.find("Arabica coffee, 250 g"), std::string::npos) << table.out;
    EXPECT_EQ(table.out.find("C-101"), std::string::npos);
    EXPECT_NE(run({"report", "products", "--data", store(), "--format", "json"}).out.find("C-101"),
              std::string::npos);
}

TEST_F(CommandLine, TheDemoGoesWholeAndLeavesTheRest) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    const std::string before = summary();
    const std::string cohorts = report_text("cohorts");
    ASSERT_EQ(run({"demo", "--data", store(), "--customers", "60"}).exit_code, 0);
    EXPECT_NE(summary(), before);
    EXPECT_EQ(run({"demo", "--data", store(), "--customers", "60"}).exit_code, kExitFailed);
    ASSERT_EQ(run({"demo", "--data", store(), "--remove"}).exit_code, 0);
    EXPECT_EQ(summary(), before);
    EXPECT_EQ(report_text("cohorts"), cohorts);
    EXPECT_EQ(run({"doctor", "--data", store()}).exit_code, 0);
}

TEST_F(CommandLine, TheSnapshotIsOnlyACache) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    const std::string before = summary();
    const fs::path snapshot = fs::path(store()) / "timeline.snapshot";
    ASSERT_TRUE(fs::remove(snapshot));
    EXPECT_EQ(summary(), before);
    EXPECT_TRUE(fs::exists(snapshot));
    must(files::write_file(snapshot, "not a snapshot"));
    EXPECT_EQ(summary(), before);
}

TEST_F(CommandLine, ADamagedHistoryIsNamed) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    must(files::write_file(fs::path(store()) / "history.duckdb", std::string(8192, 'x')));
    const Ran doctor = run({"doctor", "--data", store()});
    EXPECT_EQ(doctor.exit_code, kExitFailed);
    EXPECT_NE(doctor.out.find("✗ History"), std::string::npos) << doctor.out;
}

TEST_F(CommandLine, AnotherOwnerOfTheFolderIsNamed) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    const auto lock = must(files::FileLock::exclusive(fs::path(store()) / "lock"));
    const Ran ran = import(orders());
    EXPECT_EQ(ran.exit_code, kExitFailed);
    EXPECT_NE(ran.err.find(std::to_string(getpid())), std::string::npos) << ran.err;
}

TEST_F(CommandLine, SettingsAreAllOrNone) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    const Ran wrong =
        run({"settings", "--data", store(), "calendar=persian", "time_zone=Mars/One"});
    EXPECT_EQ(wrong.exit_code, kExitFailed);
    EXPECT_EQ(run_json({"settings", "--data", store()}).at("calendar").as_string(), "gregorian");
    ASSERT_EQ(run({"settings", "--data", store(), "calendar=persian", "first_weekday=saturday",
                   "time_zone=Asia/Tehran"})
                  .exit_code,
              0);
    const auto cohorts = report_data(store(), "cohorts");
    EXPECT_EQ(cohorts.at("cohorts").at(0).at("period").as_string(), "1402-10");
}

TEST_F(CommandLine, UnknownNamesSuggestTheNearest) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    const auto said = [](const Ran& ran) {
        EXPECT_NE(ran.exit_code, 0);
        return ran.err;
    };
    EXPECT_NE(said(run({"reprot", "summary"})).find("report"), std::string::npos);
    EXPECT_NE(said(run({"report", "sumary", "--data", store()})).find("summary"),
              std::string::npos);
    EXPECT_NE(
        said(run({"report", "summary", "--data", store(), "--form", "2024-01-01"})).find("--from"),
        std::string::npos);
    EXPECT_NE(said(run({"settings", "--data", store(), "curency=EUR"})).find("currency"),
              std::string::npos);
    EXPECT_NE(said(import(orders(), {"--preset", "shopfy"})).find("shopify"), std::string::npos);
    EXPECT_NE(said(import(orders(), {"--map", "custmer=customer"})).find("customer"),
              std::string::npos);
}

TEST_F(CommandLine, HelpSpeaksTheThreeLanguages) {
    for (const auto& command :
         std::vector<std::vector<std::string>>{{"--help"},
                                               {"import", "orders", "--help"},
                                               {"report", "--help"},
                                               {"demo", "--help"},
                                               {"settings", "--help"},
                                               {"doctor", "--help"},
                                               {"export", "events", "--help"}}) {
        const Ran en = run(command, i18n::Locale::en);
        EXPECT_EQ(en.exit_code, 0);
        EXPECT_EQ(en.out.find("cli."), std::string::npos) << en.out;
        EXPECT_NE(run(command, i18n::Locale::fa).out, en.out);
        EXPECT_NE(run(command, i18n::Locale::ru).out, en.out);
    }
}

TEST_F(CommandLine, EventsAreExported) {
    ASSERT_EQ(import(orders()).exit_code, 0);
    const std::string csv = (folder_ / "events.csv").string();
    ASSERT_EQ(
        run({"export", "events", "--data", store(), "--format", "csv", "--output", csv}).exit_code,
        0);
    const std::string text = must(files::read_file(csv));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 7);  // a head and six events
    EXPECT_NE(text.find("pro_"), std::string::npos);
    const std::string parquet = (folder_ / "events.parquet").string();
    ASSERT_EQ(run({"export", "events", "--data", store(), "--output", parquet}).exit_code, 0);
    EXPECT_TRUE(must(files::read_file(parquet)).starts_with("PAR1"));
}

TEST_F(CommandLine, NoStoreIsSaidSo) {
    const Ran ran = run({"report", "summary", "--data", store()});
    EXPECT_EQ(ran.exit_code, kExitFailed);
    EXPECT_NE(ran.err.find(store()), std::string::npos);
    EXPECT_FALSE(fs::exists(store()));
}

class Schema : public test::SqlTest {
protected:
    void SetUp() override { open(); }
};
VAFA_ON_EVERY_DATABASE(Schema);

TEST_P(Schema, IsTheOneInTheRepository) {
    must(sql::migrate(db(), all_migrations()));
    const std::string name = db().dialect() == sql::Dialect::sqlite ? "sqlite" : "postgres";
    must(db().read([&](sql::Session& session) -> Result<void> {
        test::expect_golden(sql::dump_schema(session), "db/schema." + name + ".sql");
        return {};
    }));
}

}  // namespace
}  // namespace vafa::app
