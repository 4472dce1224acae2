#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "customers/directory.h"
#include "customers/filter.h"
#include "customers/ordering.h"
#include "metrics/customer_figures.h"
#include "platform/sql/database.h"

namespace vafa::customers {

// A directory with the orderings and masks that were asked for, each made once. Thread-safe.
class Prepared {
public:
    explicit Prepared(Directory directory) : directory_(std::move(directory)) {}

    const Directory& directory() const { return directory_; }
    Result<const Ordering*> ordering(Sort sort, sql::Database& database);
    // Of a text that people search for, as customers_meant finds them.
    Result<std::shared_ptr<const Mask>> mask(const std::string& text, sql::Database& database);

private:
    static constexpr std::size_t kMasksKept = 16;

    Directory directory_;
    std::mutex mutex_;
    std::array<std::unique_ptr<Ordering>, 7> orderings_;
    std::list<std::pair<std::string, std::shared_ptr<const Mask>>> masks_;  // the latest first
};

// The directory of the present data. Thread-safe.
class DirectoryCache {
public:
    struct Deps {
        sql::Database& database;
        // Asked first, so that what is kept is at least as new as its version.
        std::function<std::uint64_t()> data_version;
        std::function<Result<metrics::CustomerFigures>()> figures;
        const Clock* clock = nullptr;
        std::function<std::shared_ptr<const value::Scores>()> scores = [] { return nullptr; };
    };
    explicit DirectoryCache(Deps deps) : deps_(std::move(deps)) {}

    // While an import runs the version rises by the second. One that took long to make stays good
    // for as long as making it ten times would take; one of a small store is always the present.
    Result<std::shared_ptr<Prepared>> get();

private:
    static constexpr TimeMs kQuickMs = 300;
    static constexpr TimeMs kStaleFactor = 10;

    bool is_good(std::uint64_t version) const;

    Deps deps_;
    std::mutex mutex_;
    std::shared_ptr<Prepared> kept_;
    std::uint64_t version_ = 0;
    TimeMs made_at_ = 0, took_ms_ = 0;
};

}  // namespace vafa::customers
