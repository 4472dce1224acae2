// `vafa import list` and `vafa import undo`, as typed.
#include <fstream>

#include "app/command_line_test_support.h"
#include "testing/places.h"

namespace vafa::app {
namespace {

constexpr const char* kHeader = "order id,created at,email,customer name,total,currency,product\n";

class ImportsCommand : public ::testing::Test {
protected:
    std::string store(const std::string& name = "store") { return (folder_ / name).string(); }
    // Orders first … last; every third customer buys again.
    std::string file(const std::string& name, int first, int last) {
        const std::string path = (folder_ / name).string();
        std::ofstream out(path);
        out << kHeader;
        for (int i = first; i <= last; ++i) {
            const std::string c = std::to_string(i % 40);
            out << "A-" << i << ",2025-0" << 1 + i % 9 << "-1" << i % 10 << ",c" << c
                << "@example.com,C " << c << "," << 10 + i % 7 << ",EUR,p" << i % 5 << "\n";
        }
        out << "A-" << last + 1 << ",never,x@example.com,X,1,EUR,p\n";
        return path;
    }
    std::string import(const std::string& path, const std::string& into) {
        return std::string(
            run_json({"import", "orders", path, "--data", into}).at("import").as_string());
    }
    boost::json::array list(const std::string& of) {
        return run_json({"import", "list", "--data", of}).as_array();
    }
    std::string reports(const std::string& of) {
        std::string all;
        for (const auto& name : metrics_report_names()) {
            const Ran ran = run({"report", name, "--data", of, "--as-of", "2025-12-31",
                                 "--purchase", "day", "--format", "json"});
            EXPECT_EQ(ran.exit_code, 0) << name << ran.err;
            all += ran.out;
        }
        return all;
    }

private:
    test::TempDir folder_;
};

TEST_F(ImportsCommand, UndoLeavesAStoreThatReportsAsIfTheImportNeverCame) {
    const std::string first = file("first.csv", 1, 90), second = file("second.csv", 50, 140);
    const std::string undone = import(first, store());
    import(second, store());
    import(second, store("never"));
    const auto result = run_json({"import", "undo", undone, "--data", store()});
    EXPECT_EQ(result.at("orders_removed").as_int64(), 49);
    EXPECT_EQ(reports(store()), reports(store("never")));
    EXPECT_EQ(run({"doctor", "--data", store()}).exit_code, 0)
        << run({"doctor", "--data", store()}).out;

    const auto imports = list(store());
    ASSERT_EQ(imports.size(), 2U);
    EXPECT_EQ(imports[1].at("id").as_string(), undone);
    EXPECT_EQ(imports[1].at("state").as_string(), "undone");
    EXPECT_EQ(imports[0].at("state").as_string(), "done");
    EXPECT_EQ(imports[0].at("rejected").as_int64(), 1);
    EXPECT_EQ(imports[0].at("files").as_array()[0].as_string(), "second.csv");

    const auto again = run_json({"import", "orders", first, "--data", store()});
    EXPECT_EQ(again.at("orders_added").as_int64(), 49);
}

TEST_F(ImportsCommand, UndoOfEverythingLeavesAnEmptyStoreInAnyCurrency) {
    const std::string orders = file("orders.csv", 1, 20);
    const std::string only = import(orders, store());
    EXPECT_EQ(run({"import", "undo", only, "--data", store()}).exit_code, 0);
    std::ofstream(orders) << kHeader << "A-1,2025-01-10,a@example.com,A,5,USD,p\n";
    EXPECT_EQ(run({"import", "orders", orders, "--data", store()}).exit_code, 0);
}

TEST_F(ImportsCommand, SaysWhatCannotBeUndone) {
    const std::string only = import(file("orders.csv", 1, 5), store());
    const auto undo = [&](const std::string& id, const std::string& data) {
        return run({"import", "undo", id, "--data", data});
    };
    EXPECT_NE(undo("imp_0000000000001", store()).err.find("no such import"), std::string::npos);
    EXPECT_NE(undo("nonsense", store()).err.find("no such import"), std::string::npos);
    EXPECT_EQ(undo(only, store("nowhere")).exit_code, kExitFailed);
    EXPECT_EQ(undo(only, store()).exit_code, 0);
    EXPECT_NE(undo(only, store()).err.find("taken back already"), std::string::npos);
}

TEST_F(ImportsCommand, ListsInThreeLanguages) {
    import(file("orders.csv", 1, 5), store());
    EXPECT_NE(run({"import", "list", "--data", store()}).out.find("orders.csv"), std::string::npos);
    EXPECT_NE(run({"import", "list", "--data", store()}, i18n::Locale::fa)
                  .out.find("انجام‌شده"),
              std::string::npos);
    EXPECT_NE(run({"import", "list", "--data", store()}, i18n::Locale::ru).out.find("готов"),
              std::string::npos);
}

}  // namespace
}  // namespace vafa::app
