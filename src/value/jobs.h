#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "base/ids.h"
#include "base/time_zone.h"
#include "platform/parallel/background_worker.h"
#include "platform/sql/database.h"
#include "value/calculation.h"
#include "value/runs.h"

namespace vafa::value {

// Calculations behind the server's back, one after another on one thread: those people ask for, and
// the night's. The queue is value_run itself. Their scores stand in files beside the store.
class Jobs {
public:
    // What a run is made from; keeps its engine alive.
    struct Asked {
        std::shared_ptr<const metrics::Engine> engine;
        metrics::Options options;
        Question question;
        TimeZone zone;
    };
    struct Ports {
        sql::Database& database;
        IdSource& ids;
        const Clock& clock;
        std::filesystem::path folder;  // of the scores; made when needed
        // Of data and settings; the same as long as a run would say the same. Empty: no orders.
        std::function<Result<std::string>()> fingerprint;
        std::function<Result<Asked>()> ask;
        std::function<void()> scores_changed = [] {};
    };
    explicit Jobs(Ports ports);
    ~Jobs();  // stop()

    // Ends what a killed process left, then takes from the queue and watches the nights.
    void start();
    // Ends the run at hand after its step.
    void stop();

    // In the caller's transaction; `wake` once that is committed. conflict `error.value_run_waits`
    // where one is queued or running.
    Result<Run> enqueue(sql::Session& session, const std::string& asked_by);
    void wake();
    // In the caller's transaction; `interrupt` once that is committed. conflict
    // `error.value_run_over`.
    Result<void> cancel(sql::Session& session, RunId run);
    void interrupt(RunId run);
    std::optional<RunProgress> progress(RunId run) const;  // of the one that runs

    // Here and now, for a command.
    Result<Run> run_now(const std::string& asked_by, const RunWatch& watch);

    // Of the latest run; null before the first, and where its file is damaged.
    std::shared_ptr<const Scores> scores();
    // The same as it stands on the disk now. invalid `error.value_scores_damaged`.
    Result<std::shared_ptr<const Scores>> open_scores();

    // One round of the thread: what is queued, the night's run if it is due, checks of the past.
    void round();

private:
    Result<void> execute(const Run& run, const RunWatch& watch);
    Result<void> keep(RunId run, Calculation made);
    void conclude(const Run& run, const Result<void>& done);
    Result<bool> run_queued();
    Result<void> run_nightly();
    Result<void> check_past();
    Result<void> check_one(const Run& run, const Asked& asked);
    Result<void> drop_superseded();
    RunWatch own_watch(RunId run);
    std::filesystem::path file_of(RunId run) const;
    void forget_scores();

    Ports ports_;
    std::mutex working_;  // one calculation at a time in the process
    std::string seen_;    // the fingerprint of the round before; of the thread alone

    mutable std::mutex mutex_;
    RunId current_;
    bool interrupted_ = false;
    RunProgress progress_;

    std::mutex opening_;  // held over a reading of the database: not to be taken inside of one
    bool looked_for_scores_ = false;
    std::shared_ptr<const Scores> scores_;

    std::unique_ptr<BackgroundWorker> worker_;
};

}  // namespace vafa::value
