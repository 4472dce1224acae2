#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "timeline/column.h"
#include "timeline/types.h"

namespace vafa::timeline {

class ZoneDays;

// Day and time within it in one number that sorts by time: day << 32 | ms.
constexpr std::uint64_t make_when(std::uint16_t day, std::uint32_t ms) {
    return static_cast<std::uint64_t>(day) << 32U | ms;
}
constexpr std::uint16_t day_of(std::uint64_t when) {
    return static_cast<std::uint16_t>(when >> 32U);
}
constexpr std::uint32_t ms_of(std::uint64_t when) { return static_cast<std::uint32_t>(when); }

constexpr bool fits_narrow(std::int64_t amount) {
    return amount >= 0 && amount < static_cast<std::int64_t>(kWideAmount);
}

using Dictionary = std::vector<std::string>;  // [0] is "", the rest ascending

struct PropertyColumn {
    Column<std::uint32_t> codes;
    std::shared_ptr<const Dictionary> dictionary;
};

// Immutable rows of whole profiles, sorted by (profile, day, ms, subject, amount, flags): one
// order for one set of rows, whatever way they came.
struct Columns {
    Column<std::int64_t> ids;
    Column<std::uint32_t> offsets;  // profiles + 1, or empty where there are none
    Column<std::uint16_t> day;
    Column<std::uint32_t> ms;
    Column<std::uint32_t> amount;
    Column<std::uint8_t> flags;
    Column<std::uint32_t> subject;
    Column<WideAmount> wide;
    std::map<std::string, PropertyColumn> properties;

    std::uint32_t profiles() const { return static_cast<std::uint32_t>(ids.size()); }
    std::uint32_t rows() const { return static_cast<std::uint32_t>(day.size()); }
    std::uint64_t when(std::uint32_t row) const { return make_when(day[row], ms[row]); }
    std::int64_t amount_at(std::uint32_t row) const;
    std::span<const WideAmount> wide_between(std::uint32_t row_begin, std::uint32_t row_end) const;
    // First profile at or after `from` whose id is not less than `id`.
    std::uint32_t lower_bound(std::int64_t id, std::uint32_t from = 0) const;
    static constexpr std::uint32_t kNone = 0xFFFFFFFFU;
    std::uint32_t find(std::int64_t id) const;  // or kNone
    std::uint64_t bytes() const;                // without properties
};

// Day columns of zones other than the store's, made on demand and kept with the rows they follow.
class DerivedDays {
public:
    std::shared_ptr<const Column<std::uint16_t>> get(const ZoneDays& zone, const Columns& columns,
                                                     unsigned workers);
    std::uint64_t bytes() const;

private:
    struct Known {
        std::uint64_t zone = 0;  // ZoneDays::key
        std::shared_ptr<const Column<std::uint16_t>> days;
    };
    mutable std::mutex mutex_;
    std::vector<Known> known_;  // oldest first
};

// What a track looks like without its buffers. The anonymous rows are one profile with id 0.
struct Base {
    Columns customers;
    Columns anonymous;
    // Properties hold a value for every row that should have one; false once rows were added.
    std::map<std::string, bool> complete = {};
    std::shared_ptr<DerivedDays> derived = std::make_shared<DerivedDays>();
};

}  // namespace vafa::timeline
