#include "app/live_store.h"

#include "app/demo_store.h"
#include "base/hash.h"
#include "history/outbox.h"
#include "ingest/word_events.h"
#include "metrics/report_request.h"
#include "platform/files/whole_file.h"
#include "platform/i18n/time_zones.h"
#include "platform/log/log.h"
#include "platform/parallel/parallel.h"
#include "timeline/rebuild.h"

namespace vafa::app {

namespace fs = std::filesystem;

namespace {

// A store from before the search gets its tokens, in transactions of a second or so each.
constexpr std::int64_t kFillAtOnce = 20'000;

Result<void> fill_search(sql::Database& database) {
    for (bool more = true; more;) {
        VAFA_TRY(more, database.write([](sql::Session& session) -> Result<bool> {
            return commerce::fill_search(session, kFillAtOnce);
        }));
    }
    return {};
}

constexpr const char* kTrack = "order";
// DuckDB would keep all it writes in memory: up to 80 % of the machine.
constexpr std::uint64_t kWritersHistoryMb = 160;
constexpr const char* kRecoveryNeeded = "error.recovery_needed";

fs::path snapshot_of(const LiveStore& store) { return store.path() / "timeline.snapshot"; }

// Keeps alive what the engine looks at.
struct HeldEngine {
    std::shared_ptr<const StoreView> view;
    std::unique_ptr<metrics::Engine> engine;
};

}  // namespace

LiveStore::Options LiveStore::options_of(const Context& context, Access access) {
    Options options;
    options.access = access;
    options.clock = context.clock;
    options.seed = context.entropy();
    options.workers = static_cast<unsigned>(context.config.integer("workers"));
    options.memory_limit_mb = static_cast<std::uint64_t>(context.config.integer("memory-limit-mb"));
    return options;
}

LiveStore::LiveStore(DataDirectory directory, Options options)
    : directory_(std::move(directory)),
      options_(std::move(options)),
      rng_(options_.seed),
      ids_(*options_.clock, rng_),
      version_(static_cast<std::uint64_t>(options_.clock->now())) {
    if (options_.workers == 0) options_.workers = hardware_workers();
}

Result<std::shared_ptr<LiveStore>> LiveStore::open(const fs::path& path, Options options) {
    auto directory = options.access == Access::write ? DataDirectory::open_to_write(path)
                                                     : DataDirectory::open_to_read(path);
    if (directory.has_error()) return std::move(directory).error();
    std::shared_ptr<LiveStore> store(
        new LiveStore(std::move(directory).value(), std::move(options)));
    VAFA_CHECK(store->load_settings());
    if (!store->directory_.read_only()) {
        VAFA_TRY(history::History * history, store->history());
        VAFA_CHECK(ingest::Processor::recover(store->database(), *history));
        VAFA_CHECK(fill_search(store->database()));
        VAFA_CHECK(commerce::end_abandoned_first_fill(store->database()));
        std::error_code ignored;  // what a killed server was about to send
        fs::remove_all(store->path() / "exports", ignored);
    }
    return store;
}

Result<std::shared_ptr<LiveStore>> LiveStore::of(const Context& context, const std::string& path,
                                                 Access access) {
    if (context.store) return context.store;
    return open(context.file(path), options_of(context, access));
}

LiveStore::~LiveStore() = default;

Result<void> LiveStore::close() {
    if (imports_) imports_->stop();
    if (values_) values_->stop();
    return save();
}

ingest::ImportJobs& LiveStore::imports() {
    std::call_once(imports_made_, [this] {
        imports_ = std::make_unique<ingest::ImportJobs>(ingest::ImportJobs::Ports{
            .database = database(),
            .intake = *this,
            .ids = ids_,
            .clock = clock(),
            .data_dir = path(),
            .turn = [this] { return turn_to_import(); },
            .settings_changed = [this] { return settings_changed(); },
            .save = [this] { return save(); },
            .make_demo =
                [this](const commerce::ImportRecord& record, const ingest::ImportWatch& watch) {
                    return make_demo(*this, record, watch);
                },
            .demo_removed = [this] { return demo_removed(); }});
    });
    return *imports_;
}

value::Jobs& LiveStore::values() {
    std::call_once(values_made_, [this] {
        values_ = std::make_unique<value::Jobs>(
            value::Jobs::Ports{.database = database(),
                               .ids = ids_,
                               .clock = clock(),
                               .folder = path() / "scores",
                               .fingerprint = [this] { return value_fingerprint(); },
                               .ask = [this] { return value_asked(); },
                               .scores_changed = [this] { touch(); }});
    });
    return *values_;
}

// Every event counts up, and so does taking one back.
Result<std::string> LiveStore::value_fingerprint() {
    VAFA_TRY(const auto outbox, history::outbox_state(database()));
    if (outbox.given == 0) return std::string();
    return database().read([&](sql::Session& session) {
        std::string all = std::to_string(outbox.given);
        for (const auto& [name, value] : commerce::list_settings(session)) {
            all += '\n' + name + '=' + value;
        }
        return Result<std::string>(std::to_string(hash64(all)));
    });
}

Result<value::Jobs::Asked> LiveStore::value_asked() {
    VAFA_TRY(const auto seen, view());
    value::Jobs::Asked asked{engine(seen), metrics::defaults_of(seen->settings), {}, seen->zone};
    asked.question.margin = static_cast<double>(seen->settings.margin_basis_points) / 10'000;
    asked.question.yearly_discount =
        static_cast<double>(seen->settings.discount_basis_points) / 10'000;
    asked.question.workers = options_.workers;
    return asked;
}

Result<void> LiveStore::demo_removed() {
    VAFA_TRY(const bool swept, sweep_demo(database()));
    return swept ? settings_changed() : Result<void>();
}

commerce::Settings LiveStore::settings() const {
    const std::lock_guard lock(state_);
    return settings_;
}

Result<void> LiveStore::load_settings() {
    VAFA_TRY(auto stored, database().read([](sql::Session& session) {
        return Result<commerce::Settings>(commerce::load_settings(session));
    }));
    VAFA_TRY(auto zone, i18n::load_time_zone(stored.time_zone));
    const std::lock_guard lock(state_);
    settings_ = std::move(stored);
    zone_ = std::move(zone);
    return {};
}

Result<history::History*> LiveStore::history() {
    const std::lock_guard lock(opening_history_);
    if (!history_) {
        history::OpenOptions options;
        options.read_only = directory_.read_only();
        options.threads = options_.workers;
        options.memory_limit_mb = options_.memory_limit_mb;
        if (options.memory_limit_mb == 0 && !options.read_only) {
            options.memory_limit_mb = kWritersHistoryMb;
        }
        const fs::path file = path() / "history.duckdb";
        std::error_code ignored;
        const bool is_new = !fs::exists(file, ignored);
        VAFA_TRY(history_, history::History::open(file.string(), options));
        if (is_new) fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
    }
    return history_.get();
}

bool LiveStore::has_timeline(std::shared_ptr<timeline::Timeline>& into) const {
    const std::lock_guard lock(state_);
    into = timeline_;
    return into != nullptr;
}

Result<std::shared_ptr<timeline::Timeline>> LiveStore::timeline() {
    std::shared_ptr<timeline::Timeline> ready;
    if (has_timeline(ready)) return ready;
    const std::lock_guard writing(writing_);
    return opened_timeline();
}

// From the snapshot where that is still true, else from history.
Result<std::shared_ptr<timeline::Timeline>> LiveStore::opened_timeline() {
    std::shared_ptr<timeline::Timeline> ready;
    if (has_timeline(ready)) return ready;
    VAFA_TRY(const auto outbox, history::outbox_state(database()));
    auto opened = timeline::Timeline::open(snapshot_of(*this).string(), zone_, options_.workers,
                                           outbox.given);
    if (opened.has_value()) {
        ready = std::move(opened).value();
        VAFA_CHECK(set_links(*ready));
        publish(ready);
        return ready;
    }
    log::info("timeline rebuilt: {}", opened.error().key);
    VAFA_TRY(ready, rebuilt(zone_));
    publish(ready);
    VAFA_CHECK(keep_snapshot());
    return ready;
}

Result<std::shared_ptr<timeline::Timeline>> LiveStore::rebuilt(const TimeZone& zone) {
    VAFA_TRY(const history::History* source, history());
    auto made = std::make_shared<timeline::Timeline>(zone, options_.workers);
    VAFA_CHECK(timeline::rebuild(*made, *source, ingest::kTracklessKinds));
    VAFA_CHECK(set_links(*made));
    return made;
}

Result<void> LiveStore::set_links(timeline::Timeline& timeline) {
    using Links = std::vector<std::pair<std::int64_t, std::int64_t>>;
    VAFA_TRY(auto links, database().read([](sql::Session& session) {
        return Result<Links>(commerce::all_links(session));
    }));
    timeline.set_links(std::move(links));
    return {};
}

void LiveStore::publish(std::shared_ptr<timeline::Timeline> timeline) {
    processor_.reset();
    const std::lock_guard lock(state_);
    timeline_ = std::move(timeline);
    view_.reset();
    ++version_;
}

Result<std::shared_ptr<const StoreView>> LiveStore::view() {
    VAFA_CHECK(timeline());
    const std::lock_guard lock(state_);
    const std::uint64_t version = version_;
    if (!view_ || view_->version != version) {
        view_ = std::make_shared<const StoreView>(StoreView{version, settings_, zone_, timeline_});
    }
    return view_;
}

std::shared_ptr<const metrics::Engine> LiveStore::engine(std::shared_ptr<const StoreView> view) {
    auto held = std::make_shared<HeldEngine>();
    held->view = std::move(view);
    held->engine = metrics::make_timeline_engine(
        *held->view->timeline, [this, timeline = held->view->timeline](const std::string& name) {
            return ensure_property(*timeline, name);
        });
    return {held, held->engine.get()};
}

Result<metrics::CustomerFigures> LiveStore::customer_figures() {
    VAFA_TRY(const auto seen, view());
    return metrics::customer_figures(
        *seen->timeline,
        [this, &seen](const std::string& name) { return ensure_property(*seen->timeline, name); },
        metrics::defaults_of(seen->settings));
}

Result<void> LiveStore::ensure_property(timeline::Timeline& timeline, const std::string& name) {
    const std::lock_guard loading(loading_property_);
    if (timeline.has_property(kTrack, name)) return {};
    VAFA_TRY(const history::History* source, history());
    VAFA_CHECK(timeline::ensure_property(timeline, *source, kTrack, name));
    if (options_.access == Access::write) return {};
    const std::lock_guard writing(writing_);
    return keep_snapshot();  // a command alone: the next one finds it
}

Result<ingest::Processor*> LiveStore::processor() {
    if (processor_ && processor_->behind()) VAFA_CHECK(recover());
    if (!processor_) {
        VAFA_TRY(history::History * kept, history());
        VAFA_TRY(const auto live, opened_timeline());
        processor_ = std::make_unique<ingest::Processor>(
            ingest::Processor::Deps{database(), *kept, *live, clock(), ids_,
                                    [this] { ++version_; }},
            options_.checkpoint);
    }
    return processor_.get();
}

Result<void> LiveStore::recover() {
    log::warning("the timeline is behind the store: rebuilding it from history");
    VAFA_TRY(history::History * kept, history());
    VAFA_CHECK(ingest::Processor::recover(database(), *kept));
    VAFA_TRY(auto made, rebuilt(zone_));
    publish(std::move(made));
    unsaved_ = true;
    return {};
}

Result<ingest::Outcome> LiveStore::apply(std::span<const commerce::OrderFact> facts,
                                         const Also& also) {
    return apply_by(&ingest::Processor::apply, facts, also);
}

Result<ingest::Outcome> LiveStore::apply_ahead(std::span<const commerce::OrderFact> facts,
                                               const Also& also) {
    return apply_by(&ingest::Processor::apply_ahead, facts, also);
}

Result<ingest::Outcome> LiveStore::apply(std::span<const commerce::CustomerFact> facts,
                                         const Also& also) {
    return apply_by(&ingest::Processor::apply, facts, also);
}

Result<ingest::Outcome> LiveStore::apply(std::span<const commerce::ProductFact> facts,
                                         const Also& also) {
    return apply_by(&ingest::Processor::apply, facts, also);
}

Result<void> LiveStore::settle() {
    const std::lock_guard writing(writing_);
    return settled();
}

Result<void> LiveStore::settled() {
    if (!processor_) return {};
    const auto done = processor_->settle();
    if (done.has_value()) return {};
    log::error("after a commit: {}", done.error().key);
    if (recover().has_error()) return done;
    return {};
}

template <class Fact>
Result<ingest::Outcome> LiveStore::apply_by(Apply<Fact> way, std::span<const Fact> facts,
                                            const Also& also) {
    const std::lock_guard writing(writing_);
    ingest::Outcome outcome;
    const auto once = [&]() -> Result<ingest::Outcome> {
        VAFA_TRY(ingest::Processor * processor, this->processor());
        return (processor->*way)(facts, [&](sql::Session& session, const ingest::Outcome& made) {
            outcome = made;
            return also ? also(session, made) : Result<void>();
        });
    };
    auto done = once();
    // What was applied ahead broke meanwhile; of these facts nothing was written.
    if (done.has_error() && done.error().key == kRecoveryNeeded) done = once();
    if (done.has_error()) {
        if (!processor_ || !processor_->behind()) return done;
        log::error("after a commit: {}", done.error().key);
        if (recover().has_error()) return done;
    }
    unsaved_ = true;
    if (!settings_.currency) VAFA_CHECK(load_settings());  // the first orders fix it
    ++version_;
    return outcome;
}

Result<std::int64_t> LiveStore::remove_shop(ShopId shop) {
    const std::lock_guard writing(writing_);
    VAFA_TRY(ingest::Processor * processor, this->processor());
    auto removed = processor->remove_shop(shop);
    unsaved_ = true;
    if (removed.has_error() && processor->behind()) VAFA_CHECK(recover());
    ++version_;
    return removed;
}

Result<ingest::UndoProgress> LiveStore::undo_step(ImportId import) {
    const std::lock_guard writing(writing_);
    const auto once = [&]() -> Result<ingest::UndoProgress> {
        VAFA_TRY(ingest::Processor * processor, this->processor());
        return processor->undo_step(import);
    };
    auto progress = once();
    unsaved_ = true;
    ++version_;
    if (progress.has_error() && progress.error().key == kRecoveryNeeded) progress = once();
    if (progress.has_error() && processor_ && processor_->behind()) VAFA_CHECK(recover());
    if (progress.has_value() && progress->done()) VAFA_CHECK(load_settings());  // the currency
    return progress;
}

Result<void> LiveStore::settings_changed() {
    const std::lock_guard writing(writing_);
    VAFA_CHECK(settled());
    VAFA_TRY(auto stored, database().read([](sql::Session& session) {
        return Result<commerce::Settings>(commerce::load_settings(session));
    }));
    std::shared_ptr<timeline::Timeline> ready;
    const bool open = has_timeline(ready);
    VAFA_TRY(auto zone, i18n::load_time_zone(stored.time_zone));
    if (open && zone.name() != zone_.name()) {
        VAFA_TRY(ready, rebuilt(zone));
        processor_.reset();
        unsaved_ = true;
    }
    const std::lock_guard lock(state_);
    settings_ = std::move(stored);
    zone_ = std::move(zone);
    timeline_ = std::move(ready);
    view_.reset();
    ++version_;
    return {};
}

Result<void> LiveStore::links_changed() {
    const std::lock_guard writing(writing_);
    std::shared_ptr<timeline::Timeline> live;
    if (has_timeline(live)) VAFA_CHECK(set_links(*live));
    ++version_;
    return {};
}

Result<void> LiveStore::save() {
    const std::lock_guard writing(writing_);
    std::shared_ptr<timeline::Timeline> live;
    if (!unsaved_ || !has_timeline(live)) return {};
    VAFA_CHECK(settled());
    has_timeline(live);  // a recovery made another
    live->merge();
    VAFA_CHECK(keep_snapshot());
    unsaved_ = false;
    VAFA_TRY(history::History * kept, history());
    return kept->checkpoint();
}

// A folder that cannot be written is no reason to fail: the snapshot is a cache.
Result<void> LiveStore::keep_snapshot() {
    if (processor_ && processor_->behind()) return {};
    VAFA_TRY(const auto outbox, history::outbox_state(database()));
    const auto saved = timeline_->save(snapshot_of(*this).string(), outbox.given);
    if (saved.has_error()) {
        if (!directory_.read_only()) return saved.error();
        log::info("timeline not kept: {}", saved.error().key);
    }
    return {};
}

}  // namespace vafa::app
