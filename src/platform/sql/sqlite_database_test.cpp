#include "platform/sql/sqlite_database.h"

#include <future>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

#include "platform/files/whole_file.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::sql {
namespace {

constexpr Query same(std::string_view text) { return {"query", text, text}; }
constexpr Query kCount = same("SELECT count(*) FROM item");
constexpr Query kAdd = same("INSERT INTO item (id) VALUES (:id)");

Result<void> create(Database& database) {
    return database.write([](Session& session) -> Result<void> {
        session.script("CREATE TABLE item (id BIGINT NOT NULL PRIMARY KEY)");
        return {};
    });
}
Result<void> add(Database& database, std::int64_t id) {
    return database.write([&](Session& session) -> Result<void> {
        session.execute(kAdd, {{"id", id}});
        return {};
    });
}
std::int64_t count(Database& database) {
    return test::must(database.read([](Session& session) -> Result<std::int64_t> {
        return *session.one<std::int64_t>(kCount);
    }));
}

TEST(SqliteFile, KeepsDataUnderAnyPath) {
    const test::TempDir folder;
    const auto path = folder / "a b=\"c\"%41 ویژه?.db";
    {
        const auto database = test::must(Database::open_sqlite(path));
        test::must(create(*database));
        test::must(add(*database, 1));
    }
    EXPECT_TRUE(std::filesystem::exists(path));
    const auto database = test::must(Database::open_sqlite(path));
    EXPECT_EQ(count(*database), 1);
}

TEST(SqliteFile, IsDurableAndShared) {
    const test::TempDir folder;
    const auto database = test::must(Database::open_sqlite(folder / "state.db"));
    test::must(database->write([](Session& session) -> Result<void> {
        std::string mode;
        session.one(same("PRAGMA journal_mode"), {}, [&](const Row& row) { mode = row.text(0); });
        EXPECT_EQ(mode, "wal");
        EXPECT_EQ(session.one<int>(same("PRAGMA synchronous")), 2);
        EXPECT_EQ(session.one<int>(same("PRAGMA foreign_keys")), 1);
        return {};
    }));
}

TEST(SqliteFile, ReadersSeeOneStateWhileAnotherIsWritten) {
    const test::TempDir folder;
    const auto database = test::must(Database::open_sqlite(folder / "state.db"));
    test::must(create(*database));
    test::must(database->read([&](Session& session) -> Result<void> {
        EXPECT_EQ(session.one<std::int64_t>(kCount), 0);
        std::async(std::launch::async, [&] { test::must(add(*database, 1)); }).get();
        EXPECT_EQ(session.one<std::int64_t>(kCount), 0);
        return {};
    }));
    EXPECT_EQ(count(*database), 1);
}

TEST(SqliteFile, WritersThatMeetShareACommitAndFailAlone) {
    const test::TempDir folder;
    const auto database = SqliteDatabase::file(folder / "state.db", {});
    test::must(create(*database));
    const std::int64_t before = database->commits().commits();
    constexpr std::size_t kWriters = 12;
    // The first transaction stays open until all others wait behind it.
    std::vector<std::future<Result<void>>> writers;
    test::must(database->write([&](Session& session) -> Result<void> {
        for (std::size_t i = 0; i < kWriters; ++i) {
            writers.push_back(std::async(std::launch::async, [&, i]() -> Result<void> {
                return add(*database, i % 4 == 3 ? 1
                                                 : static_cast<std::int64_t>(
                                                       100 + i));  // three of them want id 1
            }));
        }
        while (database->commits().waiting() < kWriters) std::this_thread::yield();
        session.execute(kAdd, {{"id", 1}});
        return {};
    }));
    int failed = 0;
    for (auto& writer : writers) {
        const Result<void> result = writer.get();
        if (result.has_error()) test::expect_error(result, "error.already_exists");
        failed += result.has_error() ? 1 : 0;
    }
    EXPECT_EQ(failed, 3);
    EXPECT_EQ(count(*database), std::int64_t{1 + kWriters - 3});
    EXPECT_EQ(database->commits().commits() - before, 2);
}

TEST(SqliteFile, ACheckpointKeepsTheLogShort) {
    const test::TempDir folder;
    const auto database = test::must(Database::open_sqlite(folder / "state.db"));
    test::must(create(*database));
    test::must(database->write([](Session& session) -> Result<void> {
        session.script("CREATE TABLE blob (data BLOB)");
        return {};
    }));
    for (int i = 0; i < 6; ++i) {
        test::must(database->write([](Session& session) -> Result<void> {
            session.execute(same("INSERT INTO blob VALUES (zeroblob(16777216))"));
            return {};
        }));
    }
    EXPECT_LT(std::filesystem::file_size(folder / "state.db-wal"), 80U << 20);
    EXPECT_GT(std::filesystem::file_size(folder / "state.db"), 64U << 20);
}

TEST(SqliteReadOnly, WorksWhereTheFolderCannotBeWritten) {
    const test::TempDir folder;
    const auto path = folder / "state.db";
    {
        const auto database = test::must(Database::open_sqlite(path));
        test::must(create(*database));
        test::must(add(*database, 1));
    }
    ASSERT_EQ(::chmod(folder.path().c_str(), 0555), 0);
    {
        const auto database = test::must(Database::open_sqlite(path, {.read_only = true}));
        EXPECT_EQ(count(*database), 1);
        test::expect_error(add(*database, 2), "error.database_read_only");
    }
    ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
}

TEST(SqliteReadOnly, ReadsBesideALivingWriter) {
    const test::TempDir folder;
    const auto writer = test::must(Database::open_sqlite(folder / "state.db"));
    test::must(create(*writer));
    const auto reader = test::must(Database::open_sqlite(folder / "state.db", {.read_only = true}));
    test::must(add(*writer, 1));
    EXPECT_EQ(count(*reader), 1);
}

TEST(SqliteReadOnly, NamesAMissingFile) {
    test::expect_error(Database::open_sqlite("/nowhere/state.db", {.read_only = true}),
                       "error.file_not_found");
    test::expect_error(Database::open_sqlite("/nowhere/state.db"), "error.database_cannot_open");
}

TEST(SqliteFile, NamesAFileThatIsNoDatabase) {
    const test::TempDir folder;
    const auto path = folder / "state.db";
    test::must(files::write_file(path, std::string(8192, 'x')));
    test::expect_error(Database::open_sqlite(path), "error.database_damaged");
    test::expect_error(Database::open_sqlite(path, {.read_only = true}), "error.database_damaged");
}

TEST(SqliteFile, NamesAFullDisk) {
    const test::TempDir folder;
    const auto database = test::must(Database::open_sqlite(folder / "state.db"));
    test::must(create(*database));
    const Result<void> result = database->write([](Session& session) -> Result<void> {
        session.script("PRAGMA max_page_count = 100; CREATE TABLE blob (data BLOB)");
        session.execute(same("INSERT INTO blob VALUES (zeroblob(1048576))"));
        return {};
    });
    test::expect_error(result, "error.disk_full");
    test::must(add(*database, 1));
}

}  // namespace
}  // namespace vafa::sql
