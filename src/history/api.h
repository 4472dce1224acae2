#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/result.h"
#include "history/event.h"

namespace vafa::history {

struct OpenOptions {
    bool read_only = false;  // works in a directory that cannot be written, too
    unsigned threads = 2;
    std::uint64_t memory_limit_mb = 0;  // 0: DuckDB's own choice (80 % of the machine)
    // Where exports and sorts too large for memory go; "": "<path>.tmp", or for read-only the
    // system's folder for temporary files.
    std::string scratch = {};
};

// Two row groups of DuckDB: only more than one are written without its log.
inline constexpr std::size_t kAppendAtOnce = 245'760;

// The last sequence number kept of each partition; 0: none yet.
using Watermarks = std::array<std::int64_t, kPartitions>;

struct EventFilter {
    std::string kind = {};                       // empty: every kind
    std::optional<std::int64_t> import_id = {};  // only what one import brought
    std::optional<TimeMs> received_until = {};   // what was known then (inclusive)
    bool undone = true;  // false: without events of imports that were taken back by then
};

// A profile that some event named; see History::profiles_beside.
struct NamedProfile {
    std::int64_t profile = 0;
    bool stays = false;  // some event that counts names it
    bool operator==(const NamedProfile&) const = default;
};

// Which members of the objects in a list of the properties are words about what `key` names:
// {"lines", "product", {"title", "category"}}.
struct ListedWords {
    std::string list, key;
    std::array<std::string, 2> words;
};

// What was said last of one key: the greatest by (occurred_at, subject_key, version), of equals the
// first. "" where nothing was said.
struct LastWords {
    struct Word {
        std::string text;
        TimeMs occurred_at = 0;
        std::string subject_key;
        std::int64_t version = 0;
    };
    std::int64_t shop = 0;
    std::string key;
    bool named = false;  // by some event that counts
    std::array<Word, 2> words;
};

// A run of current rows, in no particular order; columns of equal length, valid during the call.
struct CurrentChunk {
    std::span<const std::int64_t> profile;
    std::span<const TimeMs> occurred_at;
    std::span<const std::int64_t> amount_minor;
    std::span<const std::int64_t> subject_id;
    std::span<const std::uint8_t> flags;  // an order's day precision is in here
};

struct PropertyRow {
    std::int64_t profile = 0;
    TimeMs occurred_at = 0;
    std::int64_t subject_id = 0;
    std::string_view value;  // valid until the next row
};

// One value after another; see History::property.
class PropertyCursor {
public:
    struct Impl;
    explicit PropertyCursor(std::unique_ptr<Impl> impl);
    PropertyCursor(PropertyCursor&&) noexcept;
    PropertyCursor& operator=(PropertyCursor&&) noexcept;
    ~PropertyCursor();

    Result<bool> next(PropertyRow& row);  // false: no more

private:
    std::unique_ptr<Impl> impl_;
};

enum class ExportFormat { parquet, csv };

// Every event of a store, append-only, in one DuckDB file. Thread-safe: appends go one after
// another, reads run beside them on what was committed when they began. One process at a time owns
// the file for writing (`error.history_locked`). A file that fails its checks is
// `error.history_damaged`, by whatever call finds it.
//
// The *current* rows of a kind: of each subject with a key, the event greatest by (version,
// event_id, seq), since event ids come from one source and grow with arrival; every event without a
// key. Orders whose current status is deleted are left out.
//
// An event of kind `kUndoneKind` takes back the import whose id is its subject: from then on the
// import's events are kept, but no longer *count*: current rows are chosen as if they never came.
class History {
public:
    static Result<std::unique_ptr<History>> open(const std::string& path, OpenOptions options = {});
    ~History();
    History(const History&) = delete;
    History& operator=(const History&) = delete;

    // All or nothing, durable on return, and the watermarks move with it. Per partition `seq` must
    // ascend; what is at or below the watermark is ignored, a gap is `error.history_gap`.
    Result<void> append(std::span<const Event> events);
    // The same of what `next` yields, until it yields nothing: one transaction for many batches.
    // Of kAppendAtOnce events and more DuckDB writes whole row groups straight into the file, of
    // fewer first into its log.
    using NextEvents = std::function<Result<std::span<const Event>>()>;
    Result<void> append_all(const NextEvents& next);

    Watermarks watermarks() const;
    std::uint64_t total() const;  // sum of the watermarks: the number of events kept
    // Folds the write-ahead log into the file; while somebody reads, that is left for later.
    Result<void> checkpoint();
    Result<std::vector<std::string>> kinds() const;  // ascending, without kUndoneKind
    std::vector<std::int64_t> undone(std::optional<TimeMs> received_until = {}) const;  // ascending

    // In (partition, seq) order. `event` is valid during the call.
    Result<void> for_each(const EventFilter& filter,
                          const std::function<void(const Event&)>& fn) const;

    Result<void> scan_current(std::string_view kind,
                              const std::function<void(const CurrentChunk&)>& fn) const;

    // The values of a top-level string or number of the properties of current rows; "trait.NAME"
    // reads `NAME` in `traits`. Rows without it (or with "") are passed over. No particular order.
    Result<PropertyCursor> property(std::string_view kind, std::string_view name) const;
    Result<void> scan_property(std::string_view kind, std::string_view name,
                               const std::function<void(const PropertyRow&)>& fn) const;

    // For taking an import back; each answers the next few above `after`, ascending, and leaves out
    // the events of other imports that were taken back.
    // Every event of the subjects of `kind` that the import spoke of, its own included, ordered by
    // subject, then arrival: at most `subjects` of them, and fewer where they have many events.
    Result<std::vector<Event>> events_beside(std::string_view kind, std::int64_t import_id,
                                             std::int64_t after, std::int64_t subjects) const;
    // Whom any of those events names.
    Result<std::vector<NamedProfile>> profiles_beside(std::string_view kind, std::int64_t import_id,
                                                      std::int64_t after,
                                                      std::int64_t profiles) const;
    // What of the import's own events is said by the events that count, of `keys` keys after
    // `after` (shop, key).
    Result<std::vector<LastWords>> words_beside(std::string_view kind, std::int64_t import_id,
                                                const ListedWords& what,
                                                const std::pair<std::int64_t, std::string>& after,
                                                std::int64_t keys) const;

    // All columns in (partition, seq) order, ids as people write them ("evt_…", "pro_…"). The file
    // appears at `output` when complete; "-" is standard output.
    Result<void> export_events(ExportFormat format, const std::string& output) const;

private:
    struct Impl;
    explicit History(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace vafa::history
