#include "platform/sql/migrate.h"

#include <gtest/gtest.h>

#include "platform/sql/error.h"
#include "platform/sql/schema.h"
#include "testing/results.h"
#include "testing/test_db.h"

namespace vafa::sql {
namespace {

constexpr Migration step(int number, std::string_view name, std::string_view text) {
    return {number, name, {text, text}, {text, text}};  // the text stands for its checksum
}

constexpr Migration kFirst = step(1, "shop_item", "CREATE TABLE item (id BIGINT NOT NULL);");
constexpr Migration kSecond =
    step(2, "shop_price",
         "ALTER TABLE item ADD COLUMN price BIGINT; CREATE INDEX by_price ON item (price);");

class MigrateTest : public test::SqlTest {
protected:
    void SetUp() override { open(); }
    Result<void> run(const std::vector<Migration>& steps) { return migrate(db(), steps); }
    std::string schema() {
        return test::must(db().read(
            [](Session& session) -> Result<std::string> { return dump_schema(session); }));
    }
};
VAFA_ON_EVERY_DATABASE(MigrateTest);

TEST_P(MigrateTest, RunsWhatIsMissingInTheOrderOfNumbers) {
    EXPECT_EQ(test::must(pending(db(), std::vector{kSecond, kFirst})),
              (std::vector<std::string>{"0001_shop_item", "0002_shop_price"}));
    test::must(run({kFirst}));
    EXPECT_EQ(test::must(pending(db(), std::vector{kSecond, kFirst})),
              (std::vector<std::string>{"0002_shop_price"}));
    test::must(run({kSecond, kFirst}));
    EXPECT_TRUE(test::must(pending(db(), std::vector{kSecond, kFirst})).empty());
    EXPECT_NE(schema().find("by_price"), std::string::npos);
    test::must(run({kSecond, kFirst}));
}

TEST_P(MigrateTest, RefusesAChangedText) {
    test::must(run({kFirst}));
    const auto changed = step(1, "shop_item", "CREATE TABLE item (id BIGINT);");
    test::expect_error(run({changed, kSecond}), "error.migration_changed");
    EXPECT_EQ(schema().find("by_price"), std::string::npos);
}

TEST_P(MigrateTest, RefusesADatabaseOfANewerProgram) {
    test::must(run({kFirst, kSecond}));
    test::expect_error(run({kFirst}), "error.database_newer");
}

TEST_P(MigrateTest, LeavesNothingOfAStepThatFails) {
    const auto broken = step(2, "shop_broken", "CREATE TABLE half (id BIGINT); CREATE NONSENSE;");
    EXPECT_THROW((void)run({kFirst, broken}), DatabaseError);
    EXPECT_EQ(schema().find("half"), std::string::npos);
    EXPECT_EQ(test::must(pending(db(), std::vector{kFirst, broken})),
              (std::vector<std::string>{"0002_shop_broken"}));
}

TEST_P(MigrateTest, DumpsTheSchemaSortedByTable) {
    test::must(run({kFirst, kSecond, step(3, "shop_a", "CREATE TABLE a (x TEXT);")}));
    const std::string text = schema();
    const std::size_t a = text.find("CREATE TABLE a (");
    const std::size_t item = text.find("CREATE TABLE item (");
    ASSERT_NE(a, std::string::npos) << text;
    ASSERT_NE(item, std::string::npos) << text;
    EXPECT_LT(a, item);
    EXPECT_LT(item, text.find("INDEX by_price")) << text;
    EXPECT_EQ(text.find("test_"), std::string::npos) << "the schema's name: " << text;
}

}  // namespace
}  // namespace vafa::sql
