#include "platform/sql/batch.h"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "platform/sql/error.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::sql {
namespace {

constexpr Query same(std::string_view text) { return {"query", text, text}; }

class BatchTest : public test::SqlTest {
protected:
    void SetUp() override {
        open();
        if (IsSkipped()) return;
        run([](Session& session) {
            session.execute({"create",
                             "CREATE TABLE item (id BIGINT NOT NULL PRIMARY KEY, name TEXT,"
                             " price DOUBLE PRECISION, raw BLOB, stock BIGINT)",
                             "CREATE TABLE item (id BIGINT NOT NULL PRIMARY KEY, name TEXT,"
                             " price DOUBLE PRECISION, raw BYTEA, stock BIGINT)"});
        });
    }
    template <class F>
    void run(F fn) {
        test::must(db().write([&](Session& session) -> Result<void> {
            fn(session);
            return {};
        }));
    }
    std::string dump() {
        std::string out;
        run([&](Session& session) {
            session.rows(
                same("SELECT id, name, stock FROM item ORDER BY id"), {}, [&](const Row& row) {
                    out += std::to_string(row.integer(0)) + ":" +
                           row.get<std::optional<std::string>>(1).value_or("-") + ":" +
                           std::to_string(row.get<std::optional<int>>(2).value_or(-1)) + " ";
                });
        });
        return out;
    }
};
VAFA_ON_EVERY_DATABASE(BatchTest);

TEST_P(BatchTest, InsertsMoreRowsThanOneStatementCarries) {
    static constexpr int kRows = 12'345;
    run([](Session& session) {
        Batch batch = Batch::insert(session, "item", {"id", "name", "price", "stock"});
        for (int i = 0; i < kRows; ++i) {
            batch.add(i, "name " + std::to_string(i), 0.5 * i, std::optional<std::int64_t>());
        }
        EXPECT_EQ(batch.finish(), kRows);
    });
    run([](Session& session) {
        EXPECT_EQ(session.one<std::int64_t>(same("SELECT count(*) FROM item WHERE stock IS NULL")),
                  kRows);
        EXPECT_EQ(session.one<double>(same("SELECT sum(price) FROM item")),
                  0.25 * kRows * (kRows - 1));
    });
}

TEST_P(BatchTest, KeepsOddTextBytesAndNulls) {
    const std::vector<std::string> odd = {"",   "NULL",        "{\"a\",}", "\\",
                                          "\"", "line\nbreak", "ویژه"};
    run([&](Session& session) {
        Batch batch = Batch::insert(session, "item", {"id", "name", "raw"});
        for (std::size_t i = 0; i < odd.size(); ++i) batch.add(i, odd[i], Bytes{odd[i]});
        batch.add(100, std::optional<std::string>(), Bytes{std::string_view("\0\xff", 2)});
        batch.finish();
        std::vector<std::string> names;
        session.rows(same("SELECT name, raw FROM item WHERE id < 100 ORDER BY id"), {},
                     [&](const Row& row) {
                         names.emplace_back(row.text(0));
                         EXPECT_EQ(row.text(0), row.bytes(1));
                     });
        EXPECT_EQ(names, odd);
        session.one(same("SELECT name, raw FROM item WHERE id = 100"), {}, [](const Row& row) {
            EXPECT_TRUE(row.is_null(0));
            EXPECT_EQ(row.bytes(1), std::string_view("\0\xff", 2));
        });
    });
}

TEST_P(BatchTest, UpsertsByTheConflictClause) {
    for (int round = 0; round < 2; ++round) {
        run([&](Session& session) {
            Batch batch =
                Batch::insert(session, "item", {"id", "name", "stock"},
                              "ON CONFLICT (id) DO UPDATE SET stock = excluded.stock + item.stock");
            for (int id = round; id < round + 2; ++id)
                batch.add(id, "r" + std::to_string(round), 5);
            EXPECT_EQ(batch.finish(), 2);
        });
    }
    EXPECT_EQ(dump(), "0:r0:5 1:r0:10 2:r1:5 ");
}

TEST_P(BatchTest, CountsOnlyRowsThatWereNew) {
    run([](Session& session) {
        for (const int expected : {2, 0}) {
            Batch batch = Batch::insert(session, "item", {"id"}, "ON CONFLICT (id) DO NOTHING");
            batch.add(1);
            batch.add(2);
            EXPECT_EQ(batch.finish(), expected);
        }
    });
}

TEST_P(BatchTest, UpdatesAndErasesByKey) {
    run([](Session& session) {
        Batch insert = Batch::insert(session, "item", {"id", "name", "stock"});
        for (int id = 0; id < 4; ++id) insert.add(id, "old", id);
        insert.finish();
        Batch update = Batch::update(session, "item", {"id"}, {"name", "stock"});
        update.add(1, "new", std::optional<int>());
        update.add(2, "new", 20);
        update.add(99, "new", 1);
        EXPECT_EQ(update.finish(), 2);
        Batch erase = Batch::erase(session, "item", {"id", "name"});
        erase.add(0, "old");
        erase.add(3, "other");
        EXPECT_EQ(erase.finish(), 1);
    });
    EXPECT_EQ(dump(), "1:new:-1 2:new:20 3:old:3 ");
}

TEST_P(BatchTest, ReportsADuplicateKeyAsAConflict) {
    const Result<void> result = db().write([](Session& session) -> Result<void> {
        Batch batch = Batch::insert(session, "item", {"id"});
        batch.add(1);
        batch.add(1);
        batch.finish();
        return {};
    });
    test::expect_error(result, "error.already_exists");
    EXPECT_EQ(dump(), "");
}

}  // namespace
}  // namespace vafa::sql
