#include <fmt/format.h>
#include <gtest/gtest.h>

#include "ingest/test_store.h"

// How the values of whole files are read: imports from end to end.
namespace vafa::ingest {
namespace {

using test::expect_error;
using test::must;

std::string day(const std::optional<Day>& of) {
    return of ? day_label(CalendarKind::gregorian, *of) : "none";
}

const Note* note_of(const ImportResult& result, std::string_view key) {
    for (const auto& note : result.notes) {
        if (note.key == key) return &note;
    }
    return nullptr;
}

ImportResult dry(TestStore& store, const std::string& content) {
    auto request = store.request({store.file("orders.csv", content)});
    request.dry_run = true;
    return must(import_orders(store.deps(), request));
}

std::string repeated(const std::string& line, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += line;
    return all;
}

TEST(ImportValues, ADayOverTwelveFarBehindTheSampleDecidesTheWholeColumn) {
    TestStore store;
    const auto result =
        dry(store, "customer,date,amount\n" + repeated("ann,03/04/2024,10\n", 20'000) +
                       "bob,04/13/2024,10\n");
    ASSERT_EQ(result.dates.size(), 1U);
    EXPECT_EQ(result.dates[0].order, "mdy");
    EXPECT_EQ(result.dates[0].sample, "03/04/2024");
    EXPECT_EQ(result.dates[0].read_as, "2024-03-04");
    EXPECT_TRUE(result.dates[0].certain);
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(day(result.first_day), "2024-03-04");
    EXPECT_NE(note_of(result, "import.note_dates_read"), nullptr);
}

TEST(ImportValues, AnOpenDateBehindAnIsoSampleIsReadAfterASecondLook) {
    TestStore store;
    const auto result =
        dry(store, "customer,date,amount\n" + repeated("ann,2024-05-01,10\n", 20'000) +
                       "bob,03/04/2024,10\nbob,25/04/2024,10\n");
    EXPECT_EQ(result.rows, 20'002) << "rows are counted once";
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(day(result.first_day), "2024-04-03");
}

TEST(ImportValues, WhatProvesNothingIsAGuessAndSaysSo) {
    TestStore store;
    const auto content = "customer,date,amount\nann,03/04/2024,10\n";
    EXPECT_FALSE(dry(store, content).dates.at(0).certain);
    EXPECT_NE(note_of(dry(store, content), "import.note_dates_guessed"), nullptr);
    EXPECT_EQ(day(dry(store, content).first_day), "2024-04-03");
    auto request = store.request({store.file("orders.csv", content)});
    request.date_order = DateOrder::mdy;
    const auto told = must(import_orders(store.deps(), request));
    EXPECT_EQ(day(told.first_day), "2024-03-04");
    EXPECT_TRUE(told.dates.at(0).certain);
}

TEST(ImportValues, AColumnThatContradictsItselfIsRefusedUnlessTold) {
    TestStore store;
    const auto content =
        "customer,date,amount\nann,13/05/2024,10\nbob,05/13/2024,10\n"
        "cid,03/05/2024,10\n";
    auto request = store.request({store.file("orders.csv", content)});
    expect_error(import_orders(store.deps(), request), "error.import_dates_contradict");
    request.date_order = DateOrder::dmy;
    EXPECT_EQ(must(import_orders(store.deps(), request)).rejected, 1);
}

TEST(ImportValues, ALateContradictionIsNoticedToo) {
    TestStore store;
    auto request = store.request(
        {store.file("orders.csv", "customer,date,amount\n" + repeated("ann,13/05/2024,10\n", 900) +
                                      repeated("bob,05/13/2024,10\n", 100))});
    expect_error(import_orders(store.deps(), request), "error.import_dates_contradict");
}

TEST(ImportValues, AFileThatProvesNothingFollowsTheOthers) {
    TestStore store;
    auto request =
        store.request({store.file("may.csv", "customer,date,amount\nann,03/04/2024,10\n"),
                       store.file("june.csv", "customer,date,amount\nann,06/25/2024,10\n")});
    request.dry_run = true;
    EXPECT_EQ(day(must(import_orders(store.deps(), request)).first_day), "2024-03-04");
}

TEST(ImportValues, SpreadsheetDaysAndSecondsAreDates) {
    TestStore store;
    EXPECT_EQ(day(dry(store, "customer,date,amount\nann,45356.4375,10\n").first_day), "2024-03-05");
    EXPECT_EQ(day(dry(store, "customer,date,amount\nann,1709634600,10\n").first_day), "2024-03-05");
    auto request =
        store.request({store.file("mac.csv", "customer,date,amount\nann,43894.4375,10\n")});
    request.dates_from_1904 = true;
    EXPECT_EQ(day(must(import_orders(store.deps(), request)).first_day), "2024-03-05");
}

TEST(ImportValues, IranianShopsAreRead) {
    TestStore store;
    const auto result = dry(store,
                            "شماره سفارش,مشتری,تاریخ,مبلغ\n"
                            "۱,علی,۱۰:۳۰ - ۱۴۰۲/۱۲/۱۵,\"۱۲۰,۰۰۰ تومان\"\n"
                            "۲,رضا,۱۶ اسفند ۱۴۰۲,\"۸۵,۰۰۰ تومان\"\n");
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.currency.code, "IRR");
    EXPECT_EQ(result.revenue_minor, 2'050'000);
    EXPECT_EQ(day(result.first_day), "2024-03-05");
    EXPECT_EQ(day(result.last_day), "2024-03-06");
}

TEST(ImportValues, TheNameOfTheColumnOfAmountsTellsTheUnit) {
    TestStore store;
    EXPECT_EQ(dry(store, "مشتری,تاریخ,مبلغ (تومان)\nعلی,1402/12/15,120000\n").revenue_minor,
              1'200'000);
}

TEST(ImportValues, RussianShopsAreRead) {
    TestStore store;
    const auto result = dry(store,
                            "Номер заказа;Клиент;Дата;Сумма\n"
                            "1;Анна;05.03.2024 10:30;1 234,50 руб.\n"
                            "2;Борис;25.03.2024 11:00;1 234 р.\n");
    EXPECT_EQ(result.rejected, 0);
    EXPECT_EQ(result.currency.code, "RUB");
    EXPECT_EQ(result.revenue_minor, 246'850);
}

TEST(ImportValues, OneAmountProvesTheDecimalMarkOfTheFile) {
    TestStore store;
    EXPECT_EQ(dry(store,
                  "customer;date;amount;currency\nann;2024-05-01;1.234;EUR\n"
                  "ann;2024-05-02;12,50;EUR\n")
                  .revenue_minor,
              124'650);
    EXPECT_EQ(dry(store,
                  "customer;date;amount;currency\nann;2024-05-01;1.234;USD\n"
                  "ann;2024-05-02;12.50;USD\n")
                  .revenue_minor,
              1'373);
}

TEST(ImportValues, AnAmountOfTwoMeaningsIsSetAsideUnlessTold) {
    TestStore store;
    const auto content =
        "customer,date,amount\nann,2024-05-01,1.234\nann,2024-05-02,950.00001\n"
        "ann,2024-05-02,\"9,50\"\nann,2024-05-02,7\nann,2024-05-02,8\n";
    const auto result = dry(store, content);
    EXPECT_EQ(result.rejected, 1);
    EXPECT_EQ(result.rejected_samples.at(0).reason.key, "row.open_number");
    EXPECT_NE(note_of(result, "import.note_numbers_open"), nullptr);
    auto request = store.request({store.file("orders.csv", content)});
    request.decimal = DecimalMark::comma;
    EXPECT_EQ(must(import_orders(store.deps(), request)).rejected, 0);
}

TEST(ImportValues, TwoCurrenciesAreRefusedAsAWhole) {
    TestStore store;
    std::string content = "customer,date,amount,currency\n";
    for (int i = 0; i < 60; ++i) content += fmt::format("c{},2024-05-01,10,EUR\n", i);
    for (int i = 0; i < 40; ++i) content += fmt::format("d{},2024-05-01,10,USD\n", i);
    const auto refused = store.import(content);
    expect_error(refused, "error.import_two_currencies");
    const auto& params = refused.error().params;
    const auto param = [&](const char* name) {
        for (const auto& [key, value] : params) {
            if (key == name) return value;
        }
        return std::string();
    };
    EXPECT_EQ(param("first") + param("first_rows"), "EUR60");
    EXPECT_EQ(param("second") + param("second_rows"), "USD40");
    EXPECT_EQ(param("first_line"), "2");
    EXPECT_EQ(param("second_line"), "62");
    EXPECT_EQ(store.events(), 0U);
}

TEST(ImportValues, TwoCurrenciesInWordsBesideAmountsAreNoticedToo) {
    TestStore store;
    expect_error(store.import("customer,date,amount\nann,2024-05-01,$10.00\nbob,2024-05-01,€9.00\n"
                              "cid,2024-05-01,$10.00\n"),
                 "error.import_two_currencies");
}

TEST(ImportValues, AFewRowsInAnotherCurrencyAreSetAside) {
    TestStore store;
    const auto result =
        must(store.import("customer,date,amount,currency\n" +
                          repeated("ann,2024-05-01,10,EUR\n", 200) + "bob,2024-05-01,10,USD\n"));
    EXPECT_EQ(result.rejected, 1);
}

std::string month_of_sales(int month, int first, std::int64_t unit) {
    std::string content = "order,customer,date,total\n";
    for (int i = 0; i < 60; ++i) {
        content += fmt::format("{},c{},2024-{:02}-{:02},{}\n", first + i, i % 9, month, 1 + i % 28,
                               (500'000 + i * 37'000 % 800'000) * unit / 10);
    }
    return content;
}

TEST(ImportValues, TomanAmongRialsIsRefusedBeforeAnythingIsApplied) {
    TestStore store;
    const auto import = [&](const std::string& content, bool accept) {
        auto request = store.request({store.file("orders.csv", content)});
        request.currency = "IRR";
        request.accept_unit = accept;
        return import_orders(store.deps(), request);
    };
    must(import(month_of_sales(1, 1, 10), false));
    const auto refused = import(month_of_sales(2, 1000, 1), false);
    expect_error(refused, "error.import_factor_ten");
    EXPECT_EQ(store.events(), 60U);
    expect_error(import(month_of_sales(1, 1, 100), false), "error.import_factor_ten");
    EXPECT_EQ(must(import(month_of_sales(3, 3000, 10), false)).orders_added, 60);
    EXPECT_EQ(must(import(month_of_sales(2, 1000, 1), true)).orders_added, 60);
}

TEST(ImportValues, TomanAndRialInFilesOfOneImportAreRefused) {
    TestStore store;
    auto request = store.request({store.file("january.csv", month_of_sales(1, 1, 10)),
                                  store.file("february.csv", month_of_sales(2, 1000, 1))});
    request.currency = "IRR";
    expect_error(import_orders(store.deps(), request), "error.import_factor_ten_files");
    request.currency = "EUR";
    EXPECT_EQ(must(import_orders(store.deps(), request)).orders_added, 120)
        << "elsewhere nobody keeps accounts in tenths";
}

TEST(ImportValues, RoundedPhonesAreCountedAndAdviceIsGiven) {
    TestStore store;
    const auto result = dry(store,
                            "customer,date,amount,phone\n1,2024-05-01,10,+49 30 901820\n"
                            "2,2024-05-01,10,9.12E+09\n3,2024-05-01,10,9.13E+09\n");
    const Note* note = note_of(result, "import.note_rounded_phones");
    ASSERT_NE(note, nullptr);
    EXPECT_EQ(note->params.at(0).second, "2");
}

}  // namespace
}  // namespace vafa::ingest
