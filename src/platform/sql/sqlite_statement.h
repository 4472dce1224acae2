#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/row.h"
#include "platform/sql/soci.h"
#include "platform/sql/value.h"

namespace vafa::sql {

// Throws a DatabaseError with the connection's message for an SQLite result code.
[[noreturn]] void throw_sqlite(sqlite_api::sqlite3* connection, int code);

// A prepared statement of SQLite's own interface: SOCI's returns expressions as text with 15
// digits and copies every cell.
class SqliteStatement {
public:
    SqliteStatement(sqlite_api::sqlite3* connection, std::string_view sql);

    void bind(int position, const Value& value);  // from 1; text must outlive the step
    void bind(std::span<const Param> params);     // by name: all of them, no others
    bool step();                                  // true: a row stands ready
    void reset() { sqlite_api::sqlite3_reset(handle_.get()); }

    bool busy = false;  // somebody is reading its rows
    sqlite_api::sqlite3_stmt* handle() const { return handle_.get(); }

private:
    struct Finalise {
        void operator()(sqlite_api::sqlite3_stmt* handle) const {
            sqlite_api::sqlite3_finalize(handle);
        }
    };

    sqlite_api::sqlite3* connection_;
    std::unique_ptr<sqlite_api::sqlite3_stmt, Finalise> handle_;
    std::vector<std::string> names_;  // of the parameters, by position
};

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite_api::sqlite3_stmt* statement) : statement_(statement) {}
    int columns() const override;
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    std::string_view bytes(int column) const override;

private:
    void expect_value(int column) const;
    sqlite_api::sqlite3_stmt* statement_;
};

}  // namespace vafa::sql
