#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "platform/sql/session.h"

namespace vafa::sql {

// Writes many rows: a prepared statement bound over and over on SQLite, arrays with unnest on
// PostgreSQL. Anything over 100 rows goes this way.
//
//     auto batch = Batch::insert(session, "commerce_order", {"id", "total"},
//                                "ON CONFLICT (id) DO UPDATE SET total = excluded.total");
//     for (const Order& order : orders) batch.add(order.id.value, order.total);
//     batch.finish();
//
// Contract: the keys of one batch are distinct (PostgreSQL refuses to upsert a row twice in one
// statement); every row has the same types (NULL is an empty optional); nothing is sure to be
// written before finish(); the session runs nothing on these rows' table in between.
class Batch {
public:
    static Batch insert(Session& session, std::string table, std::vector<std::string> columns,
                        std::string conflict = "") {
        return {session,
                {BatchPlan::Kind::insert,
                 std::move(table),
                 {},
                 std::move(columns),
                 std::move(conflict)}};
    }
    // Rows are given as the keys, then the columns. Keys are never NULL.
    static Batch update(Session& session, std::string table, std::vector<std::string> keys,
                        std::vector<std::string> columns) {
        return {
            session,
            {BatchPlan::Kind::update, std::move(table), std::move(keys), std::move(columns), {}}};
    }
    static Batch erase(Session& session, std::string table, std::vector<std::string> keys) {
        return {session, {BatchPlan::Kind::erase, std::move(table), std::move(keys), {}, {}}};
    }

    template <class... T>
    void add(const T&... cells) {
        const std::array<Value, sizeof...(T)> row{Value(cells)...};
        sink_->add(row);
    }
    void add_row(std::span<const Value> row) { sink_->add(row); }
    // Answers how many rows the database counted as changed.
    std::int64_t finish() { return sink_->finish(); }

private:
    Batch(Session& session, const BatchPlan& plan) : sink_(session.batch(plan)) {}

    std::unique_ptr<BatchSink> sink_;
};

}  // namespace vafa::sql
