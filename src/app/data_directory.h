#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/context.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/rng.h"
#include "base/time_zone.h"
#include "commerce/api.h"
#include "history/api.h"
#include "platform/files/lock.h"
#include "platform/sql/sql.h"
#include "timeline/api.h"

namespace vafa::app {

// One store on disk:
//
//   lock                 who owns the folder
//   state.db             customers, orders, settings, imports (SQLite)
//   history.duckdb       every event
//   timeline.snapshot    the live index; a cache, deleting it costs a rebuild
//   imports/             staging of running imports, rows that were set aside
//
// One process writes at a time; any number may read beside each other, also where the folder
// cannot be written.
class DataDirectory {
public:
    // Makes the folder if need be, takes the lock alone, brings the schema up to date and makes
    // good what a killed process left between state and history.
    static Result<std::unique_ptr<DataDirectory>> open_to_write(const Context& context,
                                                                const std::filesystem::path& path);
    // not_found `error.no_store` where no store is.
    static Result<std::unique_ptr<DataDirectory>> open_to_read(const Context& context,
                                                               const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    sql::Database& state() { return *state_; }
    IdSource& ids() { return ids_; }
    Result<commerce::Settings> settings();
    TimeZone zone() const { return zone_; }

    Result<history::History*> history();  // opened when first asked for
    // From the snapshot where that is still true, else rebuilt from history (and kept).
    Result<timeline::Timeline*> timeline();
    // For metrics: loads a property column of the orders from history, and keeps it.
    Result<void> ensure_property(const std::string& name);
    // After writing: merges, and saves the snapshot.
    Result<void> save_timeline();
    // After the store's time zone changed: days are counted anew.
    Result<void> forget_timeline();

private:
    using Links = std::vector<std::pair<std::int64_t, std::int64_t>>;

    DataDirectory(const Context& context, std::filesystem::path path);
    Result<void> open_state(bool read_only);
    Result<void> load_zone();
    Result<void> keep_snapshot();
    unsigned workers() const;
    std::filesystem::path snapshot_path() const { return path_ / "timeline.snapshot"; }

    const Context& context_;
    std::filesystem::path path_;
    bool read_only_ = false;
    std::optional<files::FileLock> lock_;
    Rng rng_;
    IdSource ids_;
    TimeZone zone_;
    std::unique_ptr<sql::Database> state_;
    std::unique_ptr<history::History> history_;
    std::unique_ptr<timeline::Timeline> timeline_;
};

}  // namespace vafa::app
