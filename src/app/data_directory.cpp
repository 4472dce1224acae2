#include "app/data_directory.h"

#include "app/schema.h"
#include "commerce/api.h"
#include "history/outbox.h"
#include "ingest/processor.h"
#include "platform/files/whole_file.h"
#include "platform/i18n/time_zones.h"
#include "platform/log/log.h"
#include "platform/parallel/parallel.h"
#include "timeline/rebuild.h"

namespace vafa::app {

namespace fs = std::filesystem;

DataDirectory::DataDirectory(const Context& context, fs::path path)
    : context_(context),
      path_(std::move(path)),
      rng_(context.entropy()),
      ids_(*context.clock, rng_) {}

Result<std::unique_ptr<DataDirectory>> DataDirectory::open_to_write(const Context& context,
                                                                    const fs::path& path) {
    std::unique_ptr<DataDirectory> made(new DataDirectory(context, path));
    VAFA_CHECK(files::make_folders(path));
    VAFA_TRY(made->lock_, files::FileLock::exclusive(path / "lock"));
    VAFA_CHECK(made->open_state(false));
    VAFA_CHECK(sql::migrate(*made->state_, all_migrations()));
    VAFA_CHECK(made->load_zone());
    VAFA_TRY(history::History * history, made->history());
    VAFA_CHECK(ingest::Processor::recover(*made->state_, *history));
    return made;
}

Result<std::unique_ptr<DataDirectory>> DataDirectory::open_to_read(const Context& context,
                                                                   const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(path / "state.db", ignored)) {
        return not_found("error.no_store").with("path", path.string()).at("--data");
    }
    std::unique_ptr<DataDirectory> made(new DataDirectory(context, path));
    made->read_only_ = true;
    auto lock = files::FileLock::shared(path / "lock");
    if (lock.has_value()) {
        made->lock_ = std::move(lock).value();
    } else if (lock.error().code == ErrorCode::conflict) {
        return lock.error();
    }
    VAFA_CHECK(made->open_state(true));
    VAFA_TRY(const auto waiting, sql::pending(*made->state_, all_migrations()));
    if (!waiting.empty()) {
        made.reset();  // gives the lock back
        return open_to_write(context, path);
    }
    VAFA_TRY(const auto outbox, history::outbox_state(*made->state_));
    if (outbox.waiting) {
        made.reset();
        return open_to_write(context, path);
    }
    VAFA_CHECK(made->load_zone());
    return made;
}

Result<void> DataDirectory::open_state(bool read_only) {
    VAFA_TRY(state_, sql::Database::open_sqlite(path_ / "state.db", {.read_only = read_only}));
    return {};
}

Result<commerce::Settings> DataDirectory::settings() {
    return state_->read([](sql::Session& session) -> Result<commerce::Settings> {
        return commerce::load_settings(session);
    });
}

Result<void> DataDirectory::load_zone() {
    VAFA_TRY(const auto stored, settings());
    VAFA_TRY(zone_, i18n::load_time_zone(stored.time_zone));
    return {};
}

unsigned DataDirectory::workers() const {
    const auto wanted = static_cast<unsigned>(context_.config.integer("workers"));
    return wanted == 0 ? hardware_workers() : wanted;
}

Result<history::History*> DataDirectory::history() {
    if (!history_) {
        history::OpenOptions options;
        options.read_only = read_only_;
        options.threads = workers();
        options.memory_limit_mb =
            static_cast<std::uint64_t>(context_.config.integer("memory-limit-mb"));
        VAFA_TRY(history_, history::History::open((path_ / "history.duckdb").string(), options));
    }
    return history_.get();
}

Result<timeline::Timeline*> DataDirectory::timeline() {
    if (timeline_) return timeline_.get();
    VAFA_TRY(const auto outbox, history::outbox_state(*state_));
    auto opened =
        timeline::Timeline::open(snapshot_path().string(), zone_, workers(), outbox.given);
    if (opened.has_value()) {
        timeline_ = std::move(opened).value();
    } else {
        log::info("timeline rebuilt: {}", opened.error().key);
        VAFA_TRY(const history::History* source, history());
        auto rebuilt = std::make_unique<timeline::Timeline>(zone_, workers());
        VAFA_CHECK(timeline::rebuild(*rebuilt, *source));
        timeline_ = std::move(rebuilt);
        VAFA_CHECK(keep_snapshot());
    }
    VAFA_TRY(auto links, state_->read([](sql::Session& session) {
        return Result<Links>(commerce::all_links(session));
    }));
    timeline_->set_links(std::move(links));
    return timeline_.get();
}

// A folder that cannot be written is no reason to fail: the snapshot is a cache.
Result<void> DataDirectory::keep_snapshot() {
    VAFA_TRY(const auto outbox, history::outbox_state(*state_));
    const auto saved = timeline_->save(snapshot_path().string(), outbox.given);
    if (saved.has_error()) {
        if (!read_only_) return saved.error();
        log::info("timeline not kept: {}", saved.error().key);
    }
    return {};
}

Result<void> DataDirectory::ensure_property(const std::string& name) {
    VAFA_TRY(timeline::Timeline * live, timeline());
    if (live->has_property("order", name)) return {};
    VAFA_TRY(const history::History* source, history());
    VAFA_CHECK(timeline::ensure_property(*live, *source, "order", name));
    return keep_snapshot();
}

Result<void> DataDirectory::save_timeline() {
    if (!timeline_) return {};
    timeline_->merge();
    VAFA_CHECK(keep_snapshot());
    return history_ ? history_->checkpoint() : Result<void>();
}

Result<void> DataDirectory::forget_timeline() {
    timeline_.reset();
    std::error_code ignored;
    fs::remove(snapshot_path(), ignored);
    return load_zone();
}

}  // namespace vafa::app
