#include "ingest/import_orders.h"

#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "ingest/test_store.h"

namespace vafa::ingest {
namespace {

namespace fs = std::filesystem;
using test::expect_error;
using test::must;

bool has_note(const ImportResult& result, std::string_view key) {
    return std::any_of(result.notes.begin(), result.notes.end(),
                       [&](const Note& note) { return note.key == key; });
}

std::string content_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

constexpr const char* kOrders =
    "order_id,customer,ordered_at,amount,currency,status\n"
    "1,ann,2024-01-05 10:00,10.00,EUR,completed\n"
    "2,bob,2024-01-06 11:00,20.00,EUR,completed\n"
    "3,ann,2024-02-01 12:00,30.00,EUR,cancelled\n"
    "4,,2024-02-03 12:00,5.00,EUR,completed\n";

TEST(ImportOrders, CountsWhatItBrought) {
    TestStore store;
    const auto result = must(store.import(kOrders));
    EXPECT_EQ(result.rows, 4);
    EXPECT_EQ(result.orders_added, 4);
    EXPECT_EQ(result.customers_added, 2);
    EXPECT_EQ(result.anonymous_orders, 1);
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.rejected_file, "");
    EXPECT_EQ(result.currency.code, "EUR");
    EXPECT_EQ(result.revenue_minor, 3500);
    EXPECT_EQ(result.median_order_minor, 1000);
    EXPECT_EQ(result.largest_order_minor, 2000);
    EXPECT_EQ(day_label(CalendarKind::gregorian, *result.first_day), "2024-01-05");
    EXPECT_EQ(day_label(CalendarKind::gregorian, *result.last_day), "2024-02-03");
    EXPECT_EQ(store.events(), 4U);
    EXPECT_TRUE(fs::is_empty(store.imports())) << "staging is removed";
}

TEST(ImportOrders, TheSameFileTwiceChangesNothing) {
    TestStore store;
    must(store.import(kOrders));
    const auto again = must(store.import(kOrders));
    EXPECT_EQ(again.orders_added, 0);
    EXPECT_EQ(again.orders_updated, 0);
    EXPECT_EQ(again.orders_unchanged, 4);
    EXPECT_EQ(again.customers_added, 0);
}

TEST(ImportOrders, AChangedRowUpdatesItsOrder) {
    TestStore store;
    must(store.import(kOrders));
    std::string changed = kOrders;
    changed.replace(changed.find("20.00"), 5, "25.00");
    const auto result = must(store.import(changed));
    EXPECT_EQ(result.orders_updated, 1);
    EXPECT_EQ(result.orders_unchanged, 3);
}

TEST(ImportOrders, WithoutOrderNumbersEqualRowsAreSoManyOrdersAndOnlyOnce) {
    TestStore store;
    const std::string rows =
        "customer,ordered_at,amount\na,2024-01-01,5\na,2024-01-01,5\nb,2024-01-02,7\n";
    const auto first = must(store.import(rows));
    EXPECT_EQ(first.orders_added, 3);
    EXPECT_EQ(first.revenue_minor, 1700);
    EXPECT_EQ(must(store.import(rows)).orders_unchanged, 3);
    const auto file = store.file("a.csv", rows);
    const auto twice = must(import_orders(store.deps(), store.request({file, file})));
    EXPECT_EQ(twice.orders, 3);
    EXPECT_EQ(twice.orders_unchanged, 3);
}

TEST(ImportOrders, AStatusMayChangeInAFileWithoutOrderNumbers) {
    TestStore store;
    must(store.import("customer,ordered_at,amount,status\na,2024-01-01,5,pending\n"));
    const auto result =
        must(store.import("customer,ordered_at,amount,status\na,2024-01-01,5,completed\n"));
    EXPECT_EQ(result.orders_updated, 1);
    EXPECT_EQ(result.orders_added, 0);
}

TEST(ImportOrders, BadRowsAreSetAsideWithTheirReason) {
    TestStore store;
    const auto result = must(store.import(
        "order,customer,ordered_at,amount\n1,a,2024-01-01,5\n2,a,yesterday,5\n"
        "3,a,2024-01-03,12,50\n=4,a,2024-01-04,five\n5,a,2024-01-05,6\n6,a,2024-01-06,7\n"
        "7,a,2024-01-07,8\n"));
    EXPECT_EQ(result.rows, 7);
    EXPECT_EQ(result.rejected, 3);
    EXPECT_EQ(result.orders_added, 4);
    EXPECT_EQ(content_of(result.rejected_file),
              "\xEF\xBB\xBF\"file\",\"line\",\"field\",\"reason\",\"row\"\r\n"
              "\"orders.csv\",3,\"ordered_at\",\"row.bad_date\",\"2,a,yesterday,5\"\r\n"
              "\"orders.csv\",4,\"\",\"row.too_many_cells\",\"3,a,2024-01-03,12,50\"\r\n"
              "\"orders.csv\",5,\"amount\",\"row.bad_number\",\"'=4,a,2024-01-04,five\"\r\n");
    ASSERT_EQ(result.rejected_samples.size(), 3U);
    EXPECT_EQ(result.rejected_samples[0].line, 3U);
}

TEST(ImportOrders, MoreThanHalfBadImportsNothing) {
    TestStore store;
    const auto result = store.import("customer,ordered_at\na,x\nb,y\nc,2024-01-01\n");
    expect_error(result, "error.import_mostly_bad");
    EXPECT_EQ(result.error().field, "ordered_at");
    EXPECT_EQ(store.events(), 0U);
    EXPECT_TRUE(must(unfinished_imports(store.deps())).empty());
}

TEST(ImportOrders, ADryRunTellsAllAndWritesNothing) {
    TestStore store;
    auto request = store.request({store.file("orders.csv", std::string(kOrders) + "5,x,no,1,,\n")});
    request.dry_run = true;
    const auto result = must(import_orders(store.deps(), request));
    EXPECT_EQ(result.rows, 5);
    EXPECT_EQ(result.orders, 4);
    EXPECT_EQ(result.orders_added, 0);
    EXPECT_EQ(result.revenue_minor, 3500);
    EXPECT_EQ(result.rejected, 1);
    EXPECT_EQ(result.rejected_file, "");
    EXPECT_FALSE(result.columns.empty());
    EXPECT_EQ(store.events(), 0U);
    EXPECT_FALSE(fs::exists(store.imports()));
}

// Ids may repeat from a seed; what passes through the system's folder for such must not.
TEST(ImportOrders, DryRunsOfTheSameIdsAtOneMomentDoNotMeet) {
    const auto dry = [](TestStore& store, const ImportWatch& watch) {
        auto request = store.request({store.file("orders.csv", kOrders)});
        request.dry_run = true;
        return must(import_orders(store.deps(), request, watch)).orders;
    };
    int others = 0;
    const auto another = [&] {
        TestStore same_seed;
        EXPECT_EQ(dry(same_seed, {}), 4);
        ++others;
        return false;
    };
    TestStore store;
    EXPECT_EQ(dry(store, {.progress = {}, .cancelled = another}), 4);
    EXPECT_GT(others, 0);
}

TEST(ImportOrders, SaysWhatItGuessed) {
    TestStore store;
    const auto result = must(store.import("cust;date\n1;2006-01-01\n2;2006-01-01\n"));
    EXPECT_TRUE(has_note(result, "import.note_no_status"));
    EXPECT_TRUE(has_note(result, "import.note_no_currency"));
    EXPECT_TRUE(has_note(result, "import.note_no_order"));
    EXPECT_TRUE(has_note(result, "import.note_no_amount"));
    EXPECT_TRUE(has_note(result, "import.note_dates_without_time"));
    EXPECT_EQ(result.columns, (std::vector<ColumnUse>{{"orders.csv", "customer", "cust"},
                                                      {"orders.csv", "ordered_at", "date"}}));
    EXPECT_EQ(result.notes[0],
              (Note{"import.note_delimiter", {{"file", "orders.csv"}, {"delimiter", ";"}}}));
}

TEST(ImportOrders, AnUnknownStatusCountsAndIsListed) {
    TestStore store;
    const auto result =
        must(store.import("customer,ordered_at,amount,status\na,2024-01-01,5,half-baked\n"));
    EXPECT_EQ(result.revenue_minor, 500);
    const auto note = std::find_if(result.notes.begin(), result.notes.end(), [](const Note& n) {
        return n.key == "import.note_unknown_status";
    });
    ASSERT_NE(note, result.notes.end());
    EXPECT_EQ(note->params[1].second, "half-baked (1)");
}

TEST(ImportOrders, TomanBecomesRialAtTheDoor) {
    TestStore store;
    auto request =
        store.request({store.file("t.csv", "customer,ordered_at,amount\na,1403/01/05,۱۲۳٬۴۵۶\n")});
    request.currency = "IRT";
    const auto result = must(import_orders(store.deps(), request));
    EXPECT_EQ(result.currency.code, "IRR");
    EXPECT_EQ(result.revenue_minor, 1'234'560);
    EXPECT_TRUE(has_note(result, "import.note_persian_dates"));
    EXPECT_EQ(day_label(CalendarKind::persian, *result.first_day), "1403-01-05");
}

TEST(ImportOrders, AnotherCurrencyThanTheStoresIsRefused) {
    TestStore store;
    must(store.import(kOrders));
    auto request =
        store.request({store.file("b.csv", "customer,ordered_at,amount\na,2024-01-01,5")});
    request.currency = "USD";
    expect_error(import_orders(store.deps(), request), "error.import_other_currency");
    request.currency.clear();
    EXPECT_EQ(must(import_orders(store.deps(), request)).currency.code, "EUR");
}

TEST(ImportOrders, AGuestIsToldByMailOrPhone) {
    TestStore store;
    const auto result =
        must(store.import("order,customer_id,email,ordered_at\n1,0,Ann@Shop.example,2024-01-01\n"
                          "2,0,ann@shop.example,2024-01-02\n3,guest,,2024-01-03\n4,17,,2024-01-04\n"
                          "5,17.0,,2024-01-05\n"));
    EXPECT_EQ(result.customers_added, 2);
    EXPECT_EQ(result.anonymous_orders, 1);
}

TEST(ImportOrders, CancelledInTheFirstPhaseLeavesNothing) {
    TestStore store;
    const auto request = store.request({store.file("orders.csv", kOrders)});
    expect_error(
        import_orders(store.deps(), request, {.progress = {}, .cancelled = [] { return true; }}),
        "error.import_cancelled");
    EXPECT_TRUE(fs::is_empty(store.imports()));
    EXPECT_EQ(store.events(), 0U);
}

std::string many_orders() {
    std::string text = "order,customer,ordered_at,product,quantity,unit_price\n";
    for (int line = 0; line < 3; ++line) {
        for (int order = 0; order < 40; ++order) {
            text += fmt::format("A-{},c{},2024-01-{:02},P{},{},{}.50\n", order, order % 7,
                                1 + order % 28, line, 1 + line, order);
        }
    }
    return text;
}

TEST(ImportOrders, LinesOfAnOrderMeetAcrossRuns) {
    TestStore store, tiny_runs;
    const auto expected = must(store.import(many_orders()));
    auto deps = tiny_runs.deps();
    deps.run_bytes = 500;
    const auto result =
        must(import_orders(deps, tiny_runs.request({tiny_runs.file("orders.csv", many_orders())})));
    EXPECT_EQ(result.orders_added, 40);
    EXPECT_EQ(result.revenue_minor, expected.revenue_minor);
    EXPECT_EQ(tiny_runs.told(), store.told());
}

TEST(ImportOrders, StoppedAnywhereAndResumedEndsEqual) {
    TestStore undisturbed;
    auto small = undisturbed.deps();
    small.chunk_orders = 7;
    const auto expected = must(
        import_orders(small, undisturbed.request({undisturbed.file("orders.csv", many_orders())})));
    for (const auto& [stop_at, first_fill_rows] :
         {std::pair{1, 100}, {2, 100}, {7, 100}, {12, 100}, {1, 1}, {7, 1}}) {
        TestStore store;
        auto deps = store.deps();
        deps.chunk_orders = 7;
        deps.first_fill_rows = static_cast<std::uint64_t>(first_fill_rows);
        int steps = 0;
        deps.checkpoint = [&]() -> Result<void> {
            if (++steps == stop_at) return Error{ErrorCode::internal, "error.internal"};
            return {};
        };
        const auto request = store.request({store.file("orders.csv", many_orders())});
        expect_error(import_orders(deps, request), "error.internal");
        deps.checkpoint = {};
        const auto unfinished = must(unfinished_imports(deps));
        ASSERT_EQ(unfinished.size(), 1U);
        const auto result = must(resume_import(deps, unfinished.front()));
        EXPECT_EQ(result.orders_added, expected.orders_added) << stop_at;
        EXPECT_EQ(result.customers_added, expected.customers_added) << stop_at;
        EXPECT_EQ(result.revenue_minor, expected.revenue_minor) << stop_at;
        EXPECT_EQ(result.median_order_minor, expected.median_order_minor) << stop_at;
        EXPECT_EQ(result.notes, expected.notes) << stop_at;
        EXPECT_EQ(store.told(), undisturbed.told()) << stop_at;
        EXPECT_TRUE(must(unfinished_imports(deps)).empty());
        EXPECT_TRUE(fs::is_empty(store.imports()));
    }
}

TEST(ImportOrders, ADamagedStagingFileIsNoticedBeforeItIsUsed) {
    TestStore store;
    auto deps = store.deps();
    deps.checkpoint = []() -> Result<void> { return Error{ErrorCode::internal, "stop"}; };
    const auto request = store.request({store.file("orders.csv", many_orders())});
    expect_error(import_orders(deps, request), "stop");
    const auto import = must(unfinished_imports(deps)).front();
    const auto run = store.imports() / to_string(import) / "run-0000";
    std::string bytes = content_of(run);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::ofstream(run, std::ios::binary) << bytes;
    deps.checkpoint = {};
    expect_error(resume_import(deps, import), "error.import_staging_damaged");
    EXPECT_EQ(store.events(), 0U);
    EXPECT_TRUE(must(unfinished_imports(deps)).empty()) << "it is given up";
    EXPECT_EQ(must(import_orders(deps, request)).orders_added, 40);
}

}  // namespace
}  // namespace vafa::ingest
