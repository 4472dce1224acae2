#pragma once

#include <gtest/gtest.h>
#include <memory>
#include <span>
#include <string>

#include "platform/sql/database.h"
#include "platform/sql/migrate.h"

namespace vafa::test {

enum class Backend { sqlite, sqlite_reversed, postgres };

// An empty database in memory, or a schema of its own on the PostgreSQL server that the PG*
// environment names; gone with this object. Null where there is no server.
class TestDb {
public:
    static std::unique_ptr<TestDb> open(Backend backend);
    ~TestDb();

    sql::Database& database() { return *database_; }

private:
    TestDb() = default;
    std::unique_ptr<sql::Database> database_;
    std::string schema_;
};

// A fixture for store tests on every database:
//
//     class Orders : public test::SqlTest {
//     protected:
//         void SetUp() override { open(migrations::all); }
//     };
//     VAFA_ON_EVERY_DATABASE(Orders);
//     TEST_P(Orders, KeepsTheNewestVersion) { … db() … }
class SqlTest : public ::testing::TestWithParam<Backend> {
protected:
    // Skips the test where its database is not there.
    void open(std::span<const sql::Migration> migrations = {});
    sql::Database& db() { return test_db_->database(); }

private:
    std::unique_ptr<TestDb> test_db_;
};

std::string backend_name(const ::testing::TestParamInfo<Backend>& info);

// Compiles every query, so that a typing error in one nobody tests is found too.
void expect_all_queries_prepare(sql::Database& database, std::span<const sql::Query> queries);

}  // namespace vafa::test

#define VAFA_ON_EVERY_DATABASE(fixture)                                                          \
    INSTANTIATE_TEST_SUITE_P(                                                                    \
        Sql, fixture,                                                                            \
        ::testing::Values(::vafa::test::Backend::sqlite, ::vafa::test::Backend::sqlite_reversed, \
                          ::vafa::test::Backend::postgres),                                      \
        ::vafa::test::backend_name)
