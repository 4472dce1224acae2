#pragma once

#include <string>

#include "platform/sql/database.h"
#include "platform/sql/postgres_session.h"
#include "platform/sql/session_pool.h"

namespace vafa::sql {

class PostgresDatabase final : public Database {
public:
    // Throws DatabaseError when the server does not answer.
    PostgresDatabase(const std::string& conninfo, int sessions);

    Dialect dialect() const override { return Dialect::postgres; }

protected:
    Result<void> run_write(const Work& work) override { return run("BEGIN", work); }
    Result<void> run_read(const Work& work) override {
        return run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", work);
    }

private:
    Result<void> run(std::string_view begin, const Work& work);

    SessionPool<PostgresSession> pool_;
};

}  // namespace vafa::sql
