#include "platform/sql/sqlite_session.h"

#include "platform/sql/error.h"
#include "platform/sql/failure.h"
#include "platform/sql/sqlite_batch.h"

namespace vafa::sql {

using namespace sqlite_api;

namespace {

// The library does not export this class's type information, which the check of the cast wants.
__attribute__((no_sanitize("vptr"))) sqlite3* native_sqlite(soci::session& session) {
    return static_cast<soci::sqlite3_session_backend*>(session.get_backend())->conn_;
}

// Texts that builders make differ without end; the oldest knowledge is dropped as a whole.
constexpr std::size_t kMaxStatements = 500;

// A connection here is used by one thread at a time, and nobody asks how much memory SQLite takes:
// its locks for both cost a tenth of a bulk insert. Only possible before its first use.
void configure_once() {
    static const bool done = [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return true;
    }();
    static_cast<void>(done);
}

// A statement is given back however its use ends.
class InUse {
public:
    explicit InUse(SqliteStatement& statement) : statement_(statement) { statement.busy = true; }
    ~InUse() {
        statement_.reset();
        statement_.busy = false;
    }
    InUse(const InUse&) = delete;
    InUse& operator=(const InUse&) = delete;

private:
    SqliteStatement& statement_;
};

std::int64_t step_all(SqliteStatement& statement, const RowFn* fn) {
    const SqliteRow row(statement.handle());
    std::int64_t count = 0;
    while (statement.step()) {
        ++count;
        if (fn != nullptr) (*fn)(row);
    }
    return count;
}

}  // namespace

SqliteSession::SqliteSession(const std::string& uri) {
    configure_once();
    try {
        soci_.open(soci::sqlite3, "db=\"" + uri + "\"");
    } catch (const soci::sqlite3_soci_error& error) {
        throw DatabaseError(sqlite_failure(error.result(), error.result()), error.what());
    }
    connection_ = native_sqlite(soci_);
    sqlite3_extended_result_codes(connection_, 1);
    sqlite3_busy_timeout(connection_, 10'000);
}

void SqliteSession::script(std::string_view statements) {
    const std::string text(statements);
    const int code = sqlite3_exec(connection_, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) throw_sqlite(connection_, code);
}

void SqliteSession::prepare(const Query& query) { SqliteStatement(connection_, query.sqlite); }

bool SqliteSession::in_transaction() const { return sqlite3_get_autocommit(connection_) == 0; }

SqliteStatement& SqliteSession::cached(std::string_view sql) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return *found->second;
    if (statements_.size() >= kMaxStatements) {
        std::erase_if(statements_, [](const auto& entry) { return !entry.second->busy; });
    }
    auto statement = std::make_unique<SqliteStatement>(connection_, sql);
    return *statements_.emplace(sql, std::move(statement)).first->second;
}

std::int64_t SqliteSession::run(std::string_view sql, std::span<const Param> params,
                                const RowFn* fn) {
    SqliteStatement* statement = &cached(sql);
    std::optional<SqliteStatement> nested;  // the same query inside its own callback
    if (statement->busy) statement = &nested.emplace(connection_, sql);
    const InUse use(*statement);
    statement->bind(params);
    const int before = sqlite3_total_changes(connection_);
    const std::int64_t count = step_all(*statement, fn);
    if (fn != nullptr) return count;
    // The total also counts what cascades changed, sqlite3_changes may be an earlier statement's.
    return sqlite3_total_changes(connection_) == before ? 0 : sqlite3_changes(connection_);
}

template <class Key>
std::int64_t SqliteSession::lookup_each(const Query& query, std::span<const Key> keys,
                                        std::span<const Param> params, const RowFn& fn) {
    std::vector<Param> all(params.begin(), params.end());
    all.push_back({"key", nullptr});
    std::int64_t count = 0;
    for (const Key& key : keys) {
        all.back().value = key;
        count += run(query.sqlite, all, &fn);
    }
    return count;
}

std::int64_t SqliteSession::lookup_integers(const Query& query, std::span<const std::int64_t> keys,
                                            std::span<const Param> params, const RowFn& fn) {
    return lookup_each(query, keys, params, fn);
}

std::int64_t SqliteSession::lookup_texts(const Query& query, std::span<const std::string> keys,
                                         std::span<const Param> params, const RowFn& fn) {
    return lookup_each(query, keys, params, fn);
}

std::unique_ptr<BatchSink> SqliteSession::batch(const BatchPlan& plan) {
    return std::make_unique<SqliteBatch>(connection_, plan);
}

}  // namespace vafa::sql
