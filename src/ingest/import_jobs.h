#pragma once

#include <boost/describe.hpp>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "commerce/imports.h"
#include "ingest/import_orders.h"
#include "ingest/uploads.h"
#include "platform/http/event_stream.h"
#include "platform/i18n/i18n.h"
#include "platform/json/notes.h"
#include "platform/parallel/background_worker.h"

namespace vafa::ingest {

inline constexpr std::string_view kDemoKind = "demo";

// What is kept of a queued import: everything its run needs, whenever that is.
struct ImportOrder {
    std::string kind = "orders";  // or "customers", "products"
    std::vector<std::string> uploads;
    std::string preset;
    std::map<std::string, std::string> map;  // field → column
    std::string currency, time_zone, calendar, language, sheet, encoding;
    std::string customer_by;
    std::vector<std::string> set_aside;
    std::map<std::string, std::string> statuses;  // word → status, or "ignore"
    std::vector<std::string> traits, ignore;
    bool no_traits = false;
    std::string date_order, decimal;
    bool accept_unit = false;
};
BOOST_DESCRIBE_STRUCT(ImportOrder, (),
                      (kind, uploads, preset, map, currency, time_zone, calendar, language, sheet,
                       encoding, customer_by, set_aside, statuses, traits, ignore, no_traits,
                       date_order, decimal, accept_unit))

// How far the running import is.
struct JobProgress {
    std::string phase;  // "reading", "applying", "undoing"
    std::uint64_t done = 0, total = 0, rows = 0, rejected = 0;
    std::int64_t rows_per_second = 0;
    bool paused = false;
};
BOOST_DESCRIBE_STRUCT(JobProgress, (),
                      (phase, done, total, rows, rejected, rows_per_second, paused))
json::Notes field_notes(const JobProgress*);

// Imports that run behind the server's back, one after another, on one thread. The queue is
// commerce_import itself: an import stands there as queued, with its order, before anybody is told
// of it, turns running when its files are read and sorted, and so is begun again or resumed by
// whoever opens the store next.
class ImportJobs {
public:
    struct Ports {
        sql::Database& database;
        Intake& intake;
        IdSource& ids;
        const Clock& clock;
        std::filesystem::path data_dir;
        std::function<std::unique_lock<std::mutex>()> turn;  // one import at a time in the process
        std::function<Result<void>()> settings_changed;
        std::function<Result<void>()> save;  // after each import
        // A made-up store: an import like any other, but for where its rows come from. Begun again
        // after a kill. `demo_removed`: what an undone one leaves behind may go, too.
        std::function<Result<ImportResult>(const commerce::ImportRecord&, const ImportWatch&)>
            make_demo = {};
        std::function<Result<void>()> demo_removed = {};
    };
    explicit ImportJobs(Ports ports);
    ~ImportJobs();  // stop()

    // Resumes what a stopped process left, then takes from the queue.
    void start();
    // Ends the import at hand after its chunk; the next start goes on with it.
    void stop();

    Uploads& uploads() { return uploads_; }
    const Ports& ports() const { return ports_; }

    // The request as it will run. Errors as import_orders would answer, before anything is queued.
    Result<ImportRequest> check(const ImportOrder& order) const;
    // In the caller's transaction; `wake` once that is committed.
    Result<ImportId> enqueue(sql::Session& session, const ImportOrder& order);
    void wake();
    // A queued or stopped import is cancelled in the caller's transaction, a running one after its
    // chunk, by `interrupt` once that is committed. What was applied stays. conflict
    // `error.import_over`.
    Result<void> cancel(sql::Session& session, ImportId import);
    void interrupt(ImportId import);
    // The running one waits after its chunk until it is told to go on, is cancelled, or the server
    // stops: the next start goes on by itself. conflict `error.import_not_running`.
    Result<void> pause(ImportId import, bool paused);

    // Marks the import as taken back, in the caller's transaction; `wake` once that is committed.
    Result<void> undo(sql::Session& session, ImportId import);

    std::optional<JobProgress> progress(ImportId import) const;  // of the one that runs
    // By a queued or running import.
    static bool is_used(sql::Session& session, UploadId upload);
    // Events `progress` (JobProgress) while it runs, then `done` (its state), then the end.
    void watch(ImportId import, std::shared_ptr<http::EventStream> stream);
    std::filesystem::path rejected_file(ImportId import) const;

private:
    // One step of the thread: everything there is to do.
    void run_all();
    void resume_stopped();
    bool run_next();
    void end_first_fill();
    void resume_demos();
    void sweep_demo();
    bool undo_next();
    Result<ImportResult> run(const commerce::ImportRecord& record);
    void conclude(ImportId import, const Result<ImportResult>& result);
    Result<void> note_error(ImportId import, const Error& why);
    Result<void> give_up(ImportId import, const Error& why);

    ImportDeps deps(i18n::Locale locale) const;
    ImportWatch watch_of(ImportId import);
    void show(ImportId import, const ImportProgress& at);
    void tell(ImportId import, std::string_view event, const std::string& data);
    void tell_done(ImportId import);
    std::string state_of(ImportId import) const;
    void begin(ImportId import, const char* phase = "reading");
    void end();
    void wait_while_paused(std::unique_lock<std::mutex>& lock);

    Ports ports_;
    Uploads uploads_;
    std::set<ImportId> stuck_;  // undos that failed in this process; of the thread alone

    mutable std::mutex mutex_;
    ImportId current_;
    std::condition_variable changed_;  // progress_.paused, interrupted_, closing_
    bool interrupted_ = false, closing_ = false;
    JobProgress progress_;
    TimeMs phase_began_ = 0, told_at_ = 0;
    std::vector<std::pair<ImportId, std::shared_ptr<http::EventStream>>> watchers_;

    BackgroundWorker worker_;
};

}  // namespace vafa::ingest
