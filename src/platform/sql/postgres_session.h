#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "platform/sql/postgres_values.h"
#include "platform/sql/session.h"
#include "platform/sql/soci.h"

namespace vafa::sql {

class PostgresSession final : public Session {
public:
    explicit PostgresSession(const std::string& conninfo);

    Dialect dialect() const override { return Dialect::postgres; }
    void script(std::string_view statements) override;
    void prepare(const Query& query) override;
    std::int64_t run(std::string_view sql, std::span<const Param> params, const RowFn* fn) override;
    std::unique_ptr<BatchSink> batch(const BatchPlan& plan) override;
    soci::session& soci() override { return soci_; }

    // Runs a prepared `$1` statement; answers what it gave back.
    PostgresAnswer run_numbered(const std::string& sql, const PostgresParams& params);
    // False when the connection is beyond use.
    bool roll_back() noexcept;

protected:
    std::int64_t lookup_integers(const Query& query, std::span<const std::int64_t> keys,
                                 std::span<const Param> params, const RowFn& fn) override;
    std::int64_t lookup_texts(const Query& query, std::span<const std::string> keys,
                              std::span<const Param> params, const RowFn& fn) override;

private:
    std::int64_t lookup_array(const Query& query, const PostgresArray& keys,
                              std::span<const Param> params, const RowFn& fn);
    PostgresAnswer checked(PGresult* result);
    const std::string& prepared(const std::string& sql, const PostgresParams& params);

    soci::session soci_;
    PGconn* connection_;
    // By the text and the types of its parameters.
    std::map<std::pair<std::string, std::vector<Oid>>, std::string> statements_;
};

}  // namespace vafa::sql
