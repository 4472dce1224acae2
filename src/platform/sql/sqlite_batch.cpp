#include "platform/sql/sqlite_batch.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/result.h"

namespace vafa::sql {
namespace {

std::string each(const std::vector<std::string>& columns, std::string_view join) {
    std::string out;
    for (const std::string& column : columns) {
        out += fmt::format("{}{} = ?", out.empty() ? "" : join, column);
    }
    return out;
}

std::string sqlite_statement_of(const BatchPlan& plan) {
    switch (plan.kind) {
        case BatchPlan::Kind::insert: {
            const std::vector<std::string> marks(plan.columns.size(), "?");
            return fmt::format("INSERT INTO {} ({}) VALUES ({}) {}", plan.table,
                               fmt::join(plan.columns, ", "), fmt::join(marks, ", "),
                               plan.conflict);
        }
        case BatchPlan::Kind::update:
            return fmt::format("UPDATE {} SET {} WHERE {}", plan.table, each(plan.columns, ", "),
                               each(plan.keys, " AND "));
        case BatchPlan::Kind::erase:
            break;
    }
    return fmt::format("DELETE FROM {} WHERE {}", plan.table, each(plan.keys, " AND "));
}

}  // namespace

SqliteBatch::SqliteBatch(sqlite_api::sqlite3* connection, const BatchPlan& plan)
    : connection_(connection),
      statement_(connection, sqlite_statement_of(plan)),
      width_(plan.keys.size() + plan.columns.size()),
      keys_(plan.keys.size()) {}

void SqliteBatch::add(std::span<const Value> row) {
    VAFA_ASSERT(row.size() == width_);
    // The row begins with the keys; the statement ends with them.
    const std::size_t columns = width_ - keys_;
    for (std::size_t i = 0; i < columns; ++i) {
        statement_.bind(static_cast<int>(i) + 1, row[keys_ + i]);
    }
    for (std::size_t i = 0; i < keys_; ++i) {
        statement_.bind(static_cast<int>(columns + i) + 1, row[i]);
    }
    statement_.step();
    affected_ += sqlite_api::sqlite3_changes(connection_);
    statement_.reset();
}

}  // namespace vafa::sql
