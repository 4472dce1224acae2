#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include "base/result.h"
#include "platform/sql/session.h"

namespace vafa::sql {

struct SqliteOptions {
    bool read_only = false;  // also works where the folder cannot be written
    int readers = 2;
    // A detector for tests: every SELECT without ORDER BY answers in the opposite order.
    bool reverse_unordered_selects = false;
};

// A store's state. Thread-safe. Functions given to write and read get a Session inside a
// transaction, must not call the Database again, and may not keep the Session.
class Database {
public:
    static Result<std::unique_ptr<Database>> open_sqlite(const std::filesystem::path& path,
                                                         const SqliteOptions& options = {});
    // One connection for everything: what is read sees what was written, nothing is kept.
    static Result<std::unique_ptr<Database>> open_sqlite_memory(const SqliteOptions& options = {});
    // `conninfo` as libpq takes it; empty means the PG* environment.
    static Result<std::unique_ptr<Database>> open_postgres(const std::string& conninfo,
                                                           int sessions = 4);
    virtual ~Database() = default;

    // `fn(Session&) -> Result<T>` in one transaction: committed when it answers a value, rolled
    // back when it answers an error or throws. Violations, a full disk and the like come back as
    // Errors (see error.h). On SQLite there is one writer: callers that meet share one commit,
    // each in a savepoint of its own, run on one thread of theirs. On PostgreSQL transactions are
    // READ COMMITTED and run side by side.
    template <class F>
    auto write(F&& fn) -> std::invoke_result_t<F&, Session&> {
        return through<std::invoke_result_t<F&, Session&>>(
            fn, [this](const Work& work) { return run_write(work); });
    }
    // The same on a consistent snapshot that cannot be written.
    template <class F>
    auto read(F&& fn) -> std::invoke_result_t<F&, Session&> {
        return through<std::invoke_result_t<F&, Session&>>(
            fn, [this](const Work& work) { return run_read(work); });
    }

    virtual Dialect dialect() const = 0;

protected:
    using Work = std::function<Result<void>(Session&)>;
    virtual Result<void> run_write(const Work& work) = 0;
    virtual Result<void> run_read(const Work& work) = 0;

private:
    template <class R, class F, class Runner>
    static R through(F& fn, const Runner& runner) {
        std::optional<R> answer;
        const Result<void> done = runner([&](Session& session) -> Result<void> {
            answer.emplace(fn(session));
            if (answer->has_error()) return answer->error();
            return {};
        });
        if (done.has_error()) return done.error();
        return std::move(*answer);
    }
};

}  // namespace vafa::sql
