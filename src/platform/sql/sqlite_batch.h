#pragma once

#include "platform/sql/session.h"
#include "platform/sql/sqlite_statement.h"

namespace vafa::sql {

// Binds and steps one prepared statement for every row; nothing is buffered.
class SqliteBatch final : public BatchSink {
public:
    SqliteBatch(sqlite_api::sqlite3* connection, const BatchPlan& plan);
    void add(std::span<const Value> row) override;
    std::int64_t finish() override { return affected_; }

private:
    sqlite_api::sqlite3* connection_;
    SqliteStatement statement_;
    std::size_t width_;
    std::size_t keys_;
    std::int64_t affected_ = 0;
};

}  // namespace vafa::sql
