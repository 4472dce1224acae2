#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.h"
#include "platform/sql/sqlite_session.h"

namespace vafa::sql {

// The one writing connection of an SQLite file. Callers queue; whoever finds nobody leading takes
// the queue, runs every function in a savepoint, and commits them all with one fsync. Thread-safe.
class GroupCommit {
public:
    using Work = std::function<Result<void>(Session&)>;

    explicit GroupCommit(SqliteSession& session) : session_(session) {}

    // Returns after the commit. Throws what `work` threw and nobody translates.
    Result<void> write(const Work& work);
    // Alone on the connection, for a database that has no other.
    Result<void> read(const Work& work);
    // How many commits were made: fewer than writes when callers met.
    std::int64_t commits() const;
    // How many writes wait for the one that runs.
    std::size_t waiting() const;

private:
    struct Pending {
        const Work* work;
        Result<void> answer = {};
        std::exception_ptr exception = nullptr;
        bool done = false;

        bool failed() const { return exception != nullptr || answer.has_error(); }
    };

    void take_lead(std::unique_lock<std::mutex>& lock);
    void give_up_lead();
    void commit_group(const std::vector<Pending*>& group);
    void run(Pending& pending);
    void run_in_savepoint(Pending& pending);
    void fail_all(const std::vector<Pending*>& group);

    SqliteSession& session_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Pending*> queue_;
    bool led_ = false;
    std::thread::id leader_;
    std::int64_t commits_ = 0;
};

// A Result from a caught exception, or the exception again.
Result<void> translate_or_rethrow(const std::exception_ptr& exception);

}  // namespace vafa::sql
