#include "platform/sql/group_commit.h"

#include <utility>

#include "platform/sql/error.h"

namespace vafa::sql {
namespace {

constexpr std::size_t kMaxGroup = 64;  // bounds how long the first of a group waits for the last

}  // namespace

Result<void> translate_or_rethrow(const std::exception_ptr& exception) {
    if (std::optional<Error> error = translate(exception)) return std::move(*error);
    std::rethrow_exception(exception);
}

Result<void> GroupCommit::write(const Work& work) {
    Pending mine{.work = &work};
    std::unique_lock lock(mutex_);
    VAFA_ASSERT(!led_ || leader_ != std::this_thread::get_id());  // a write inside a write
    queue_.push_back(&mine);
    while (!mine.done) {
        changed_.wait(lock, [&] { return mine.done || !led_; });
        if (mine.done) break;
        take_lead(lock);
        const std::size_t size = std::min(queue_.size(), kMaxGroup);
        const auto end = queue_.begin() + static_cast<std::ptrdiff_t>(size);
        const std::vector<Pending*> group(queue_.begin(), end);
        queue_.erase(queue_.begin(), end);
        lock.unlock();
        commit_group(group);
        lock.lock();
        for (Pending* pending : group) pending->done = true;
        give_up_lead();
    }
    lock.unlock();
    if (mine.exception) return translate_or_rethrow(mine.exception);
    return mine.answer;
}

Result<void> GroupCommit::read(const Work& work) {
    Pending mine{.work = &work};
    std::unique_lock lock(mutex_);
    VAFA_ASSERT(!led_ || leader_ != std::this_thread::get_id());  // a read inside a write
    take_lead(lock);
    lock.unlock();
    try {
        session_.script("BEGIN; PRAGMA query_only = 1");
        mine.answer = work(session_);
    } catch (...) {
        mine.exception = std::current_exception();
    }
    session_.script("PRAGMA query_only = 0");
    if (session_.in_transaction()) session_.script("ROLLBACK");
    lock.lock();
    give_up_lead();
    lock.unlock();
    if (mine.exception) return translate_or_rethrow(mine.exception);
    return mine.answer;
}

std::int64_t GroupCommit::commits() const {
    const std::lock_guard lock(mutex_);
    return commits_;
}

std::size_t GroupCommit::waiting() const {
    const std::lock_guard lock(mutex_);
    return queue_.size();
}

void GroupCommit::take_lead(std::unique_lock<std::mutex>& lock) {
    changed_.wait(lock, [this] { return !led_; });
    led_ = true;
    leader_ = std::this_thread::get_id();
}

void GroupCommit::give_up_lead() {
    led_ = false;
    leader_ = {};
    ++commits_;
    changed_.notify_all();
}

void GroupCommit::commit_group(const std::vector<Pending*>& group) {
    try {
        session_.script("BEGIN IMMEDIATE");
        // Alone it needs no savepoint, which would copy every page before its first change.
        const bool alone = group.size() == 1;
        for (Pending* pending : group) alone ? run(*pending) : run_in_savepoint(*pending);
        session_.script(alone && group.front()->failed() ? "ROLLBACK" : "COMMIT");
    } catch (...) {
        fail_all(group);
        if (session_.in_transaction()) session_.script("ROLLBACK");
    }
}

void GroupCommit::run(Pending& pending) {
    try {
        pending.answer = (*pending.work)(session_);
    } catch (...) {
        pending.exception = std::current_exception();
    }
    // A full disk or a damaged page makes SQLite itself roll back the whole transaction.
    if (!session_.in_transaction()) std::rethrow_exception(pending.exception);
}

void GroupCommit::run_in_savepoint(Pending& pending) {
    session_.script("SAVEPOINT member");
    run(pending);
    if (pending.failed()) session_.script("ROLLBACK TO member");
    session_.script("RELEASE member");
}

void GroupCommit::fail_all(const std::vector<Pending*>& group) {
    for (Pending* pending : group) {
        if (!pending->failed()) pending->exception = std::current_exception();
    }
}

}  // namespace vafa::sql
