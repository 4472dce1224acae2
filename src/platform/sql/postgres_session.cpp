#include "platform/sql/postgres_session.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/result.h"
#include "platform/sql/error.h"
#include "platform/sql/failure.h"
#include "platform/sql/named_parameters.h"
#include "platform/sql/postgres_batch.h"

namespace vafa::sql {
namespace {

// The library does not export this class's type information, which the check of the cast wants.
__attribute__((no_sanitize("vptr"))) PGconn* native_postgres(soci::session& session) {
    return static_cast<soci::postgresql_session_backend*>(session.get_backend())->conn_;
}

std::int64_t each_row(const PGresult* result, const RowFn* fn) {
    const int count = PQntuples(result);
    PostgresRow row(result);
    for (int i = 0; fn != nullptr && i < count; ++i) {
        row.move_to(i);
        (*fn)(row);
    }
    return count;
}

std::int64_t affected(PGresult* result) {
    const std::string_view text = PQcmdTuples(result);
    return text.empty() ? 0 : std::stoll(std::string(text));
}

const Value* find(std::span<const Param> params, std::string_view name) {
    for (const Param& param : params) {
        if (param.name == name) return &param.value;
    }
    return nullptr;
}

}  // namespace

PostgresSession::PostgresSession(const std::string& conninfo) {
    try {
        soci_.open(soci::postgresql, conninfo);
    } catch (const soci::soci_error& error) {
        throw DatabaseError(FailureKind::lost, error.what());
    }
    connection_ = native_postgres(soci_);
    PQsetNoticeProcessor(
        connection_, [](void*, const char*) {}, nullptr);
}

PostgresAnswer PostgresSession::checked(PGresult* result) {
    PostgresAnswer answer(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return answer;
    if (PQstatus(connection_) != CONNECTION_OK) {
        throw DatabaseError(FailureKind::lost, PQerrorMessage(connection_));
    }
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    throw DatabaseError(postgres_failure(state == nullptr ? "" : state),
                        PQresultErrorMessage(result));
}

void PostgresSession::script(std::string_view statements) {
    checked(PQexec(connection_, std::string(statements).c_str()));
}

void PostgresSession::prepare(const Query& query) {
    const std::string text = number_parameters(query.postgres).text;
    checked(PQprepare(connection_, "", text.c_str(), 0, nullptr));
}

bool PostgresSession::roll_back() noexcept {
    if (PQstatus(connection_) != CONNECTION_OK) return false;
    const PostgresAnswer answer(PQexec(connection_, "ROLLBACK"));
    return PQresultStatus(answer.get()) == PGRES_COMMAND_OK;
}

const std::string& PostgresSession::prepared(const std::string& sql, const PostgresParams& params) {
    constexpr std::size_t kMaxStatements = 500;
    const std::pair key(sql, params.types());
    if (const auto found = statements_.find(key); found != statements_.end()) return found->second;
    if (statements_.size() >= kMaxStatements) {
        script("DEALLOCATE ALL");
        statements_.clear();
    }
    std::string name = fmt::format("s{}", statements_.size());
    checked(
        PQprepare(connection_, name.c_str(), sql.c_str(), params.size(), params.types().data()));
    return statements_.emplace(key, std::move(name)).first->second;
}

PostgresAnswer PostgresSession::run_numbered(const std::string& sql, const PostgresParams& params) {
    const std::string& name = prepared(sql, params);
    return checked(PQexecPrepared(connection_, name.c_str(), params.size(), params.values(),
                                  params.lengths(), params.formats(), 0));
}

std::int64_t PostgresSession::run(std::string_view sql, std::span<const Param> params,
                                  const RowFn* fn) {
    const NumberedStatement statement = number_parameters(sql);
    VAFA_ASSERT(statement.names.size() == params.size());  // a parameter is missing or too many
    PostgresParams values;
    for (const std::string& name : statement.names) {
        const Value* value = find(params, name);
        VAFA_ASSERT(value != nullptr);  // a parameter of the query was not given
        values.add(*value);
    }
    const PostgresAnswer answer = run_numbered(statement.text, values);
    return fn != nullptr ? each_row(answer.get(), fn) : affected(answer.get());
}

std::int64_t PostgresSession::lookup_array(const Query& query, const PostgresArray& keys,
                                           std::span<const Param> params, const RowFn& fn) {
    const NumberedStatement statement = number_parameters(compare_with_any(query.postgres));
    PostgresParams values;
    for (const std::string& name : statement.names) {
        if (name == "key") {
            values.add(keys);
            continue;
        }
        const Value* value = find(params, name);
        VAFA_ASSERT(value != nullptr);  // a parameter of the query was not given
        values.add(*value);
    }
    return each_row(run_numbered(statement.text, values).get(), &fn);
}

std::int64_t PostgresSession::lookup_integers(const Query& query,
                                              std::span<const std::int64_t> keys,
                                              std::span<const Param> params, const RowFn& fn) {
    if (keys.empty()) return 0;
    PostgresArray array;
    for (const std::int64_t key : keys) array.add(key);
    return lookup_array(query, array, params, fn);
}

std::int64_t PostgresSession::lookup_texts(const Query& query, std::span<const std::string> keys,
                                           std::span<const Param> params, const RowFn& fn) {
    if (keys.empty()) return 0;
    PostgresArray array;
    for (const std::string& key : keys) array.add(key);
    return lookup_array(query, array, params, fn);
}

std::unique_ptr<BatchSink> PostgresSession::batch(const BatchPlan& plan) {
    return std::make_unique<PostgresBatch>(*this, plan);
}

}  // namespace vafa::sql
