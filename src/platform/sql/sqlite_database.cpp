#include "platform/sql/sqlite_database.h"

#include <fmt/format.h>

#include "platform/sql/error.h"

namespace vafa::sql {
namespace {

// 32 MiB of log: copying it takes about as long as writing it did.
constexpr int kCheckpointPages = 8192;

// Every byte that a URI or SOCI's connection text could take for syntax is written as %XX.
std::string uri_of(const std::filesystem::path& path, std::string_view query) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                           (c >= 'A' && c <= 'Z') || c == '/' || c == '.' || c == '-' || c == '_';
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri + std::string(query);
}

std::unique_ptr<SqliteSession> open_reader(const std::string& uri, const SqliteOptions& options) {
    auto session = std::make_unique<SqliteSession>(uri);
    session->script(
        "PRAGMA query_only = 1; PRAGMA cache_size = -16384; PRAGMA mmap_size = 2147418112");
    if (options.reverse_unordered_selects) session->script("PRAGMA reverse_unordered_selects = 1");
    session->script("SELECT count(*) FROM sqlite_master");  // opens the file for real
    return session;
}

bool log_is_empty(const std::filesystem::path& path) {
    std::error_code ignored;
    const std::filesystem::path log = path.string() + "-wal";
    return !std::filesystem::exists(log, ignored) || std::filesystem::file_size(log, ignored) == 0;
}

// In a folder that cannot be written SQLite cannot share its log with others; with no log there is
// nothing to share, and `immutable` skips it.
std::string read_only_uri(const std::filesystem::path& path, const SqliteOptions& options) {
    const std::string uri = uri_of(path, "?mode=ro");
    try {
        open_reader(uri, options);
        return uri;
    } catch (const DatabaseError&) {
        if (!log_is_empty(path)) throw;
        return uri_of(path, "?mode=ro&immutable=1");
    }
}

}  // namespace

std::unique_ptr<SqliteDatabase> SqliteDatabase::file(const std::filesystem::path& path,
                                                     const SqliteOptions& options) {
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase());
    database->place_ = path.string();
    database->open_writer(uri_of(path, ""), options);
    database->open_readers(uri_of(path, ""), options);
    database->checkpoint_uri_ = uri_of(path, "");
    return database;
}

std::unique_ptr<SqliteDatabase> SqliteDatabase::read_only(const std::filesystem::path& path,
                                                          const SqliteOptions& options) {
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase());
    database->place_ = path.string();
    database->open_readers(read_only_uri(path, options), options);
    return database;
}

std::unique_ptr<SqliteDatabase> SqliteDatabase::memory(const SqliteOptions& options) {
    std::unique_ptr<SqliteDatabase> database(new SqliteDatabase());
    database->open_writer(":memory:", options);
    return database;
}

void SqliteDatabase::open_writer(const std::string& uri, const SqliteOptions& options) {
    writer_ = std::make_unique<SqliteSession>(uri);
    writer_->script(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = 1;"
        "PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;"
        "PRAGMA journal_size_limit = 67108864");
    if (options.reverse_unordered_selects) writer_->script("PRAGMA reverse_unordered_selects = 1");
    commit_ = std::make_unique<GroupCommit>(*writer_);
    // Replaces SQLite's own checkpoints, which run inside a commit.
    sqlite_api::sqlite3_wal_hook(
        writer_->connection(),
        [](void* self, sqlite_api::sqlite3*, const char*, int pages) {
            static_cast<SqliteDatabase*>(self)->log_pages_ = pages;
            return SQLITE_OK;
        },
        this);
}

void SqliteDatabase::open_readers(const std::string& uri, const SqliteOptions& options) {
    readers_ = std::make_unique<SessionPool<SqliteSession>>(
        std::max(1, options.readers), [uri, options] { return open_reader(uri, options); });
    readers_->give_back(readers_->take());  // opening fails here, not at the first question
}

Result<void> SqliteDatabase::run_write(const Work& work) {
    if (!writer_) return conflict("error.database_read_only");
    Result<void> answer = named(commit_->write(work));
    if (log_pages_ >= kCheckpointPages) checkpoint();
    return answer;
}

Result<void> SqliteDatabase::run_read(const Work& work) {
    if (!readers_) return named(commit_->read(work));
    std::unique_ptr<SqliteSession> session;
    Result<void> answer;
    std::exception_ptr exception;
    try {
        session = readers_->take();
        session->script("BEGIN");
        answer = work(*session);
    } catch (...) {
        exception = std::current_exception();
    }
    if (session) {
        if (session->in_transaction()) session->script("ROLLBACK");
        readers_->give_back(std::move(session));
    }
    if (exception) return named(translate_or_rethrow(exception));
    return named(std::move(answer));
}

Result<void> SqliteDatabase::named(Result<void> answer) const {
    if (!answer.has_error() || answer.error().key != "error.database_damaged") return answer;
    Error error = std::move(answer).error();
    if (error.params.empty()) error.params.emplace_back("path", place_);
    return error;
}

void SqliteDatabase::checkpoint() {
    const std::unique_lock lock(checkpoint_mutex_, std::try_to_lock);
    if (!lock.owns_lock() || checkpoint_uri_.empty()) return;
    if (!checkpointer_) {
        checkpointer_ = std::make_unique<SqliteSession>(checkpoint_uri_);
        // Until it has read something a connection does not know that there is a log.
        checkpointer_->script("SELECT count(*) FROM sqlite_master");
    }
    // Passive: copies what no reader still needs and blocks nobody. A failure only leaves the log
    // long; the next commit tries again and meets a lasting trouble itself.
    log_pages_ = 0;
    sqlite_api::sqlite3_wal_checkpoint_v2(checkpointer_->connection(), nullptr,
                                          SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

}  // namespace vafa::sql
