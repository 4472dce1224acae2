#pragma once

#include <cstdint>
#include <vector>

#include "base/calendar.h"
#include "timeline/columns.h"

namespace vafa::timeline {

// Days a u16 column can hold: 1970-01-01 … 2149-06-06.
inline constexpr Day kDayLimit = 65536;

// Name, first offset and every transition: equal for zones that reckon alike in every way.
std::uint64_t fingerprint(const TimeZone& zone);

// The instant at which each day of the store begins: (day, ms) back to UTC.
std::vector<TimeMs> day_starts(const TimeZone& store);

// Turns the store's (day, ms) into the local day of another zone.
class ZoneDays {
public:
    ZoneDays(const std::vector<TimeMs>& starts, TimeZone zone);

    std::uint64_t key() const { return key_; }
    std::uint16_t day(std::uint16_t store_day, std::uint32_t ms, std::uint8_t flags) const;
    Column<std::uint16_t> derive(const Columns& columns, unsigned workers) const;

private:
    // Within one store day the other zone's day changes once a 24 h while its offset stands still.
    struct Cell {
        std::int32_t first_day = 0;
        std::uint32_t next_at = 0;  // ms at which the following day begins
        bool plain = true;          // false: the offset changes within, asked row by row
    };
    std::int32_t slow_day(std::uint16_t store_day, std::uint32_t ms) const;

    std::uint64_t key_;
    TimeZone zone_;
    std::vector<TimeMs> starts_;
    std::vector<Cell> cells_;
};

}  // namespace vafa::timeline
