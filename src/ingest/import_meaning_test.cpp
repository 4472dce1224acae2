#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/identity_analysis.h"
#include "ingest/staged_traits.h"
#include "ingest/test_store.h"

// What files say beside orders and amounts, through the whole import.
namespace vafa::ingest {
namespace {

using test::expect_error;
using test::must;

const Note* note(const ImportResult& result, std::string_view key) {
    for (const auto& each : result.notes) {
        if (each.key == key) return &each;
    }
    return nullptr;
}

std::string param(const Note& note, std::string_view name) {
    for (const auto& [key, value] : note.params) {
        if (key == name) return value;
    }
    return "(none)";
}

class Meaning : public ::testing::Test {
protected:
    ImportResult import(const std::string& content, const ImportRequest& options = {}) {
        return must(try_import(content, options));
    }
    Result<ImportResult> try_import(const std::string& content, const ImportRequest& options) {
        auto request = options;
        request.files = {store_.file("orders.csv", content)};
        request.shop = store_.shop();
        return import_orders(store_.deps(), request);
    }
    TestStore store_;
};

// Forty orders: ids of their own each, ten phones, and a till that sold ten.
std::string till() {
    std::string rows = "order,customer id,phone,name,date,total\n";
    for (int i = 0; i < 40; ++i) {
        const bool at_till = i % 4 == 0;
        rows += fmt::format("{},c{},{},{},2024-01-{:02},10\n", i, i,
                            at_till ? "+989120000000" : fmt::format("+9891211111{:02}", i % 10),
                            at_till ? "Till" : fmt::format("Name {}", i % 10), i % 28 + 1);
    }
    return rows;
}

TEST_F(Meaning, CustomersAreCountedUnderEachIdentity) {
    ImportRequest dry;
    dry.dry_run = true;
    const auto result = import(
        "order,customer id,email,phone,name,date,total\n"
        "1,7,a@x.org,+989121111111,Ann A,2024-01-01,1\n"
        "1,7,a@x.org,+989121111111,Ann A,2024-01-01,1\n"
        "2,8,a@x.org,,Ann  a,2024-01-02,1\n"
        "3,,,,,2024-01-03,1\n"
        "2,8,a@x.org,,Ann  a,2024-01-02,1\n",
        dry);
    const std::vector<IdentityCount> expected{{"id", "customer id", 2, 1, true, true},
                                              {"phone", "phone", 1, 2, true, false},
                                              {"email", "email", 1, 1, true, false},
                                              {"name", "name", 1, 1, true, false}};
    EXPECT_EQ(result.identities, expected);
    EXPECT_EQ(result.orders, 3);
    EXPECT_EQ(result.anonymous_orders, 1);
}

TEST_F(Meaning, IdsThatNeverComeAgainAreSaidAndAnotherKindCanBeChosen) {
    const auto by_id = import(till());
    const auto* said = note(by_id, "import.note_identity_never_repeats");
    ASSERT_NE(said, nullptr);
    EXPECT_EQ(param(*said, "kind"), "id");
    EXPECT_EQ(param(*said, "other"), "phone");
    EXPECT_EQ(by_id.customers_added, 40);
    ImportRequest by_phone;
    by_phone.customer_by = "phone";
    by_phone.dry_run = true;
    const auto result = import(till(), by_phone);
    EXPECT_EQ(note(result, "import.note_identity_never_repeats"), nullptr);
    ASSERT_EQ(result.identities.size(), 3U);
    EXPECT_EQ(result.identities[1].kind, "phone");
    EXPECT_TRUE(result.identities[1].chosen);
    ImportRequest unknown;
    unknown.customer_by = "face";
    expect_error(try_import(till(), unknown), "error.import_customer_by");
    unknown.customer_by = "email";
    expect_error(try_import(till(), unknown), "error.import_no_identity");
}

TEST_F(Meaning, AWalkInIsOfferedAndSetAsideByTheUsersWord) {
    ImportRequest options;
    options.customer_by = "phone";
    const auto offered = import(till(), options);
    ASSERT_EQ(offered.walk_ins.size(), 1U);
    const WalkIn expected{"phone", "+989120000000", 10, 0.25, false, "many"};
    EXPECT_EQ(offered.walk_ins[0], expected);
    ASSERT_NE(note(offered, "import.note_walk_in"), nullptr);
    EXPECT_EQ(param(*note(offered, "import.note_walk_in"), "percent"), "25");

    TestStore other;
    options.set_aside = {"0912 000 0000", "+989120000000"};
    options.files = {other.file("orders.csv", till())};
    options.shop = other.shop();
    const auto aside = must(import_orders(other.deps(), options));
    EXPECT_EQ(aside.anonymous_orders, 10);
    EXPECT_EQ(aside.customers_added, offered.customers_added - 1);
    EXPECT_EQ(aside.revenue_minor, offered.revenue_minor);
    ASSERT_EQ(aside.walk_ins.size(), 1U);
    EXPECT_EQ(aside.walk_ins[0].reason, "told");
    EXPECT_EQ(aside.walk_ins[0].orders, 10);
    EXPECT_NE(note(aside, "import.note_set_aside"), nullptr);
}

TEST_F(Meaning, ThePhoneOfTheShopUnderManyNamesIsOfferedToo) {
    std::string rows = "order,customer id,phone,name,date,total\n";
    for (int i = 0; i < 40; ++i) {
        rows += fmt::format("{},c{},{},Name {},2024-01-{:02},10\n", i, i % 13,
                            i % 3 == 0 ? "+982188888888" : fmt::format("+9891211111{:02}", i % 13),
                            i % 13, i % 28 + 1);
    }
    const auto result = import(rows);
    ASSERT_EQ(result.walk_ins.size(), 1U);
    EXPECT_EQ(result.walk_ins[0].kind, "phone");
    EXPECT_EQ(result.walk_ins[0].value, "+982188888888");
    EXPECT_EQ(result.walk_ins[0].orders, 14);
}

TEST_F(Meaning, GoodCustomersOfASmallShopAreNoWalkIns) {
    std::string rows = "order,customer id,date,total\n";
    for (int i = 0; i < 60; ++i) rows += fmt::format("{},c{},2024-01-01,10\n", i, i % 6);
    EXPECT_TRUE(import(rows).walk_ins.empty());
}

TEST_F(Meaning, WordsThatMeanNobodyAreAnonymousAndCounted) {
    const auto result = import(
        "order,customer id,name,phone,date,total\n"
        "1,7,Anna,,2024-01-01,1\n"
        "2,1,مشتری حضوری,,2024-01-02,2\n"
        "3,1,مشتری حضوری,,2024-01-03,3\n"
        "4,Guest,,,2024-01-04,4\n"
        "5,9,Гость,,2024-01-05,5\n"
        "6,Guest,,+989121111111,2024-01-06,6\n");
    EXPECT_EQ(result.anonymous_orders, 3);
    EXPECT_EQ(result.customers_added, 3);
    EXPECT_EQ(result.revenue_minor, 2100);
    const std::vector<WalkIn> expected{{"id", "Guest", 1, 1.0 / 6, true, "word"},
                                       {"name", "مشتری حضوری", 2, 2.0 / 6, true, "word"}};
    EXPECT_EQ(result.walk_ins, expected);
    ASSERT_NE(note(result, "import.note_nobody_words"), nullptr);
    EXPECT_EQ(param(*note(result, "import.note_nobody_words"), "count"), "3");
}

TEST_F(Meaning, StatusWordsAreMappedCountedAndLeftOut) {
    ImportRequest options;
    options.statuses = {{"پیش‌نویس", "ignore"}, {"half-baked", "pending"}};
    const std::string rows =
        "order,customer id,status,date,total\n"
        "1,a,تکمیل شده,2024-01-01,1\n"
        "2,b,لغو شده,2024-01-01,2\n"
        "3,a,Отменён,2024-01-01,4\n"
        "4,a,پیش‌نویس,2024-01-01,8\n"
        "4,a,,2024-01-01,8\n"
        "5,a,half-baked,2024-01-01,16\n"
        "6,c,odd,2024-01-01,32\n";
    const auto result = import(rows, options);
    const std::vector<StatusUse> expected{
        {"half-baked", 1, "pending", true}, {"odd", 1, "completed", false},
        {"Отменён", 1, "cancelled", true},  {"تکمیل شده", 1, "completed", true},
        {"لغو شده", 1, "cancelled", true},  {"پیش‌نویس", 1, "ignore", true}};
    EXPECT_EQ(result.statuses, expected);
    EXPECT_EQ(result.orders, 5);
    EXPECT_EQ(result.ignored, 2);
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.revenue_minor, 3300);
    options.statuses = {{"odd", "complete"}};
    expect_error(try_import(rows, options), "error.import_status_did_you_mean");
}

TEST_F(Meaning, PaymentAndDeliveryTogetherTellTheStatus) {
    const auto result = import(
        "order,customer id,status,fulfillment status,cancelled at,date,total\n"
        "1,a,paid,fulfilled,,2024-01-01,1\n"
        "2,a,paid,unfulfilled,,2024-01-01,2\n"
        "3,a,pending,fulfilled,,2024-01-01,4\n"
        "4,a,paid,,2024-01-05,2024-01-01,8\n"
        "5,a,paid,,Нет,2024-01-01,16\n");
    EXPECT_EQ(result.revenue_minor, 1900);
}

TEST_F(Meaning, UnknownColumnsAreKeptAsTraits) {
    ImportRequest options;
    options.ignore = {"Secret"};
    options.traits = {"customer:Club"};
    const auto result = import(
        "order,customer id,date,total,Gift note,Customer group,Club,Secret\n"
        "1,a,2024-01-01,1,for you,gold,yes,x\n",
        options);
    const std::vector<TraitUse> expected{{"orders.csv", "Gift note", "order"},
                                         {"orders.csv", "Customer group", "customer"},
                                         {"orders.csv", "Club", "customer"}};
    EXPECT_EQ(result.traits, expected);
    options.traits = {"customer:Clubb"};
    expect_error(try_import("order,customer id,date\n", options), "error.import_column");
}

TEST_F(Meaning, OnlySoManyColumnsAreKept) {
    std::string header = "customer id,date", row = "a,2024-01-01";
    for (std::size_t i = 0; i < kMaxTraits; ++i) {
        header += ",extra " + std::to_string(i);
        row += ",v" + std::to_string(i);
    }
    const auto result = import(header + "\n" + row + "\n");
    EXPECT_EQ(result.traits.size(), kMaxTraits - kTraitFields.size());
    ASSERT_NE(note(result, "import.note_traits_over_limit"), nullptr);
}

TEST_F(Meaning, AColumnOfNamesCalledCustomerIsReadAsNames) {
    const auto result = import(
        "Покупатель,Дата,Сумма\n"
        "Иванов Иван,2024-02-01,1\nПетрова Анна,2024-02-02,2\nИВАНОВ  Иван,2024-02-03,3\n");
    EXPECT_EQ(result.customers_added, 2);
    ASSERT_EQ(result.identities.size(), 1U);
    EXPECT_EQ(result.identities[0].kind, "name");
    EXPECT_NE(note(result, "import.note_customer_name"), nullptr);
}

}  // namespace
}  // namespace vafa::ingest
