#include "value/jobs.h"

#include <exception>
#include <set>
#include <utility>

#include "platform/i18n/i18n.h"
#include "platform/json/json.h"
#include "platform/log/log.h"
#include "value/checks.h"
#include "value/schedule.h"
#include "value/store.h"

namespace vafa::value {
namespace {

constexpr std::chrono::minutes kEvery(5);

using Lock = std::lock_guard<std::mutex>;

void log_error(const Error& error) {
    log::error("value: {}", i18n::describe(i18n::Locale::en, error));
}

void log_failure(const Result<void>& done) {
    if (done.has_error()) log_error(done.error());
}

// What throws is a fault of ours: this run fails by it, the next one has its turn.
Result<void> without_throwing(const std::function<Result<void>()>& work) {
    try {
        return work();
    } catch (const std::exception& failure) {
        log::error("value: {}", failure.what());
        return Error{ErrorCode::internal, "error.value_fault"};
    }
}

// What a kill left half written, or whole and of no run, goes with the superseded.
void remove_others(const std::filesystem::path& folder,
                   const std::set<std::filesystem::path>& kept) {
    std::error_code failed;
    std::vector<std::filesystem::path> others;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        if (!kept.contains(entry.path())) others.push_back(entry.path());
    }
    for (const auto& path : others) std::filesystem::remove(path, failed);
}

std::string as_text(const auto& answer) { return boost::json::serialize(json::encode(answer)); }

}  // namespace

Jobs::Jobs(Ports ports) : ports_(std::move(ports)) {}
Jobs::~Jobs() { stop(); }

void Jobs::start() {
    log_failure(ports_.database.write([&](sql::Session& session) -> Result<void> {
        store::end_interrupted(session, ports_.clock.now(), "error.value_interrupted");
        return {};
    }));
    worker_ = std::make_unique<BackgroundWorker>([this] { round(); }, kEvery);
    worker_->wake();
}

void Jobs::stop() {
    if (worker_) worker_->stop();
}

void Jobs::wake() {
    if (worker_) worker_->wake();
}

// The queue.

Result<Run> Jobs::enqueue(sql::Session& session, const std::string& asked_by) {
    if (store::open_run(session)) return conflict("error.value_run_waits");
    Run run;
    run.id.value = ports_.ids.next();
    run.asked_by = asked_by;
    run.asked_at = ports_.clock.now();
    store::add_run(session, run);
    return run;
}

Result<void> Jobs::cancel(sql::Session& session, RunId run) {
    if (store::end_run(session, run, RunState::cancelled, ports_.clock.now())) return {};
    return conflict("error.value_run_over").with("run", to_string(run));
}

void Jobs::interrupt(RunId run) {
    const Lock lock(mutex_);
    if (current_ == run) interrupted_ = true;
}

std::optional<RunProgress> Jobs::progress(RunId run) const {
    const Lock lock(mutex_);
    return current_ == run && run ? std::optional(progress_) : std::nullopt;
}

// A round.

void Jobs::round() {
    const auto all = [&]() -> Result<void> {
        for (bool more = true; more;) {
            VAFA_TRY(more, run_queued());
        }
        VAFA_CHECK(run_nightly());
        return check_past();
    };
    log_failure(without_throwing(all));
}

Result<bool> Jobs::run_queued() {
    if (worker_ && worker_->stopping()) return false;
    VAFA_TRY(const auto next, ports_.database.read([](sql::Session& session) {
        return Result<std::optional<Run>>(store::next_queued(session));
    }));
    if (!next) return false;
    conclude(*next, without_throwing([&] { return execute(*next, own_watch(next->id)); }));
    return true;
}

Result<void> Jobs::run_nightly() {
    if (worker_ && worker_->stopping()) return {};
    VAFA_TRY(const std::string now, ports_.fingerprint());
    const bool quiet = now == std::exchange(seen_, now);
    VAFA_TRY(const auto latest, ports_.database.read([](sql::Session& session) {
        return Result<std::vector<Run>>(store::runs(session, {}, 1));
    }));
    Situation situation{.now = ports_.clock.now(), .changed = true, .quiet = quiet};
    if (!latest.empty()) situation.last_asked = latest.front().asked_at;
    if (!latest.empty()) {
        const Run& last = latest.front();
        situation.changed = last.fingerprint != now || last.state == RunState::failed;
        situation.lost = last.state == RunState::done && !scores();
    }
    if (now.empty() || !(situation.changed || situation.lost)) return {};
    VAFA_TRY(const Asked asked, ports_.ask());
    if (!asked.engine->data_end(asked.options) || !is_due(situation, asked.zone)) return {};
    VAFA_CHECK(ports_.database.write([&](sql::Session& session) -> Result<void> {
        VAFA_CHECK(enqueue(session, std::string(kNightly)));
        return {};
    }));
    VAFA_CHECK(run_queued());
    return {};
}

// A calculation.

Result<void> Jobs::execute(const Run& run, const RunWatch& watch) {
    const Lock working(working_);
    if (run.state == RunState::queued) {
        VAFA_TRY(const std::string fingerprint, ports_.fingerprint());
        VAFA_TRY(const bool begun, ports_.database.write([&](sql::Session& session) {
            return Result<bool>(store::begin_run(session, run.id, fingerprint));
        }));
        if (!begun) return Error{ErrorCode::cancelled, "error.interrupted"};
    }
    VAFA_TRY(const Asked asked, ports_.ask());
    const Store store{*asked.engine, asked.options, ports_.clock};
    VAFA_TRY(auto made, calculate(store, asked.question, watch));
    VAFA_CHECK(keep(run.id, std::move(made)));
    forget_scores();
    ports_.scores_changed();
    return drop_superseded();
}

Result<void> Jobs::keep(RunId run, Calculation made) {
    const ScoreHead head{run, made.as_of, static_cast<std::int32_t>(made.summary.horizon_days),
                         made.has_value};
    VAFA_CHECK(write_scores(file_of(run), head, made.scores));
    const store::Finished finished{made.as_of, made.summary.scores.fit.model,
                                   static_cast<std::int64_t>(made.scores.size()),
                                   as_text(made.summary)};
    VAFA_TRY(const bool kept, ports_.database.write([&](sql::Session& session) {
        return Result<bool>(store::finish_run(session, run, ports_.clock.now(), finished));
    }));
    if (kept) return {};
    std::error_code ignored;
    std::filesystem::remove(file_of(run), ignored);
    return Error{ErrorCode::cancelled, "error.interrupted"};
}

void Jobs::conclude(const Run& run, const Result<void>& done) {
    bool by_user = false;
    {
        const Lock lock(mutex_);
        by_user = current_ != run.id || interrupted_;  // the next one took its place
        if (current_ == run.id) current_ = {};
    }
    if (done.has_value()) return;
    const bool was_cancelled = done.error().code == ErrorCode::cancelled;
    const bool stopped = was_cancelled && !by_user && worker_ && worker_->stopping();
    const std::string error = stopped         ? "error.value_interrupted"
                              : was_cancelled ? ""
                                              : done.error().key;
    const RunState state = was_cancelled && !stopped ? RunState::cancelled : RunState::failed;
    log_failure(ports_.database.write([&](sql::Session& session) -> Result<void> {
        store::end_run(session, run.id, state, ports_.clock.now(), error);
        return {};
    }));
}

RunWatch Jobs::own_watch(RunId run) {
    {
        const Lock lock(mutex_);
        current_ = run;
        interrupted_ = false;
        progress_ = {};
    }
    RunWatch watch;
    watch.progress = [this, run](const RunProgress& at) {
        const Lock lock(mutex_);
        if (current_ == run) progress_ = at;
    };
    watch.cancelled = [this, run] {
        if (worker_ && worker_->stopping()) return true;
        const Lock lock(mutex_);
        return interrupted_ || current_ != run;
    };
    return watch;
}

// Begun in the transaction that adds it, so that the thread does not take it.
Result<Run> Jobs::run_now(const std::string& asked_by, const RunWatch& watch) {
    const bool alone = worker_ == nullptr;  // what is open was left by a process that is gone
    VAFA_TRY(const std::string fingerprint, ports_.fingerprint());
    VAFA_TRY(const Run run, ports_.database.write([&](sql::Session& session) -> Result<Run> {
        std::optional<Run> left;
        if (alone) {
            store::end_interrupted(session, ports_.clock.now(), "error.value_interrupted");
            left = store::next_queued(session);
        }
        if (!left) {
            VAFA_TRY(left, enqueue(session, asked_by));
        }
        store::begin_run(session, left->id, fingerprint);
        left->state = RunState::running;
        return *left;
    }));
    RunWatch both = own_watch(run.id);
    both.progress = [&watch, shown = both.progress](const RunProgress& at) {
        shown(at);
        watch.progress(at);
    };
    both.cancelled = [&watch, ended = both.cancelled] { return ended() || watch.cancelled(); };
    const auto done = without_throwing([&] { return execute(run, both); });
    conclude(run, done);
    if (done.has_error()) return done.error();
    return ports_.database.read([&](sql::Session& session) -> Result<Run> {
        return store::run(session, run.id).value_or(run);
    });
}

// Scores.

std::filesystem::path Jobs::file_of(RunId run) const {
    return ports_.folder / (to_string(run) + ".scores");
}

void Jobs::forget_scores() {
    const Lock opening(opening_);
    looked_for_scores_ = false;
}

Result<std::shared_ptr<const Scores>> Jobs::open_scores() {
    VAFA_TRY(const auto latest, ports_.database.read([](sql::Session& session) {
        return Result<std::optional<Run>>(store::latest_done(session));
    }));
    if (!latest) return std::shared_ptr<const Scores>();
    return Scores::open(file_of(latest->id));
}

std::shared_ptr<const Scores> Jobs::scores() {
    const Lock opening(opening_);
    if (looked_for_scores_) return scores_;
    auto opened = open_scores();
    looked_for_scores_ = true;
    scores_ = nullptr;
    if (opened.has_error()) {
        log_error(opened.error());
    } else {
        scores_ = std::move(opened).value();
    }
    return scores_;
}

Result<void> Jobs::drop_superseded() {
    VAFA_TRY(const auto with_scores, ports_.database.read([](sql::Session& session) {
        return Result<std::vector<Run>>(store::runs_with_scores(session));
    }));
    std::set<std::filesystem::path> kept;
    for (const Run& run : with_scores) kept.insert(file_of(run.id));
    for (const RunId run : superseded(with_scores)) {
        VAFA_CHECK(ports_.database.write([&](sql::Session& session) -> Result<void> {
            store::drop_scores(session, run);
            return {};
        }));
        kept.erase(file_of(run));
    }
    remove_others(ports_.folder, kept);
    return {};
}

// Whose month is over and was not looked at yet.
Result<void> Jobs::check_past() {
    VAFA_TRY(const auto waiting, ports_.database.read([](sql::Session& session) {
        std::vector<Run> runs;
        for (Run& run : store::runs_with_scores(session)) {
            if (!store::has_check(session, run.id)) runs.push_back(std::move(run));
        }
        return Result<std::vector<Run>>(std::move(runs));
    }));
    if (waiting.empty()) return {};
    VAFA_TRY(const Asked asked, ports_.ask());
    const auto end = asked.engine->data_end(asked.options);
    for (const Run& run : waiting) {
        if (worker_ && worker_->stopping()) return {};
        if (end && run.as_of && *end >= *run.as_of + kCheckDays) {
            VAFA_CHECK(check_one(run, asked));
        }
    }
    return {};
}

Result<void> Jobs::check_one(const Run& run, const Asked& asked) {
    const auto scores = Scores::open(file_of(run.id));
    if (scores.has_error()) {
        log_error(scores.error());
        return ports_.database.write([&](sql::Session& session) -> Result<void> {
            store::drop_scores(session, run.id);
            return {};
        });
    }
    const Store store{*asked.engine, asked.options, ports_.clock};
    VAFA_TRY(const CheckAnswer answer, check_scores(store, **scores, run.model));
    return ports_.database.write([&](sql::Session& session) -> Result<void> {
        if (!store::has_check(session, run.id))
            store::add_check(session, {run.id, ports_.clock.now(), as_text(answer)});
        return {};
    });
}

}  // namespace vafa::value
