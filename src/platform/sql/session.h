#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/query.h"
#include "platform/sql/row.h"
#include "platform/sql/value.h"

namespace soci {
class session;
}

namespace vafa::sql {

using RowFn = std::function<void(const Row&)>;

// What a bulk write does; see batch.h.
struct BatchPlan {
    enum class Kind { insert, update, erase };
    Kind kind;
    std::string table;
    std::vector<std::string> keys;     // update, erase: the columns that find the row
    std::vector<std::string> columns;  // insert, update: the columns written
    std::string conflict;              // insert: "ON CONFLICT …" or nothing
};
class BatchSink {
public:
    virtual ~BatchSink() = default;
    virtual void add(std::span<const Value> row) = 0;
    virtual std::int64_t finish() = 0;  // rows affected in all
};

// A connection inside a transaction of Database::write or ::read; one thread at a time. Statements
// are prepared once a connection. Failures of the database are exceptions (error.h), which write
// and read turn into Results where they have a meaning for the caller.
class Session {
public:
    virtual ~Session() = default;
    virtual Dialect dialect() const = 0;

    // Runs one statement; answers how many rows it changed.
    std::int64_t execute(const Query& query, std::initializer_list<Param> params = {}) {
        return run(query.text(dialect()), {params.begin(), params.size()}, nullptr);
    }
    // Calls `fn` for every row, in the query's order; answers their number. `fn` may run other
    // statements.
    std::int64_t rows(const Query& query, std::initializer_list<Param> params, const RowFn& fn) {
        return run(query.text(dialect()), {params.begin(), params.size()}, &fn);
    }
    // The first row, if there is one.
    bool one(const Query& query, std::initializer_list<Param> params, const RowFn& fn);
    // The first column of the first row: one<std::int64_t>(queries::count_orders).
    template <class T>
    std::optional<T> one(const Query& query, std::initializer_list<Param> params = {}) {
        std::optional<T> value;
        one(query, params, [&](const Row& row) { value.emplace(row.get<T>(0)); });
        return value;
    }

    // Many keys at once. The query compares with `= :key` (and may have `params` besides), must
    // answer the key as a column, and its rows come in no particular order: SQLite runs it key by
    // key, PostgreSQL once as `= ANY(:key)`. Keys must be distinct.
    std::int64_t lookup(const Query& query, std::span<const std::int64_t> keys, const RowFn& fn,
                        std::initializer_list<Param> params = {}) {
        return lookup_integers(query, keys, {params.begin(), params.size()}, fn);
    }
    std::int64_t lookup(const Query& query, std::span<const std::string> keys, const RowFn& fn,
                        std::initializer_list<Param> params = {}) {
        return lookup_texts(query, keys, {params.begin(), params.size()}, fn);
    }

    // Several statements without parameters: migrations and tests.
    virtual void script(std::string_view statements) = 0;
    // Only compiles the statement; throws when it is wrong.
    virtual void prepare(const Query& query) = 0;
    // `fn` null: rows are dropped. For texts that a builder made; else execute and rows.
    virtual std::int64_t run(std::string_view sql, std::span<const Param> params,
                             const RowFn* fn) = 0;

    virtual std::unique_ptr<BatchSink> batch(const BatchPlan& plan) = 0;
    // The connection itself, for what this class lacks (include "platform/sql/soci.h").
    virtual soci::session& soci() = 0;

protected:
    virtual std::int64_t lookup_integers(const Query& query, std::span<const std::int64_t> keys,
                                         std::span<const Param> params, const RowFn& fn) = 0;
    virtual std::int64_t lookup_texts(const Query& query, std::span<const std::string> keys,
                                      std::span<const Param> params, const RowFn& fn) = 0;
};

}  // namespace vafa::sql
