#include "platform/sql/database.h"

#include "platform/sql/error.h"
#include "platform/sql/postgres_database.h"
#include "platform/sql/sqlite_database.h"

namespace vafa::sql {
namespace {

// `open` throws DatabaseError; what has no Error of its own cannot be opened for another reason.
template <class Open>
Result<std::unique_ptr<Database>> opened(const std::string& place, const Open& open) {
    try {
        return std::unique_ptr<Database>(open());
    } catch (const DatabaseError& failure) {
        std::optional<Error> error = translate(std::current_exception());
        if (error && failure.kind() != FailureKind::lost) {
            return std::move(*error).with("path", place);
        }
        return unavailable("error.database_cannot_open")
            .with("path", place)
            .with("reason", failure.what());
    }
}

}  // namespace

Result<std::unique_ptr<Database>> Database::open_sqlite(const std::filesystem::path& path,
                                                        const SqliteOptions& options) {
    std::error_code ignored;
    if (options.read_only && !std::filesystem::exists(path, ignored)) {
        return not_found("error.file_not_found").with("path", path.string());
    }
    return opened(path.string(), [&] {
        return options.read_only ? SqliteDatabase::read_only(path, options)
                                 : SqliteDatabase::file(path, options);
    });
}

Result<std::unique_ptr<Database>> Database::open_sqlite_memory(const SqliteOptions& options) {
    return opened(":memory:", [&] { return SqliteDatabase::memory(options); });
}

Result<std::unique_ptr<Database>> Database::open_postgres(const std::string& conninfo,
                                                          int sessions) {
    return opened("PostgreSQL",
                  [&] { return std::make_unique<PostgresDatabase>(conninfo, sessions); });
}

}  // namespace vafa::sql
