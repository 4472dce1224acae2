#include "platform/sql/database.h"

#include <gtest/gtest.h>
#include <stdexcept>

#include "platform/sql/error.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::sql {
namespace {

constexpr Query same(std::string_view text) { return {"query", text, text}; }
constexpr Query kCount = same("SELECT count(*) FROM item");
constexpr Query kAdd = same("INSERT INTO item (id) VALUES (:id)");

class DatabaseTest : public test::SqlTest {
protected:
    void SetUp() override {
        open();
        if (IsSkipped()) return;
        test::must(db().write([](Session& session) -> Result<void> {
            session.script(
                "CREATE TABLE item (id BIGINT NOT NULL PRIMARY KEY CHECK (id > 0));"
                "CREATE TABLE part (item BIGINT NOT NULL REFERENCES item (id))");
            return {};
        }));
    }
    Result<std::int64_t> add(std::int64_t id) {
        return db().write([&](Session& session) -> Result<std::int64_t> {
            return session.execute(kAdd, {{"id", id}});
        });
    }
    std::int64_t count() {
        return test::must(db().read([](Session& session) -> Result<std::int64_t> {
            return *session.one<std::int64_t>(kCount);
        }));
    }
};
VAFA_ON_EVERY_DATABASE(DatabaseTest);

TEST_P(DatabaseTest, CommitsWhatAnswersAValue) {
    EXPECT_EQ(test::must(add(1)), 1);
    EXPECT_EQ(count(), 1);
}

TEST_P(DatabaseTest, RollsBackOnAnError) {
    const auto result = db().write([](Session& session) -> Result<int> {
        session.execute(kAdd, {{"id", 1}});
        return invalid("error.mine").at("here");
    });
    ASSERT_TRUE(result.has_error());
    EXPECT_EQ(result.error(), invalid("error.mine").at("here"));
    EXPECT_EQ(count(), 0);
}

TEST_P(DatabaseTest, RollsBackOnAnExceptionAndLetsItFly) {
    EXPECT_THROW((void)db().write([](Session& session) -> Result<void> {
        session.execute(kAdd, {{"id", 1}});
        throw std::runtime_error("mine");
    }),
                 std::runtime_error);
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(test::must(add(1)), 1);
}

TEST_P(DatabaseTest, TurnsViolationsIntoConflicts) {
    test::must(add(1));
    test::expect_error(add(1), "error.already_exists");
    const auto orphan = db().write([](Session& session) -> Result<void> {
        session.execute(same("INSERT INTO part (item) VALUES (7)"));
        return {};
    });
    test::expect_error(orphan, "error.still_referenced");
}

TEST_P(DatabaseTest, LetsFaultsOfOursFly) {
    EXPECT_THROW((void)add(-1), DatabaseError);
    EXPECT_THROW((void)db().write([](Session& session) -> Result<void> {
        session.execute(same("SELECT nothing FROM nowhere"));
        return {};
    }),
                 DatabaseError);
    EXPECT_EQ(test::must(add(1)), 1);
}

TEST_P(DatabaseTest, RefusesToWriteWhileReading) {
    const auto result = db().read([](Session& session) -> Result<void> {
        session.execute(kAdd, {{"id", 1}});
        return {};
    });
    test::expect_error(result, "error.database_read_only");
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(test::must(add(1)), 1);
}

}  // namespace
}  // namespace vafa::sql
