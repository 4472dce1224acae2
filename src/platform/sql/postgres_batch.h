#pragma once

#include <vector>

#include "platform/sql/postgres_session.h"

namespace vafa::sql {

// Gathers columns and sends them as arrays, some thousand rows a statement.
class PostgresBatch final : public BatchSink {
public:
    PostgresBatch(PostgresSession& session, const BatchPlan& plan);
    void add(std::span<const Value> row) override;
    std::int64_t finish() override;

private:
    void flush();

    PostgresSession& session_;
    std::string statement_;
    std::vector<PostgresArray> columns_;
    std::size_t rows_ = 0;
    std::size_t bytes_ = 0;
    std::int64_t affected_ = 0;
};

}  // namespace vafa::sql
