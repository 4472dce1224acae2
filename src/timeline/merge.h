#pragma once

#include <cstdint>
#include <span>

#include "timeline/columns.h"
#include "timeline/entry.h"

namespace vafa::timeline {

struct Merged {
    Columns columns;
    std::uint64_t unmatched = 0;  // retractions that found nothing to take back
    bool added = false;           // rows came that no property column knows
};

// New columns with the entries (sorted) folded in. Property codes go along; new rows have none.
Merged merge_columns(const Columns& old, std::span<const Entry> entries, unsigned workers);

// The same for a whole track: entries of profile 0 go to the anonymous.
std::shared_ptr<const Base> merge_base(const Base& old, std::span<const Entry> entries,
                                       unsigned workers, std::uint64_t& unmatched);

}  // namespace vafa::timeline
