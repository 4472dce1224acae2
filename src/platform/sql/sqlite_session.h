#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "platform/sql/session.h"
#include "platform/sql/soci.h"
#include "platform/sql/sqlite_statement.h"

namespace vafa::sql {

class SqliteSession final : public Session {
public:
    // `uri` as SQLite reads it: "file:/a/b.db?mode=ro", ":memory:". Throws DatabaseError.
    explicit SqliteSession(const std::string& uri);

    Dialect dialect() const override { return Dialect::sqlite; }
    void script(std::string_view statements) override;
    void prepare(const Query& query) override;
    std::int64_t run(std::string_view sql, std::span<const Param> params, const RowFn* fn) override;
    std::unique_ptr<BatchSink> batch(const BatchPlan& plan) override;
    soci::session& soci() override { return soci_; }

    sqlite_api::sqlite3* connection() const { return connection_; }
    bool in_transaction() const;

protected:
    std::int64_t lookup_integers(const Query& query, std::span<const std::int64_t> keys,
                                 std::span<const Param> params, const RowFn& fn) override;
    std::int64_t lookup_texts(const Query& query, std::span<const std::string> keys,
                              std::span<const Param> params, const RowFn& fn) override;

private:
    template <class Key>
    std::int64_t lookup_each(const Query& query, std::span<const Key> keys,
                             std::span<const Param> params, const RowFn& fn);
    SqliteStatement& cached(std::string_view sql);

    soci::session soci_;
    sqlite_api::sqlite3* connection_;
    std::map<std::string, std::unique_ptr<SqliteStatement>, std::less<>> statements_;
};

}  // namespace vafa::sql
