#include "customers/ordering.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>

#include "base/result.h"

namespace vafa::customers {
namespace {

constexpr std::int64_t kNoScore = std::numeric_limits<std::int64_t>::min();
constexpr double kMillion = 1e6;

std::int64_t sort_key_of(const Entry& entry, Sort sort) {
    switch (sort) {
        case Sort::newest:
            return entry.is(has::kStanding) ? entry.first : -1;
        case Sort::last_order:
            return entry.is(has::kStanding) ? entry.last_local_ms : -1;
        case Sort::orders:
            return entry.orders;
        case Sort::spent:
            return entry.spent_minor;
        case Sort::value:
            return entry.is(has::kScore) ? std::llround(double{entry.expected_value}) : kNoScore;
        case Sort::p_alive:
            return entry.is(has::kScore) ? std::llround(double{entry.p_alive} * kMillion)
                                         : kNoScore;
        case Sort::name:
            break;
    }
    return 0;
}

}  // namespace

Ordering::Ordering(const Directory& directory, Sort sort, std::vector<std::string> names)
    : directory_(directory),
      sort_(sort),
      names_(std::move(names)),
      rows_(directory.entries.size()) {
    std::iota(rows_.begin(), rows_.end(), 0U);
    const auto& entries = directory.entries;
    if (sort == Sort::name) {
        VAFA_ASSERT(names_.size() == rows_.size());
        std::sort(rows_.begin(), rows_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tuple(names_[a].empty(), std::string_view(names_[a]), a) <
                   std::tuple(names_[b].empty(), std::string_view(names_[b]), b);
        });
        return;
    }
    std::vector<std::int64_t> keys(entries.size());
    for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = sort_key_of(entries[i], sort);
    std::sort(rows_.begin(), rows_.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(keys[a], a) > std::tuple(keys[b], b);
    });
}

Place Ordering::place_of(std::uint32_t row) const {
    const Entry& entry = directory_.entries[row];
    return {sort_key_of(entry, sort_), sort_ == Sort::name ? names_[row] : std::string(), entry.id};
}

// At the place itself, too.
bool Ordering::before(std::uint32_t row, const Place& place) const {
    const Entry& entry = directory_.entries[row];
    if (sort_ == Sort::name) {
        const std::string_view name = names_[row], other = place.name;
        return std::tuple(name.empty(), name, entry.id) <=
               std::tuple(other.empty(), other, place.id);
    }
    return std::tuple(sort_key_of(entry, sort_), entry.id) >= std::tuple(place.key, place.id);
}

std::size_t Ordering::after(const Place& place) const {
    const auto found = std::partition_point(rows_.begin(), rows_.end(),
                                            [&](std::uint32_t row) { return before(row, place); });
    return static_cast<std::size_t>(found - rows_.begin());
}

}  // namespace vafa::customers
