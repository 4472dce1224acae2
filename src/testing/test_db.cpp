#include "testing/test_db.h"

#include <atomic>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

#include "platform/sql/error.h"
#include "testing/results.h"

namespace vafa::test {
namespace {

void run_on_server(const std::string& statement) {
    const auto server = must(sql::Database::open_postgres("", 1));
    must(server->write([&](sql::Session& session) -> Result<void> {
        session.script(statement);
        return {};
    }));
}

}  // namespace

std::unique_ptr<TestDb> TestDb::open(Backend backend) {
    std::unique_ptr<TestDb> test(new TestDb());
    if (backend != Backend::postgres) {
        test->database_ = must(sql::Database::open_sqlite_memory(
            {.reverse_unordered_selects = backend == Backend::sqlite_reversed}));
        return test;
    }
    if (std::getenv("PGHOST") == nullptr) return nullptr;
    static std::atomic<int> count = 0;
    const std::string schema = fmt::format("test_{}_{}", ::getpid(), ++count);
    run_on_server("CREATE SCHEMA " + schema);
    test->schema_ = schema;
    test->database_ = must(sql::Database::open_postgres(
        fmt::format("options='-c search_path={} -c synchronous_commit=off'", schema)));
    return test;
}

TestDb::~TestDb() {
    database_.reset();
    if (!schema_.empty()) run_on_server("DROP SCHEMA " + schema_ + " CASCADE");
}

void SqlTest::open(std::span<const sql::Migration> migrations) {
    test_db_ = TestDb::open(GetParam());
    if (!test_db_) GTEST_SKIP() << "no PostgreSQL server: run under pg_virtualenv";
    must(sql::migrate(db(), migrations));
}

std::string backend_name(const ::testing::TestParamInfo<Backend>& info) {
    switch (info.param) {
        case Backend::sqlite:
            return "Sqlite";
        case Backend::sqlite_reversed:
            return "SqliteReversed";
        case Backend::postgres:
            break;
    }
    return "Postgres";
}

void expect_all_queries_prepare(sql::Database& database, std::span<const sql::Query> queries) {
    for (const sql::Query& query : queries) {
        try {
            must(database.write([&](sql::Session& session) -> Result<void> {
                session.prepare(query);
                return {};
            }));
        } catch (const sql::DatabaseError& error) {
            ADD_FAILURE() << "query " << query.name << ": " << error.what();
        }
    }
}

}  // namespace vafa::test
