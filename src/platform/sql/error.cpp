#include "platform/sql/error.h"

#include "platform/sql/failure.h"
#include "platform/sql/soci.h"

namespace vafa::sql {
namespace {

std::optional<Error> to_error(FailureKind kind) {
    switch (kind) {
        case FailureKind::unique:
            return conflict("error.already_exists");
        case FailureKind::foreign_key:
            return conflict("error.still_referenced");
        case FailureKind::disk_full:
            return unavailable("error.disk_full");
        case FailureKind::read_only:
            return conflict("error.database_read_only");
        case FailureKind::damaged:
            return damaged("error.database_damaged");
        case FailureKind::busy:
            return unavailable("error.database_busy");
        case FailureKind::lost:
            return unavailable("error.database_lost");
        case FailureKind::constraint:
        case FailureKind::other:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

FailureKind sqlite_failure(int extended_code, int code) {
    using namespace sqlite_api;
    switch (extended_code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID:
            return FailureKind::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return FailureKind::foreign_key;
        default:
            break;
    }
    switch (code & 0xff) {
        case SQLITE_CONSTRAINT:
            return FailureKind::constraint;
        case SQLITE_FULL:
            return FailureKind::disk_full;
        case SQLITE_READONLY:
            return FailureKind::read_only;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return FailureKind::damaged;
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return FailureKind::busy;
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
            return FailureKind::lost;
        default:
            return FailureKind::other;
    }
}

FailureKind postgres_failure(std::string_view sqlstate) {
    if (sqlstate == "23505") return FailureKind::unique;
    if (sqlstate == "23503") return FailureKind::foreign_key;
    if (sqlstate.starts_with("23")) return FailureKind::constraint;
    if (sqlstate == "53100") return FailureKind::disk_full;
    if (sqlstate == "25006") return FailureKind::read_only;
    if (sqlstate == "XX001" || sqlstate == "XX002") return FailureKind::damaged;
    // Lock timeouts, deadlocks and failed serialisations may be tried again.
    if (sqlstate == "55P03" || sqlstate.starts_with("40")) return FailureKind::busy;
    if (sqlstate.starts_with("08") || sqlstate.starts_with("57P") || sqlstate == "53300") {
        return FailureKind::lost;
    }
    return FailureKind::other;
}

std::optional<Error> translate(const std::exception_ptr& exception) {
    try {
        std::rethrow_exception(exception);
    } catch (const DatabaseError& error) {
        return to_error(error.kind());
    } catch (const soci::sqlite3_soci_error& error) {
        return to_error(sqlite_failure(error.result(), error.result()));
    } catch (const soci::postgresql_soci_error& error) {
        return to_error(postgres_failure(error.sqlstate()));
    } catch (...) {
        return std::nullopt;
    }
}

}  // namespace vafa::sql
