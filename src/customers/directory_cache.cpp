#include "customers/directory_cache.h"

#include "customers/search.h"
#include "customers/sql.h"

namespace vafa::customers {
namespace {

using Lock = std::lock_guard<std::mutex>;

// One a row; who came since the directory was made is passed over.
Result<std::vector<std::string>> names_of(const Directory& directory, sql::Database& database) {
    return database.read([&](sql::Session& session) -> Result<std::vector<std::string>> {
        std::vector<std::string> names(directory.entries.size());
        std::size_t row = 0;
        session.rows(queries::every_name, {}, [&](const sql::Row& found) {
            const std::int64_t id = found.integer(0);
            while (row < names.size() && directory.entries[row].id < id) ++row;
            if (row == names.size() || directory.entries[row].id != id || found.is_null(1)) return;
            names[row] = name_key(found.text(1));
        });
        return names;
    });
}

}  // namespace

Result<const Ordering*> Prepared::ordering(Sort sort, sql::Database& database) {
    const Lock lock(mutex_);
    auto& slot = orderings_[static_cast<std::size_t>(sort)];
    if (!slot) {
        std::vector<std::string> names;
        if (sort == Sort::name) {
            VAFA_TRY(names, names_of(directory_, database));
        }
        slot = std::make_unique<Ordering>(directory_, sort, std::move(names));
    }
    return slot.get();
}

Result<std::shared_ptr<const Mask>> Prepared::mask(const std::string& text,
                                                   sql::Database& database) {
    const Lock lock(mutex_);
    for (auto it = masks_.begin(); it != masks_.end(); ++it) {
        if (it->first != text) continue;
        masks_.splice(masks_.begin(), masks_, it);
        return masks_.front().second;
    }
    VAFA_TRY(const auto ids, database.read([&](sql::Session& session) {
        return Result<std::vector<std::int64_t>>(customers_meant(session, text));
    }));
    auto mask = std::make_shared<const Mask>(mask_of(directory_, ids));
    masks_.emplace_front(text, mask);
    if (masks_.size() > kMasksKept) masks_.pop_back();
    return mask;
}

bool DirectoryCache::is_good(std::uint64_t version) const {
    if (!kept_) return false;
    if (version == version_) return true;
    return took_ms_ > kQuickMs && deps_.clock->now() - made_at_ < kStaleFactor * took_ms_;
}

Result<std::shared_ptr<Prepared>> DirectoryCache::get() {
    const Lock lock(mutex_);  // who asks meanwhile waits for what is being made
    const std::uint64_t version = deps_.data_version();
    if (is_good(version)) return kept_;
    const TimeMs begun = deps_.clock->now();
    VAFA_TRY(const metrics::CustomerFigures figures, deps_.figures());
    auto scores = deps_.scores();
    VAFA_TRY(auto directory, deps_.database.read([&](sql::Session& session) {
        return Result<Directory>(make_directory(session, figures, scores));
    }));
    kept_ = std::make_shared<Prepared>(std::move(directory));
    version_ = version;
    made_at_ = deps_.clock->now();
    took_ms_ = made_at_ - begun;
    return kept_;
}

}  // namespace vafa::customers
