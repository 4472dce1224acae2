#include "platform/sql/session.h"

#include <gtest/gtest.h>
#include <string>
#include <tuple>
#include <vector>

#include "platform/sql/error.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::sql {
namespace {

constexpr Query same(std::string_view text) { return {"query", text, text}; }

constexpr Query kInsert = same("INSERT INTO item (id, name, price) VALUES (:id, :name, :price)");
constexpr Query kAll = same("SELECT id, name, price FROM item ORDER BY id");

class SessionTest : public test::SqlTest {
protected:
    void SetUp() override {
        open();
        if (IsSkipped()) return;
        change([](Session& session) {
            session.execute({"create",
                             "CREATE TABLE item (id BIGINT NOT NULL PRIMARY KEY, name TEXT,"
                             " price DOUBLE PRECISION, raw BLOB)",
                             "CREATE TABLE item (id BIGINT NOT NULL PRIMARY KEY, name TEXT,"
                             " price DOUBLE PRECISION, raw BYTEA)"});
        });
    }
    template <class F>
    void change(F fn) {
        test::must(db().write([&](Session& session) -> Result<void> {
            fn(session);
            return {};
        }));
    }
};
VAFA_ON_EVERY_DATABASE(SessionTest);

TEST_P(SessionTest, ReturnsWhatWasBoundIncludingNullAndExtremes) {
    const std::string name = "it's \"ویژه\" \\ {1,NULL}";
    change([&](Session& session) {
        session.execute(kInsert, {{"id", INT64_MIN}, {"name", name}, {"price", 0.1 + 0.2}});
        session.execute(kInsert, {{"id", INT64_MAX},
                                  {"name", std::optional<std::string>()},
                                  {"price", std::optional<double>()}});
        session.execute(kInsert, {{"id", 0}, {"name", ""}, {"price", 1e300}});
    });
    using Item = std::tuple<std::int64_t, std::optional<std::string>, std::optional<double>>;
    std::vector<Item> items;
    change([&](Session& session) {
        session.rows(kAll, {}, [&](const Row& row) {
            auto& [id, text, price] = items.emplace_back();
            row.read(id, text, price);
        });
    });
    const std::vector<Item> expected = {
        {INT64_MIN, name, 0.1 + 0.2}, {0, "", 1e300}, {INT64_MAX, std::nullopt, std::nullopt}};
    EXPECT_EQ(items, expected);
}

TEST_P(SessionTest, KeepsBytesWithZeros) {
    const std::string raw("\0\x01\xff'\\\0", 6);
    change([&](Session& session) {
        session.execute(same("INSERT INTO item (id, raw) VALUES (1, :raw)"), {{"raw", Bytes{raw}}});
        session.one(same("SELECT raw FROM item ORDER BY id"), {},
                    [&](const Row& row) { EXPECT_EQ(row.bytes(0), raw); });
    });
}

TEST_P(SessionTest, CountsTheRowsAStatementChanged) {
    change([](Session& session) {
        for (int id = 0; id < 5; ++id) {
            session.execute(kInsert, {{"id", id}, {"name", "a"}, {"price", 1.0}});
        }
        EXPECT_EQ(
            session.execute(same("UPDATE item SET name = 'b' WHERE id >= :low"), {{"low", 3}}), 2);
        EXPECT_EQ(session.execute(same("DELETE FROM item WHERE id > :low"), {{"low", 100}}), 0);
    });
}

TEST_P(SessionTest, AnswersOneValueOrNothing) {
    change([](Session& session) {
        constexpr Query kSum = same("SELECT sum(id) FROM item");
        const auto none = session.one<std::optional<std::int64_t>>(kSum);
        ASSERT_TRUE(none.has_value());
        EXPECT_EQ(*none, std::nullopt);
        session.execute(kInsert, {{"id", 7}, {"name", "a"}, {"price", 1.0}});
        EXPECT_EQ(session.one<std::int64_t>(kSum), 7);
        EXPECT_EQ(
            session.one<std::int64_t>(same("SELECT id FROM item WHERE id = :id"), {{"id", 8}}),
            std::nullopt);
    });
}

TEST_P(SessionTest, ThrowsWhenNullIsReadAsANumber) {
    EXPECT_THROW(change([](Session& session) {
                     session.one<std::int64_t>(same("SELECT sum(id) FROM item"));
                 }),
                 DatabaseError);
}

TEST_P(SessionTest, RunsAQueryInsideItsOwnCallback) {
    change([](Session& session) {
        for (int id = 0; id < 3; ++id) {
            session.execute(kInsert, {{"id", id}, {"name", "a"}, {"price", 1.0}});
        }
        std::int64_t inner = 0;
        const std::int64_t outer = session.rows(
            kAll, {}, [&](const Row&) { inner += session.rows(kAll, {}, [](const Row&) {}); });
        EXPECT_EQ(outer, 3);
        EXPECT_EQ(inner, 9);
    });
}

TEST_P(SessionTest, LooksUpManyKeysAtOnce) {
    change([](Session& session) {
        for (int id = 0; id < 10; ++id) {
            session.execute(kInsert,
                            {{"id", id}, {"name", "n" + std::to_string(id)}, {"price", 1.0 * id}});
        }
        std::vector<std::int64_t> found;
        const std::vector<std::int64_t> ids = {2, 99, 5, 7};
        session.lookup(same("SELECT id FROM item WHERE id = :key AND price < :top ORDER BY id"),
                       ids, [&](const Row& row) { found.push_back(row.integer(0)); },
                       {{"top", 6.0}});
        std::sort(found.begin(), found.end());
        EXPECT_EQ(found, (std::vector<std::int64_t>{2, 5}));

        const std::vector<std::string> names = {"n3", "x\"y"};
        EXPECT_EQ(session.lookup(same("SELECT id FROM item WHERE name = :key ORDER BY id"), names,
                                 [](const Row& row) { EXPECT_EQ(row.integer(0), 3); }),
                  1);
    });
}

TEST_P(SessionTest, DetectsSelectsWithoutOrder) {
    if (GetParam() != test::Backend::sqlite_reversed) GTEST_SKIP() << "only this database can";
    change([](Session& session) {
        for (int id = 0; id < 2; ++id) {
            session.execute(kInsert, {{"id", id}, {"name", "a"}, {"price", 1.0}});
        }
        EXPECT_EQ(session.one<std::int64_t>(same("SELECT id FROM item")), 1);
    });
}

}  // namespace
}  // namespace vafa::sql
