#include "platform/sql/sqlite_statement.h"

#include "base/result.h"
#include "platform/sql/error.h"
#include "platform/sql/failure.h"

namespace vafa::sql {

using namespace sqlite_api;

void throw_sqlite(sqlite3* connection, int code) {
    throw DatabaseError(sqlite_failure(sqlite3_extended_errcode(connection), code),
                        sqlite3_errmsg(connection));
}

SqliteStatement::SqliteStatement(sqlite3* connection, std::string_view sql)
    : connection_(connection) {
    sqlite3_stmt* handle = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, &rest);
    handle_.reset(handle);
    if (code != SQLITE_OK) throw_sqlite(connection, code);
    for (int i = 1; i <= sqlite3_bind_parameter_count(handle); ++i) {
        const char* name = sqlite3_bind_parameter_name(handle, i);
        names_.emplace_back(name == nullptr ? "" : name + 1);
    }
}

void SqliteStatement::bind(int position, const Value& value) {
    sqlite3_stmt* const handle = handle_.get();
    const std::string_view text = value.text();
    // A null pointer would bind NULL where empty text is meant.
    const char* const data = text.data() == nullptr ? "" : text.data();
    int code = SQLITE_OK;
    if (value.is_null()) {
        code = sqlite3_bind_null(handle, position);
    } else if (value.kind() == ValueKind::integer) {
        code = sqlite3_bind_int64(handle, position, value.integer());
    } else if (value.kind() == ValueKind::real) {
        code = sqlite3_bind_double(handle, position, value.real());
    } else if (value.kind() == ValueKind::text) {
        code = sqlite3_bind_text64(handle, position, data, text.size(), nullptr, SQLITE_UTF8);
    } else {
        code = sqlite3_bind_blob64(handle, position, data, text.size(), nullptr);
    }
    if (code != SQLITE_OK) throw_sqlite(connection_, code);
}

void SqliteStatement::bind(std::span<const Param> params) {
    VAFA_ASSERT(params.size() == names_.size());  // a parameter is missing or too many
    for (std::size_t i = 0; i < names_.size(); ++i) {
        const Param* found = nullptr;
        for (const Param& param : params) {
            if (param.name == names_[i]) found = &param;
        }
        VAFA_ASSERT(found != nullptr);  // a parameter of the query was not given
        bind(static_cast<int>(i) + 1, found->value);
    }
}

bool SqliteStatement::step() {
    const int code = sqlite3_step(handle_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    // The message belongs to the step: a reset would keep it, another call would not.
    throw_sqlite(connection_, code);
}

int SqliteRow::columns() const { return sqlite3_column_count(statement_); }

bool SqliteRow::is_null(int column) const {
    VAFA_ASSERT(column >= 0 && column < columns());
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void SqliteRow::expect_value(int column) const {
    if (is_null(column)) {
        throw DatabaseError(FailureKind::other, std::string("NULL in column ") +
                                                    sqlite3_column_name(statement_, column));
    }
}

std::int64_t SqliteRow::integer(int column) const {
    expect_value(column);
    return sqlite3_column_int64(statement_, column);
}

double SqliteRow::real(int column) const {
    expect_value(column);
    return sqlite3_column_double(statement_, column);
}

std::string_view SqliteRow::text(int column) const {
    expect_value(column);
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view SqliteRow::bytes(int column) const {
    expect_value(column);
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
    return size == 0 ? std::string_view() : std::string_view(data, size);
}

}  // namespace vafa::sql
