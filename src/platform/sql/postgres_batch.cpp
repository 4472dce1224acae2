#include "platform/sql/postgres_batch.h"

#include <charconv>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/result.h"

namespace vafa::sql {
namespace {

constexpr std::size_t kRowsPerFlush = 5'000;
constexpr std::size_t kBytesPerFlush = 4 << 20;

std::vector<std::string> numbered(std::string_view prefix, std::size_t count) {
    std::vector<std::string> out;
    for (std::size_t i = 1; i <= count; ++i) out.push_back(fmt::format("{}{}", prefix, i));
    return out;
}

// The row begins with the keys: column i of the array row `u` is named c<i>.
std::string postgres_statement_of(const BatchPlan& plan) {
    const std::size_t width = plan.keys.size() + plan.columns.size();
    const std::string rows =
        fmt::format("unnest({}) AS u({})", fmt::join(numbered("$", width), ", "),
                    fmt::join(numbered("c", width), ", "));
    std::string where;
    for (std::size_t i = 0; i < plan.keys.size(); ++i) {
        where += fmt::format("{}t.{} = u.c{}", i == 0 ? "" : " AND ", plan.keys[i], i + 1);
    }
    switch (plan.kind) {
        case BatchPlan::Kind::insert:
            return fmt::format("INSERT INTO {} ({}) SELECT * FROM {} {}", plan.table,
                               fmt::join(plan.columns, ", "), rows, plan.conflict);
        case BatchPlan::Kind::update: {
            std::string set;
            for (std::size_t i = 0; i < plan.columns.size(); ++i) {
                set += fmt::format("{}{} = u.c{}", i == 0 ? "" : ", ", plan.columns[i],
                                   plan.keys.size() + i + 1);
            }
            return fmt::format("UPDATE {} AS t SET {} FROM {} WHERE {}", plan.table, set, rows,
                               where);
        }
        case BatchPlan::Kind::erase:
            break;
    }
    return fmt::format("DELETE FROM {} AS t USING {} WHERE {}", plan.table, rows, where);
}

}  // namespace

PostgresBatch::PostgresBatch(PostgresSession& session, const BatchPlan& plan)
    : session_(session),
      statement_(postgres_statement_of(plan)),
      columns_(plan.keys.size() + plan.columns.size()) {}

void PostgresBatch::add(std::span<const Value> row) {
    VAFA_ASSERT(row.size() == columns_.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::size_t before = columns_[i].bytes();
        columns_[i].add(row[i]);
        bytes_ += columns_[i].bytes() - before;
    }
    ++rows_;
    if (rows_ >= kRowsPerFlush || bytes_ >= kBytesPerFlush) flush();
}

std::int64_t PostgresBatch::finish() {
    flush();
    return affected_;
}

void PostgresBatch::flush() {
    if (rows_ == 0) return;
    PostgresParams params;
    for (PostgresArray& column : columns_) {
        params.add(column);
        column.clear();
    }
    rows_ = 0;
    bytes_ = 0;
    const PostgresAnswer answer = session_.run_numbered(statement_, params);
    const std::string_view count = PQcmdTuples(answer.get());
    std::int64_t changed = 0;
    std::from_chars(count.begin(), count.end(), changed);
    affected_ += changed;
}

}  // namespace vafa::sql
