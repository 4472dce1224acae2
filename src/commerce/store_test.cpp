#include <gtest/gtest.h>

#include "base/rng.h"
#include "commerce/imports.h"
#include "commerce/module.h"
#include "commerce/settings.h"
#include "commerce/shops.h"
#include "commerce/sql.h"
#include "platform/sql/sql.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::commerce {
namespace {

class CommerceStore : public test::SqlTest {
protected:
    void SetUp() override { open(module_migrations()); }

    template <class F>
    auto write(F&& fn) {
        using T = std::invoke_result_t<F&, sql::Session&>;
        if constexpr (std::is_void_v<T>) {
            test::must(db().write([&](sql::Session& session) -> Result<void> {
                fn(session);
                return {};
            }));
        } else {
            return test::must(
                db().write([&](sql::Session& session) -> Result<T> { return fn(session); }));
        }
    }
};
VAFA_ON_EVERY_DATABASE(CommerceStore);

TEST_P(CommerceStore, PreparesEveryQuery) { test::expect_all_queries_prepare(db(), queries::all); }

TEST_P(CommerceStore, MakesAShopOnceAndFindsItAgain) {
    FixedClock clock(1'700'000'000'000);
    Rng rng(1);
    IdSource ids(clock, rng);
    const auto ensure = [&](std::string_view key) {
        return write([&](sql::Session& s) { return ensure_shop(s, key, ids, clock.now()); });
    };
    const ShopId first = ensure(kDefaultShop);
    EXPECT_EQ(ensure(kDefaultShop), first);
    EXPECT_NE(ensure(kDemoShop), first);
    const auto shops = write([](sql::Session& s) { return list_shops(s); });
    ASSERT_EQ(shops.size(), 2U);
    EXPECT_EQ(shops[0], (Shop{first, "default", "default", clock.now()}));
    EXPECT_FALSE(write([](sql::Session& s) { return find_shop(s, "other"); }));
}

TEST_P(CommerceStore, RemembersWhereAnImportStands) {
    ImportRecord import;
    import.id = ImportId{5};
    import.files = R"(["a.csv"])";
    import.started_at = 10;
    write([&](sql::Session& s) { add_import(s, import); });
    write([&](sql::Session& s) { move_import(s, import.id, R"({"at":1})", R"({"added":2})"); });
    import.cursor = R"({"at":1})";
    import.counters = R"({"added":2})";
    EXPECT_EQ(write([](sql::Session& s) { return running_imports(s); }), std::vector{import});

    write([&](sql::Session& s) { finish_import(s, import.id, ImportState::done, "{}", 20); });
    import.state = ImportState::done;
    import.counters = "{}";
    import.finished_at = 20;
    EXPECT_EQ(write([&](sql::Session& s) { return find_import(s, import.id); }), import);
    EXPECT_TRUE(write([](sql::Session& s) { return running_imports(s); }).empty());
}

TEST_P(CommerceStore, ListsImportsNewestFirstByPage) {
    for (const int id : {1, 2, 3}) {
        ImportRecord import;
        import.id = ImportId{id};
        write([&](sql::Session& s) { add_import(s, import); });
    }
    const auto page = write([](sql::Session& s) { return list_imports(s, {}, 2); });
    ASSERT_EQ(page.size(), 2U);
    EXPECT_EQ(page[0].id, ImportId{3});
    const auto rest = write([&](sql::Session& s) { return list_imports(s, page[1].id, 2); });
    ASSERT_EQ(rest.size(), 1U);
    EXPECT_EQ(rest[0].id, ImportId{1});
}

class SettingsStore : public CommerceStore {
protected:
    Result<void> set(std::string_view name, std::string_view value) {
        return db().write([&](sql::Session& s) { return set_setting(s, name, value); });
    }
    Settings load() {
        return write([](sql::Session& s) { return load_settings(s); });
    }
};
VAFA_ON_EVERY_DATABASE(SettingsStore);

TEST_P(SettingsStore, StartWithTheDefaults) { EXPECT_EQ(load(), Settings{}); }

TEST_P(SettingsStore, KeepWhatIsTyped) {
    for (const auto& [name, value] :
         std::vector<std::pair<std::string, std::string>>{{"store_name", "فروشگاه وفا"},
                                                          {"currency", "irt"},
                                                          {"time_zone", "Asia/Tehran"},
                                                          {"calendar", "Persian"},
                                                          {"first_weekday", "saturday"},
                                                          {"count_cancelled", "yes"},
                                                          {"margin", " 35.5 "},
                                                          {"discount", "40"},
                                                          {"phone_region", "IR"}}) {
        test::must(set(name, value));
    }
    Settings expected;
    expected.store_name = "فروشگاه وفا";
    expected.currency = Currency{"IRR", 0};
    expected.show_toman = true;
    expected.time_zone = "Asia/Tehran";
    expected.calendar = {CalendarKind::persian, Weekday::saturday};
    expected.counted.cancelled = true;
    expected.margin_basis_points = 3550;
    expected.discount_basis_points = 4000;
    expected.phone_region = "IR";
    EXPECT_EQ(load(), expected);
    const auto listed = write([](sql::Session& s) { return list_settings(s); });
    EXPECT_EQ(listed.size(), 14U);
    EXPECT_EQ(listed[1], (std::pair<std::string, std::string>{"currency", "IRR"}));
}

TEST_P(SettingsStore, RefuseUnknownNamesAndValues) {
    const auto unknown = set("calender", "persian");
    test::expect_error(unknown, "commerce.setting_unknown");
    EXPECT_EQ(unknown.error().params[1].second, "calendar");
    for (const auto& [name, value] :
         std::vector<std::pair<std::string, std::string>>{{"calendar", "lunar"},
                                                          {"margin", "101"},
                                                          {"margin", "x"},
                                                          {"currency", "ZZQ"},
                                                          {"phone_region", "Iran"},
                                                          {"show_toman", "maybe"}}) {
        test::expect_error(set(name, value), "commerce.setting_value");
    }
    EXPECT_EQ(load(), Settings{});
}

}  // namespace
}  // namespace vafa::commerce
