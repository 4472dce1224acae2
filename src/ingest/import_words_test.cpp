#include <gtest/gtest.h>

#include "commerce/api.h"
#include "ingest/assemble_words.h"
#include "ingest/test_store.h"

namespace vafa::ingest {
namespace {

constexpr const char* kCustomers =
    "Customer ID,First Name,Last Name,Email,Phone,City,Accepts Email Marketing,Favourite,Updated "
    "at\n"
    "7,Ann,Lee,ANN@example.com,+989121234567,Rey,yes,tea,2024-03-01 10:00\n"
    "8,Bob,,bob@example.com,,Qom,no,,2024-03-02 10:00\n"
    "7,Ann,Lee-Ray,,,,no,coffee,2024-03-03 10:00\n"
    ",Nobody,,,,,,,2024-03-03 10:00\n";

constexpr const char* kProducts =
    "SKU,Name,Categories,Regular price,Cost\n"
    "p1,Green tea,Drinks,9.50,4\n"
    "p2,Cup,Things,3,\n"
    ",,Nothing,1,\n";

class ImportWords : public ::testing::Test {
protected:
    ImportRequest request(ImportKind kind, const std::string& content) {
        auto request = store_.request({store_.file("words.csv", content)});
        request.kind = kind;
        request.currency = "EUR";
        return request;
    }
    ImportResult import(ImportKind kind, const std::string& content) {
        return test::must(import_orders(store_.deps(), request(kind, content)));
    }
    template <class F>
    auto read(F&& fn) {
        using T = std::invoke_result_t<F&, sql::Session&>;
        return test::must(store_.database().read(
            [&](sql::Session& session) -> Result<T> { return fn(session); }));
    }
    commerce::CustomerCard customer(const std::string& key) {
        return read([&](sql::Session& s) {
            const auto found = commerce::customers_called(s, key);
            EXPECT_EQ(found.size(), 1U) << key;
            return *commerce::find_customer(s, found.front());
        });
    }
    std::vector<commerce::ConsentWord> consents(const std::string& key) {
        const CustomerId id = customer(key).id;
        return read([&](sql::Session& s) {
            return commerce::consents_of(s, id, commerce::kShownConsents);
        });
    }
    // What files say of products.
    std::string products() {
        return read([](sql::Session& s) {
            std::string lines;
            const sql::RowFn line = [&](const sql::Row& row) {
                for (int i = 0; i < row.columns(); ++i) {
                    lines += i == 0 ? "" : "|";
                    lines += row.is_null(i) ? std::string("-") : std::string(row.text(i));
                }
                lines += "\n";
            };
            s.run(
                "SELECT key, told_title, told_category, CAST(price_minor AS TEXT), "
                "CAST(cost_minor AS TEXT) FROM commerce_product ORDER BY key",
                {}, &line);
            return lines;
        });
    }

    TestStore store_;
};

TEST_F(ImportWords, TellsCustomersWithTheirLatestWordsTraitsAndConsents) {
    const auto result = import(ImportKind::customers, kCustomers);
    EXPECT_EQ(result.rows, 4);
    EXPECT_EQ(result.rejected, 1);
    EXPECT_EQ(result.customers, 2);
    EXPECT_EQ(result.customers_added, 2);
    const auto ann = customer("7");
    EXPECT_EQ(ann.fields.name, "Ann Lee-Ray");
    EXPECT_EQ(ann.fields.email, "ann@example.com");
    EXPECT_EQ(ann.fields.city, "Rey") << "a blank cell unsays nothing";
    EXPECT_EQ(ann.fields.traits,
              (std::vector<std::pair<std::string, std::string>>{{"Favourite", "coffee"}}));
    const auto words = consents("7");
    ASSERT_EQ(words.size(), 1U);
    EXPECT_FALSE(words[0].granted);
    EXPECT_EQ(words[0].file, "words.csv");
    EXPECT_EQ(words[0].row, 4U);
    EXPECT_EQ(words[0].import, result.import);
}

TEST_F(ImportWords, MeetsTheCustomersOfOrdersAndMakesNoBuyers) {
    test::must(store_.import("order,customer,date,total,currency\na,7,2024-01-05,10,EUR\n"));
    const auto result = import(ImportKind::customers, kCustomers);
    EXPECT_EQ(result.customers_added, 1);
    EXPECT_EQ(result.customers_updated, 1);
    EXPECT_EQ(store_.timeline_rows(), 1U) << "only orders are bought";
}

TEST_F(ImportWords, ChangesNothingWhenTheSameFileComesTwice) {
    import(ImportKind::customers, kCustomers);
    import(ImportKind::products, kProducts);
    const std::string told = store_.told(), before = products();
    const auto customers = import(ImportKind::customers, kCustomers);
    EXPECT_EQ(customers.customers_unchanged, 2);
    EXPECT_EQ(customers.customers_added + customers.customers_updated, 0);
    EXPECT_EQ(consents("7").size(), 1U);
    EXPECT_EQ(store_.told(), told) << "dated words that stand already are no news";
    const auto again = import(ImportKind::products, kProducts);
    EXPECT_EQ(again.products_unchanged, 2);
    EXPECT_EQ(products(), before);
}

TEST_F(ImportWords, NamesProductsAndTheirPrices) {
    test::must(store_.import(
        "order,customer,date,sku,quantity,unit price,currency\na,7,2024-01-05,p1,1,9,EUR\n"));
    const auto result = import(ImportKind::products, kProducts);
    EXPECT_EQ(result.rejected, 1);
    EXPECT_EQ(result.products, 2);
    EXPECT_EQ(result.products_added, 1);
    EXPECT_EQ(result.products_updated, 1);
    EXPECT_EQ(products(), "p1|Green tea|Drinks|950|400\np2|Cup|Things|300|-\n");
    const auto titles = read([](sql::Session& s) { return commerce::product_titles(s, {"p1"}); });
    EXPECT_EQ(titles.at("p1"), "Green tea") << "so reports name it";
}

TEST_F(ImportWords, KeepsNoPricesWithoutACurrency) {
    auto nameless = request(ImportKind::products, kProducts);
    nameless.currency.clear();
    const auto result = test::must(import_orders(store_.deps(), nameless));
    EXPECT_EQ(products(), "p1|Green tea|Drinks|-|-\np2|Cup|Things|-|-\n");
    EXPECT_TRUE(std::any_of(result.notes.begin(), result.notes.end(),
                            [](const Note& note) { return note.key == "import.note_no_prices"; }));
    test::must(store_.import("order,customer,date,total,currency\na,7,2024-01-05,10,EUR\n"));
}

TEST_F(ImportWords, ShowsInADryRunWhatItWouldRead) {
    auto dry = request(ImportKind::customers, kCustomers);
    dry.dry_run = true;
    const auto result = test::must(import_orders(store_.deps(), dry));
    EXPECT_EQ(result.customers, 2);
    EXPECT_EQ(result.rejected, 1);
    EXPECT_EQ(read([](sql::Session& s) { return commerce::count_store(s).customers; }), 0);
    EXPECT_EQ(store_.events(), 0U);
}

TEST_F(ImportWords, RefusesAFieldThatSuchAFileHasNot) {
    auto wrong = request(ImportKind::customers, kCustomers);
    wrong.map = {{"total", "Favourite"}};
    test::expect_error(import_orders(store_.deps(), wrong), "error.import_field");
    auto nobody = request(ImportKind::customers, "colour,size\nred,1\n");
    test::expect_error(import_orders(store_.deps(), nobody), "error.import_missing_column");
}

// Stopped before and after each chunk, then resumed.
TEST_F(ImportWords, EndsAlikeHoweverOftenItIsStopped) {
    std::string content = "id,name,consent sms\n";
    for (int i = 0; i < 40; ++i) content += fmt::format("{},Name {},yes\n", 100 + i, i);
    for (int stop = 1; stop <= 8; ++stop) {
        TestStore store;
        auto deps = store.deps();
        deps.chunk_orders = 12;
        int looks = 0;
        deps.checkpoint = [&]() -> Result<void> {
            if (++looks == stop) return Error{ErrorCode::unavailable, "killed"};
            return {};
        };
        auto request = store.request({store.file("customers.csv", content)});
        request.kind = ImportKind::customers;
        test::expect_error(import_orders(deps, request), "killed");
        deps.checkpoint = {};
        const auto unfinished = test::must(unfinished_imports(deps));
        ASSERT_EQ(unfinished.size(), 1U);
        const auto result = test::must(resume_import(deps, unfinished.front()));
        EXPECT_EQ(result.customers, 40);
        EXPECT_EQ(result.customers_added, 40);
        EXPECT_EQ(store.events(), 40U) << "stopped at " << stop;
        const auto counts = test::must(store.database().read([](sql::Session& s) {
            return Result<commerce::StoreCounts>(commerce::count_store(s));
        }));
        EXPECT_EQ(counts.customers, 40);
    }
}

TEST(AssembleWords, TakeEachWordFromTheLatestRowThatSaysIt) {
    std::vector<StagedRow> rows(3);
    for (auto& row : rows) row[StagedText::customer] = "7";
    rows[0][StagedText::name] = "new";
    rows[0][StagedNumber::modified_at] = 300;
    rows[1][StagedText::name] = "old";
    rows[1][StagedText::city] = "Rey";
    rows[1][StagedNumber::modified_at] = 200;
    rows[2][StagedText::city] = "Qom";
    const auto fact = assemble_customer(rows, {}, 999);
    EXPECT_EQ(fact.fields.name, "new");
    EXPECT_EQ(fact.fields.city, "Rey");
    EXPECT_EQ(fact.said_at, 300);
}

TEST(AssembleWords, UniteTheTagsOfRowsOfTheSameTime) {
    std::vector<StagedRow> rows(4);
    std::array<std::string, 4> packed;  // rows hold views
    const auto tag = [&](std::size_t at, std::string_view tags, std::int64_t modified_at) {
        rows[at][StagedText::customer] = "7";
        rows[at][StagedNumber::modified_at] = modified_at;
        append_trait(packed[at], kTagsPlace, tags);
        rows[at][StagedText::traits] = packed[at];
    };
    tag(0, "wholesale", 300);
    tag(1, "spring,vip", 300);
    tag(2, "vip", 300);
    tag(3, "left", 200);
    AssembleRules rules;
    rules.traits = standard_traits();
    const auto fact = assemble_customer(rows, rules, 999);
    const std::vector<std::pair<std::string, std::string>> united{{"tags", "spring,vip,wholesale"}};
    EXPECT_EQ(fact.fields.traits, united);
}

}  // namespace
}  // namespace vafa::ingest
