#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

#include "app/context.h"
#include "app/data_directory.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/rng.h"
#include "base/time_zone.h"
#include "commerce/api.h"
#include "history/api.h"
#include "ingest/import_jobs.h"
#include "ingest/processor.h"
#include "metrics/api.h"
#include "metrics/customer_figures.h"
#include "timeline/api.h"
#include "value/jobs.h"

namespace vafa::app {

// What reports are asked of: settings and timeline that belong together. Immutable, but for the
// timeline's rows: an answer computed from a view is at least as new as its version.
struct StoreView {
    std::uint64_t version = 0;
    commerce::Settings settings;
    TimeZone zone;
    std::shared_ptr<timeline::Timeline> timeline;
};

// A data directory in use, for a command or for as long as a server runs. Thread-safe: any number
// of reports beside one writer; its parts are opened once, when first asked for.
class LiveStore final : public ingest::Intake {
public:
    enum class Access { read, write };
    struct Options {
        Access access = Access::write;
        const Clock* clock = nullptr;
        std::uint64_t seed = 0;  // of ids
        unsigned workers = 0;    // 0: as many as there are processors
        std::uint64_t memory_limit_mb = 0;
        ingest::Processor::Checkpoint checkpoint = {};  // tests
    };
    static Options options_of(const Context& context, Access access);

    // Recovers what a killed process left between state and history.
    static Result<std::shared_ptr<LiveStore>> open(const std::filesystem::path& path,
                                                   Options options);
    // The server's where the command runs inside one, else opened.
    static Result<std::shared_ptr<LiveStore>> of(const Context& context, const std::string& path,
                                                 Access access);
    ~LiveStore() override;  // saves nothing
    // Ends the import at hand after its chunk, and saves.
    Result<void> close();

    const std::filesystem::path& path() const { return directory_.path(); }
    sql::Database& database() { return directory_.state(); }
    IdSource& ids() { return ids_; }
    const Clock& clock() const { return *options_.clock; }

    // Rises, also from one process to the next, whenever a report's answer may have changed.
    std::uint64_t data_version() const { return version_; }
    Result<std::shared_ptr<const StoreView>> view();
    // Keeps the view alive; loads the property columns it is asked for.
    std::shared_ptr<const metrics::Engine> engine(std::shared_ptr<const StoreView> view);
    // How every customer stands, by the store's own settings.
    Result<metrics::CustomerFigures> customer_figures();
    commerce::Settings settings() const;
    Result<std::shared_ptr<timeline::Timeline>> timeline();
    Result<history::History*> history();  // lives as long as the store

    // One caller at a time. After a failure behind the commit the store recovers by itself: what
    // was committed is answered as done, once history and timeline have it.
    using Intake::apply;
    Result<ingest::Outcome> apply(std::span<const commerce::OrderFact> facts,
                                  const Also& also) override;
    Result<ingest::Outcome> apply_ahead(std::span<const commerce::OrderFact> facts,
                                        const Also& also) override;
    Result<void> settle() override;
    Result<ingest::Outcome> apply(std::span<const commerce::CustomerFact> facts,
                                  const Also& also) override;
    Result<ingest::Outcome> apply(std::span<const commerce::ProductFact> facts,
                                  const Also& also) override;
    Result<std::int64_t> remove_shop(ShopId shop) override;
    Result<ingest::UndoProgress> undo_step(ImportId import) override;

    // One import at a time, whoever began it. Taken before anything is asked about unfinished ones.
    std::unique_lock<std::mutex> turn_to_import() { return std::unique_lock(importing_); }

    // Uploads, and imports behind the scenes; a server starts them.
    ingest::ImportJobs& imports();

    // What customers are worth: calculations and their scores; a server starts them.
    value::Jobs& values();

    // To be called after the change is committed. With another time zone the days are counted
    // anew: reports go on with the old ones until that is done.
    Result<void> settings_changed();
    Result<void> links_changed();
    // What a demo that was taken back leaves behind goes, too.
    Result<void> demo_removed();
    // Any other change that reports show: titles of products, names of customers.
    void touch() { ++version_; }

    // Merges, and writes the snapshot if it is behind; cheap otherwise.
    Result<void> save();

private:
    LiveStore(DataDirectory directory, Options options);

    template <class Fact>
    using Apply = Result<ingest::Outcome> (ingest::Processor::*)(std::span<const Fact>,
                                                                 const Also&);
    template <class Fact>
    Result<ingest::Outcome> apply_by(Apply<Fact> way, std::span<const Fact> facts,
                                     const Also& also);

    // These want writing_ held.
    Result<void> settled();
    Result<std::shared_ptr<timeline::Timeline>> opened_timeline();
    Result<std::shared_ptr<timeline::Timeline>> rebuilt(const TimeZone& zone);
    Result<void> set_links(timeline::Timeline& timeline);
    Result<ingest::Processor*> processor();
    Result<void> recover();
    Result<void> keep_snapshot();
    Result<void> load_settings();

    Result<std::string> value_fingerprint();
    Result<value::Jobs::Asked> value_asked();

    Result<void> ensure_property(timeline::Timeline& timeline, const std::string& name);
    bool has_timeline(std::shared_ptr<timeline::Timeline>& into) const;
    void publish(std::shared_ptr<timeline::Timeline> timeline);

    DataDirectory directory_;
    Options options_;
    Rng rng_;
    IdSource ids_;
    std::atomic<std::uint64_t> version_;

    std::mutex importing_;
    std::mutex writing_;  // one writer; taken before any of the others
    std::unique_ptr<ingest::Processor> processor_;
    bool unsaved_ = false;

    std::mutex opening_history_;
    std::unique_ptr<history::History> history_;

    std::mutex loading_property_;

    mutable std::mutex state_;  // held for an assignment, never for work
    commerce::Settings settings_;
    TimeZone zone_;
    std::shared_ptr<timeline::Timeline> timeline_;
    std::shared_ptr<const StoreView> view_;

    std::once_flag imports_made_;
    std::unique_ptr<ingest::ImportJobs> imports_;  // last: their threads use all the others
    std::once_flag values_made_;
    std::unique_ptr<value::Jobs> values_;
};

}  // namespace vafa::app
