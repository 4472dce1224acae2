#include "timeline/rebuild.h"

#include <algorithm>

#include "history/api.h"

namespace vafa::timeline {
namespace {

constexpr std::size_t kRowsPerAppend = 1U << 20U;

// Gathers chunks until an append is worth its sorting; the first error stops it.
class Loader {
public:
    Loader(Timeline& timeline, std::string track)
        : timeline_(&timeline), track_(std::move(track)) {}

    void add(const history::CurrentChunk& chunk) {
        if (result_.has_error()) return;
        for (std::size_t i = 0; i < chunk.profile.size(); ++i) {
            rows_.push_back({.profile = chunk.profile[i],
                             .at = chunk.occurred_at[i],
                             .amount_minor = chunk.amount_minor[i],
                             .subject = static_cast<std::uint64_t>(chunk.subject_id[i]),
                             .flags = chunk.flags[i]});
        }
        if (rows_.size() >= kRowsPerAppend) flush();
    }
    Result<void> finish() {
        if (!result_.has_error()) flush();
        return result_;
    }

private:
    void flush() { result_ = timeline_->append(track_, std::exchange(rows_, {})); }

    Timeline* timeline_;
    std::string track_;
    std::vector<Row> rows_;
    Result<void> result_;
};

// Reports say "trait:age" where history says "trait.age".
std::string name_in_history(const std::string& name) {
    constexpr std::string_view kTrait = "trait:";
    if (!name.starts_with(kTrait)) return name;
    return "trait." + name.substr(kTrait.size());
}

}  // namespace

Result<void> rebuild(Timeline& timeline, const history::History& history,
                     std::span<const std::string_view> trackless) {
    VAFA_TRY(const auto kinds, history.kinds());
    for (const std::string& kind : kinds) {
        if (std::find(trackless.begin(), trackless.end(), kind) != trackless.end()) continue;
        Loader loader(timeline, kind);
        VAFA_CHECK(history.scan_current(
            kind, [&](const history::CurrentChunk& chunk) { loader.add(chunk); }));
        VAFA_CHECK(loader.finish());
    }
    timeline.merge();
    return {};
}

Result<void> ensure_property(Timeline& timeline, const history::History& history,
                             const std::string& track, const std::string& name) {
    if (timeline.has_property(track, name)) return {};
    VAFA_TRY(history::PropertyCursor cursor, history.property(track, name_in_history(name)));
    return timeline.load_property(track, name, [&](Timeline::PropertyValue& value) -> Result<bool> {
        history::PropertyRow row;
        VAFA_TRY(const bool more, cursor.next(row));
        if (!more) return false;
        value.profile = row.profile;
        value.at = row.occurred_at;
        value.subject = static_cast<std::uint64_t>(row.subject_id);
        value.value.assign(row.value);
        return true;
    });
}

}  // namespace vafa::timeline
