#include "platform/sql/postgres_database.h"

#include <exception>

#include "platform/sql/error.h"

namespace vafa::sql {
namespace {

Result<void> in_transaction(PostgresSession& session, std::string_view begin,
                            const std::function<Result<void>(Session&)>& work) {
    session.script(begin);
    Result<void> answer = work(session);
    session.script(answer.has_error() ? "ROLLBACK" : "COMMIT");
    return answer;
}

}  // namespace

PostgresDatabase::PostgresDatabase(const std::string& conninfo, int sessions)
    : pool_(std::max(1, sessions),
            [conninfo] { return std::make_unique<PostgresSession>(conninfo); }) {
    pool_.give_back(pool_.take());  // opening fails here, not at the first question
}

Result<void> PostgresDatabase::run(std::string_view begin, const Work& work) {
    std::unique_ptr<PostgresSession> session;
    Result<void> answer;
    std::exception_ptr exception;
    try {
        session = pool_.take();
        answer = in_transaction(*session, begin, work);
    } catch (...) {
        exception = std::current_exception();
    }
    if (session) {
        const bool usable = exception == nullptr || session->roll_back();
        pool_.give_back(usable ? std::move(session) : nullptr);
    }
    if (!exception) return answer;
    if (std::optional<Error> error = translate(exception)) return std::move(*error);
    std::rethrow_exception(exception);
}

}  // namespace vafa::sql
