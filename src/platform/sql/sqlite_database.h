#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "platform/sql/database.h"
#include "platform/sql/group_commit.h"
#include "platform/sql/session_pool.h"
#include "platform/sql/sqlite_session.h"

namespace vafa::sql {

// A file in WAL mode: one writing connection, several reading ones, and one that copies the log
// into the file after a commit was answered, so that no commit waits for it.
class SqliteDatabase final : public Database {
public:
    // All throw DatabaseError.
    static std::unique_ptr<SqliteDatabase> file(const std::filesystem::path& path,
                                                const SqliteOptions& options);
    static std::unique_ptr<SqliteDatabase> read_only(const std::filesystem::path& path,
                                                     const SqliteOptions& options);
    static std::unique_ptr<SqliteDatabase> memory(const SqliteOptions& options);

    Dialect dialect() const override { return Dialect::sqlite; }
    const GroupCommit& commits() const { return *commit_; }

protected:
    Result<void> run_write(const Work& work) override;
    Result<void> run_read(const Work& work) override;

private:
    SqliteDatabase() = default;
    void open_writer(const std::string& uri, const SqliteOptions& options);
    void open_readers(const std::string& uri, const SqliteOptions& options);
    void checkpoint();

    Result<void> named(Result<void> answer) const;  // damage, with the file it was found in

    std::string place_ = ":memory:";
    std::unique_ptr<SqliteSession> writer_;  // null when read-only
    std::unique_ptr<GroupCommit> commit_;
    std::unique_ptr<SessionPool<SqliteSession>> readers_;  // null in memory
    std::string checkpoint_uri_;
    std::mutex checkpoint_mutex_;
    std::unique_ptr<SqliteSession> checkpointer_;
    std::atomic<int> log_pages_ = 0;
};

}  // namespace vafa::sql
