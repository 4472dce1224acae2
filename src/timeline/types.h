#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/time.h"

namespace vafa::timeline {

// The timeline keeps one *track* an event kind ("order", "product_viewed"): columns sorted by
// profile, then time, then subject. A track costs 15 bytes a row and 12 a profile; a property
// column 4 more.

// One event on its way in, or on its way out (`retract`: the row equal in every other field goes).
struct Row {
    std::int64_t profile = 0;  // 0: the anonymous
    TimeMs at = 0;
    std::int64_t amount_minor = 0;
    std::uint64_t subject = 0;  // its low 32 bits are kept: they tell rows of one instant apart
    std::uint8_t flags = 0;
    bool retract = false;
};

// The one flag that the timeline itself reads (commerce's orders use the same bit): a date without
// a time. Such a row keeps its day in every zone, so that beside rows with a time the days of a
// customer can step back in zones more than 12 hours away from the store's.
inline constexpr std::uint8_t kDayPrecision = 0x80;

// Stored in the 32-bit amount column where the amount does not fit [0, 2^32 − 2].
inline constexpr std::uint32_t kWideAmount = 0xFFFFFFFFU;
struct WideAmount {
    std::uint32_t row = 0;  // absolute row of the slice's columns
    std::int64_t amount = 0;
};

// A property column over all rows of a slice: codes into `dictionary`; code 0 is "absent".
struct Property {
    const std::uint32_t* codes = nullptr;
    const std::vector<std::string>* dictionary = nullptr;
};

// A run of whole customers, given to a scan's kernel. Customer i (0 ≤ i < customers) has the rows
// [offsets[i], offsets[i + 1]), ordered by time; columns are indexed by those absolute rows.
// Linked profiles and not yet merged rows are already in place: a kernel sees customers only.
struct Slice {
    std::uint32_t customers = 0;
    const std::int64_t* ids = nullptr;  // canonical profile id of each customer, ascending
    const std::uint32_t* offsets = nullptr;
    const std::uint16_t* day = nullptr;  // local day in the scan's zone, days since 1970-01-01
    const std::uint32_t* ms = nullptr;  // elapsed since the start of that day *in the store's zone*
    const std::uint32_t* amount = nullptr;  // minor units, or kWideAmount
    const std::uint8_t* flags = nullptr;
    const std::uint32_t* subject = nullptr;
    std::span<const WideAmount> wide;      // ascending by row
    std::span<const Property> properties;  // as asked for in ScanRequest, same order

    std::int64_t amount_at(std::uint32_t row) const {
        const std::uint32_t narrow = amount[row];
        return narrow != kWideAmount ? narrow : wide_amount_at(row);
    }
    std::int64_t wide_amount_at(std::uint32_t row) const;  // binary search
};

}  // namespace vafa::timeline
