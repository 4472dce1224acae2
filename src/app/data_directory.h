#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "base/result.h"
#include "platform/files/lock.h"
#include "platform/sql/sql.h"

namespace vafa::app {

// One store on disk:
//
//   lock                 who owns the folder
//   socket               where a running server takes commands
//   state.db             customers, orders, settings, imports (SQLite)
//   history.duckdb       every event
//   timeline.snapshot    the live index; a cache, deleting it costs a rebuild
//   imports/             uploads, staging of running imports, rows that were set aside
//
// One process writes at a time; any number may read beside each other, also where the folder
// cannot be written. A folder and files made here are their owner's alone.
class DataDirectory {
public:
    // Makes the folder if need be, takes the lock alone and brings the schema up to date.
    static Result<DataDirectory> open_to_write(const std::filesystem::path& path);
    // not_found `error.no_store` where no store is. Where the schema or the history is behind, the
    // folder is opened to write, and `read_only` says so.
    static Result<DataDirectory> open_to_read(const std::filesystem::path& path);

    // For what touches state.db alone and must not wait for a server to stop: as open_to_write, or
    // without the lock beside whoever holds it, if he brought the schema up to date.
    static Result<DataDirectory> open_beside(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    sql::Database& state() { return *state_; }
    bool read_only() const { return read_only_; }

private:
    DataDirectory(std::filesystem::path path, bool read_only)
        : path_(std::move(path)), read_only_(read_only) {}
    Result<void> open_state();

    std::filesystem::path path_;
    bool read_only_;
    std::optional<files::FileLock> lock_;
    std::unique_ptr<sql::Database> state_;
};

}  // namespace vafa::app
