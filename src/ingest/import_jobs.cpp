#include "ingest/import_jobs.h"

#include <algorithm>

#include "commerce/api.h"
#include "commerce/imports_of_kind.h"
#include "ingest/adopt.h"
#include "ingest/import_record.h"
#include "ingest/undo_import.h"
#include "ingest/value_options.h"
#include "platform/json/json.h"
#include "platform/log/log.h"
#include "platform/sql/database.h"

namespace vafa::ingest {

namespace fs = std::filesystem;

namespace {

// What throws is a fault of ours: this import fails by it, those who watch it are told, and the
// next one has its turn.
template <class Work>
auto without_throwing(const Work& work) -> decltype(work()) {
    try {
        return work();
    } catch (const std::exception& failure) {
        log::error("imports: {}", failure.what());
        return Error{ErrorCode::internal, "error.import_fault"};
    }
}

constexpr std::int64_t kTellEveryMs = 250;
constexpr const char* kUndoing = "undoing";

const char* word_of(ImportPhase phase) {
    switch (phase) {
        case ImportPhase::reading:
            return "reading";
        case ImportPhase::applying:
            return "applying";
        case ImportPhase::undoing:
            return kUndoing;
    }
    return "";
}

Error over(ImportId import) {
    return conflict("error.import_over").with("import", to_string(import));
}

}  // namespace

json::Notes field_notes(const JobProgress*) {
    return {"ImportProgress",
            {{.name = "phase", .text = "reading, then applying; undoing while it is taken back."},
             {.name = "done",
              .text = "While reading bytes of the files, while applying rows, while undoing "
                      "orders."},
             {.name = "total", .text = "What done will come to; 0: unknown."},
             {.name = "rows", .text = "Rows so far in this phase."},
             {.name = "rejected", .text = "Rows set aside so far."},
             {.name = "rows_per_second", .text = "Since the phase began, without pauses."},
             {.name = "paused", .text = "It waits to be told to go on."}}};
}

ImportJobs::ImportJobs(Ports ports)
    : ports_(std::move(ports)),
      uploads_(ports_.data_dir / "imports" / "uploads", ports_.ids, ports_.clock),
      worker_([this] { run_all(); }) {}

ImportJobs::~ImportJobs() { stop(); }

void ImportJobs::start() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = false;
    }
    worker_.wake();
}

void ImportJobs::wake() { worker_.wake(); }

void ImportJobs::stop() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    worker_.stop();
    const std::lock_guard lock(mutex_);
    for (auto& [import, stream] : watchers_) stream->close();
    watchers_.clear();
}

fs::path ImportJobs::rejected_file(ImportId import) const {
    return ports_.data_dir / "imports" / (to_string(import) + ".rejected.csv");
}

Result<ImportRequest> ImportJobs::check(const ImportOrder& order) const {
    ImportRequest request;
    for (const auto& text : order.uploads) {
        VAFA_TRY(const auto id, parse_id<UploadTag>(text));
        VAFA_TRY(const auto upload, uploads_.find(id));
        request.files.push_back(uploads_.path_of(upload).string());
    }
    const auto kind = import_kind(order.kind);
    if (!kind) return invalid("error.import_kind").with("kind", order.kind).at("kind");
    request.kind = *kind;
    request.preset = order.preset;
    request.map.assign(order.map.begin(), order.map.end());
    request.currency = order.currency;
    request.time_zone = order.time_zone;
    request.customer_by = order.customer_by;
    request.set_aside = order.set_aside;
    request.statuses.assign(order.statuses.begin(), order.statuses.end());
    request.traits = order.traits;
    request.ignore = order.ignore;
    request.no_traits = order.no_traits;
    request.sheet = order.sheet;
    request.encoding = order.encoding;
    if (!order.calendar.empty()) {
        const bool persian = order.calendar == "persian";
        request.calendar = persian ? CalendarKind::persian : CalendarKind::gregorian;
    }
    VAFA_CHECK(set_date_order(request, order.date_order));
    VAFA_CHECK(set_decimal(request, order.decimal));
    request.accept_unit = order.accept_unit;
    VAFA_CHECK(check_files(request));
    return request;
}

Result<ImportId> ImportJobs::enqueue(sql::Session& session, const ImportOrder& order) {
    commerce::ImportRecord record;
    record.id = ImportId{ports_.ids.next()};
    record.kind = order.kind;
    record.state = commerce::ImportState::queued;
    std::vector<std::string> names;
    for (const auto& text : order.uploads) {
        VAFA_TRY(const auto id, parse_id<UploadTag>(text));
        VAFA_TRY(const auto upload, uploads_.find(id));
        VAFA_CHECK(uploads_.touch(upload));
        names.push_back(upload.name);
    }
    record.files = boost::json::serialize(json::encode(names));
    record.options = boost::json::serialize(json::encode(order));
    record.started_at = ports_.clock.now();
    commerce::add_import(session, record);
    return record.id;
}

Result<void> ImportJobs::cancel(sql::Session& session, ImportId import) {
    const auto record = commerce::find_import(session, import);
    if (!record) return not_found("error.import_not_found");
    const bool open = record->state == commerce::ImportState::queued ||
                      record->state == commerce::ImportState::running;
    const bool is_ours = import_kind(record->kind) || record->kind == kDemoKind;
    if (!open || !is_ours) return over(import);
    if (progress(import)) return {};
    commerce::finish_import(session, import, commerce::ImportState::cancelled, record->counters,
                            ports_.clock.now());
    return {};
}

void ImportJobs::interrupt(ImportId import) {
    {
        const std::lock_guard lock(mutex_);
        if (current_ == import) interrupted_ = true;
    }
    changed_.notify_all();
}

Result<void> ImportJobs::pause(ImportId import, bool paused) {
    std::string event;
    {
        const std::lock_guard lock(mutex_);
        if (!import || current_ != import || progress_.phase == kUndoing)
            return conflict("error.import_not_running").with("import", to_string(import));
        progress_.paused = paused;
        event = boost::json::serialize(json::encode(progress_));
    }
    changed_.notify_all();
    tell(import, "progress", event);
    return {};
}

Result<void> ImportJobs::undo(sql::Session& session, ImportId import) {
    return begin_undo(session, import, ports_.clock.now(), ports_.ids);
}

std::optional<JobProgress> ImportJobs::progress(ImportId import) const {
    const std::lock_guard lock(mutex_);
    if (!import || current_ != import) return std::nullopt;
    return progress_;
}

bool ImportJobs::is_used(sql::Session& session, UploadId upload) {
    const std::string quoted = '"' + to_string(upload) + '"';
    const auto open = commerce::open_import_options(session);
    return std::any_of(open.begin(), open.end(), [&](const std::string& options) {
        return options.find(quoted) != std::string::npos;
    });
}

// The thread's side.

void ImportJobs::run_all() {
    try {
        while (!worker_.stopping() && undo_next()) continue;
        sweep_demo();
        resume_stopped();
        resume_demos();
        while (!worker_.stopping() && (undo_next() || run_next())) continue;
        sweep_demo();
        end_first_fill();
        if (!worker_.stopping()) uploads_.sweep();  // nothing waits for its file any more
    } catch (const std::exception& failure) {
        log::error("imports: {}", failure.what());
    }
}

void ImportJobs::resume_stopped() {
    const auto turn = ports_.turn();
    const auto stopped = unfinished_imports(deps(i18n::Locale::en));
    if (stopped.has_error()) return log::error("imports: {}", stopped.error().key);
    for (const ImportId import : *stopped) {
        if (worker_.stopping()) return;
        begin(import);
        conclude(import, without_throwing([&] {
                     return resume_import(deps(i18n::Locale::en), import, watch_of(import));
                 }));
    }
}

void ImportJobs::resume_demos() {
    if (!ports_.make_demo) return;
    const auto turn = ports_.turn();
    const auto demos = ports_.database.read([](sql::Session& session) {
        return Result<std::vector<commerce::ImportRecord>>(
            commerce::imports_of_kind(session, kDemoKind));
    });
    if (demos.has_error()) return log::error("demo: {}", demos.error().key);
    for (const auto& record : *demos) {
        if (worker_.stopping()) return;
        if (record.state != commerce::ImportState::running) continue;
        begin(record.id, "applying");
        conclude(record.id, without_throwing([&] { return run(record); }));
    }
}

void ImportJobs::sweep_demo() {
    if (!ports_.demo_removed) return;
    const auto turn = ports_.turn();
    const auto swept = without_throwing([&] { return ports_.demo_removed(); });
    if (swept.has_error()) log::error("demo: {}", swept.error().key);
}

// Of an import that was cancelled or failed.
void ImportJobs::end_first_fill() {
    if (worker_.stopping()) return;
    const auto turn = ports_.turn();
    const auto ended = commerce::end_abandoned_first_fill(ports_.database);
    if (ended.has_error()) log::error("imports: {}", ended.error().key);
}

bool ImportJobs::run_next() {
    const auto turn = ports_.turn();
    const auto next = ports_.database.read([](sql::Session& session) {
        return Result<std::optional<commerce::ImportRecord>>(commerce::next_queued_import(session));
    });
    if (next.has_error()) log::error("imports: {}", next.error().key);
    if (next.has_error() || !*next) return false;
    begin((*next)->id);
    conclude((*next)->id, without_throwing([&] { return run(**next); }));
    return true;
}

// An undo that fails is tried again by the next process; its error stands at the import.
bool ImportJobs::undo_next() {
    const auto turn = ports_.turn();
    const auto marked = unfinished_undos(deps(i18n::Locale::en));
    if (marked.has_error()) log::error("undo: {}", marked.error().key);
    if (marked.has_error()) return false;
    const auto next = std::find_if(marked->begin(), marked->end(),
                                   [&](ImportId import) { return !stuck_.contains(import); });
    if (next == marked->end()) return false;
    begin(*next, kUndoing);
    const auto undone = without_throwing(
        [&] { return resume_undo(deps(i18n::Locale::en), *next, watch_of(*next)); });
    const bool stopped = undone.has_error() && undone.error().code == ErrorCode::cancelled;
    if (undone.has_error() && !stopped) {
        log::error("undo: {}", undone.error().key);
        stuck_.insert(*next);
        if (note_error(*next, undone.error()).has_error()) log::error("undo: not noted");
    }
    const auto saved = without_throwing([&] { return ports_.save(); });
    if (saved.has_error()) log::error("snapshot: {}", saved.error().key);
    end();
    if (!stopped) tell_done(*next);
    return !stopped;
}

Result<void> ImportJobs::note_error(ImportId import, const Error& why) {
    return ports_.database.write([&](sql::Session& session) -> Result<void> {
        const auto record = commerce::find_import(session, import);
        if (!record) return {};
        commerce::move_import(session, import, record->cursor, with_error(record->counters, why));
        return {};
    });
}

Result<ImportResult> ImportJobs::run(const commerce::ImportRecord& record) {
    if (record.kind == kDemoKind) return ports_.make_demo(record, watch_of(record.id));
    const auto order = order_of(record.options);
    VAFA_TRY(auto request, check(order));
    VAFA_TRY(const bool adopted, adopt_settings(ports_.database, request));
    if (adopted) VAFA_CHECK(ports_.settings_changed());
    VAFA_TRY(request.shop, ports_.database.write([&](sql::Session& session) {
        return Result<ShopId>(
            commerce::ensure_shop(session, commerce::kDefaultShop, ports_.ids, ports_.clock.now()));
    }));
    request.queued = record.id;
    const auto locale = i18n::parse_locale(order.language).value_or(i18n::Locale::en);
    return import_orders(deps(locale), request, watch_of(record.id));
}

// What happened is written down; then whoever watches is told.
void ImportJobs::conclude(ImportId import, const Result<ImportResult>& result) {
    bool by_user = false;
    {
        const std::lock_guard lock(mutex_);
        by_user = interrupted_;
    }
    const bool is_cancelled = result.has_error() && result.error().code == ErrorCode::cancelled;
    Result<void> noted;
    if (result.has_error() && (by_user || !is_cancelled)) noted = give_up(import, result.error());
    if (noted.has_error()) log::error("imports: {}", noted.error().key);
    const auto saved = without_throwing([&] { return ports_.save(); });
    if (saved.has_error()) log::error("snapshot: {}", saved.error().key);
    end();
    if (result.has_value() || by_user || !is_cancelled) tell_done(import);
}

// Cancelled, or failed for good; but where orders are half applied and nobody cancelled, the import
// stays open with its error and is resumed later.
Result<void> ImportJobs::give_up(ImportId import, const Error& why) {
    return ports_.database.write([&](sql::Session& session) -> Result<void> {
        const auto record = commerce::find_import(session, import);
        if (!record) return {};
        const bool half_done = record->state == commerce::ImportState::running;
        if (!half_done && record->state != commerce::ImportState::queued) return {};
        const std::string counters = with_error(record->counters, why);
        if (why.code == ErrorCode::cancelled) {
            commerce::finish_import(session, import, commerce::ImportState::cancelled,
                                    record->counters, ports_.clock.now());
        } else if (half_done) {
            commerce::move_import(session, import, record->cursor, counters);
        } else {
            commerce::finish_import(session, import, commerce::ImportState::failed, counters,
                                    ports_.clock.now());
        }
        return {};
    });
}

ImportDeps ImportJobs::deps(i18n::Locale locale) const {
    return {.database = ports_.database,
            .intake = ports_.intake,
            .ids = ports_.ids,
            .clock = ports_.clock,
            .data_dir = ports_.data_dir,
            .describe = [locale](const Error& error) { return i18n::describe(locale, error); }};
}

ImportWatch ImportJobs::watch_of(ImportId import) {
    ImportWatch watch;
    watch.progress = [this, import](const ImportProgress& at) { show(import, at); };
    watch.cancelled = [this] {
        if (worker_.stopping()) return true;
        std::unique_lock lock(mutex_);
        wait_while_paused(lock);
        return interrupted_;
    };
    return watch;
}

void ImportJobs::wait_while_paused(std::unique_lock<std::mutex>& lock) {
    const TimeMs from = ports_.clock.now();
    changed_.wait(lock, [this] { return !progress_.paused || interrupted_ || closing_; });
    phase_began_ += ports_.clock.now() - from;
}

void ImportJobs::begin(ImportId import, const char* phase) {
    const std::lock_guard lock(mutex_);
    current_ = import;
    interrupted_ = false;
    progress_ = {.phase = phase};
    phase_began_ = ports_.clock.now();
    told_at_ = 0;
}

void ImportJobs::end() {
    const std::lock_guard lock(mutex_);
    current_ = {};
}

void ImportJobs::show(ImportId import, const ImportProgress& at) {
    std::string event;
    {
        const std::lock_guard lock(mutex_);
        const TimeMs now = ports_.clock.now();
        const char* phase = word_of(at.phase);
        if (progress_.phase != phase) phase_began_ = now;
        const auto ms = static_cast<std::uint64_t>(std::max<std::int64_t>(1, now - phase_began_));
        progress_ = {.phase = phase,
                     .done = at.done,
                     .total = at.total,
                     .rows = at.rows,
                     .rejected = at.rejected,
                     .rows_per_second = static_cast<std::int64_t>(at.rows * 1000 / ms),
                     .paused = progress_.paused};
        if (now - told_at_ < kTellEveryMs) return;
        told_at_ = now;
        event = boost::json::serialize(json::encode(progress_));
    }
    tell(import, "progress", event);
}

// Watching.

void ImportJobs::watch(ImportId import, std::shared_ptr<http::EventStream> stream) {
    if (const auto now = progress(import)) {
        stream->send("progress", boost::json::serialize(json::encode(*now)));
    }
    {
        const std::lock_guard lock(mutex_);
        watchers_.emplace_back(import, std::move(stream));
    }
    const std::string state = state_of(import);  // asked after joining: no end is missed
    const bool waits = state == "queued" || state == "undoing";
    if (!waits && !progress(import)) tell_done(import);
}

void ImportJobs::tell(ImportId import, std::string_view event, const std::string& data) {
    const std::lock_guard lock(mutex_);
    std::erase_if(watchers_, [&](const auto& watcher) {
        return watcher.first == import && !watcher.second->send(event, data);
    });
}

void ImportJobs::tell_done(ImportId import) {
    tell(import, "done", R"({"state":")" + state_of(import) + "\"}");
    const std::lock_guard lock(mutex_);
    std::erase_if(watchers_, [&](const auto& watcher) {
        if (watcher.first != import) return false;
        watcher.second->close();
        return true;
    });
}

std::string ImportJobs::state_of(ImportId import) const {
    const auto record = ports_.database.read([&](sql::Session& session) {
        return Result<std::optional<commerce::ImportRecord>>(
            commerce::find_import(session, import));
    });
    if (record.has_error() || !*record) return "failed";
    return std::string(state_word(**record, progress(import).has_value()));
}

}  // namespace vafa::ingest
