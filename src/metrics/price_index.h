#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/calendar.h"

namespace vafa::metrics {

// How prices moved, month by month, so that amounts of different years can be set beside each
// other. An entry holds from its first day until the next one's; days before the first entry are
// reckoned with the first, days after the last with the last.
class PriceIndex {
public:
    struct Month {
        Day first_day = 0;
        std::int64_t index_e4 = 0;  // above 0, × 10,000; only ratios matter
        std::string label;          // as the store wrote it: "1404-02"
        bool operator==(const Month&) const = default;
    };

    PriceIndex() = default;
    // Any order; of two of one first day the later counts.
    explicit PriceIndex(std::vector<Month> months);

    bool empty() const { return months_.empty(); }
    const std::vector<Month>& months() const { return months_; }  // ascending
    // Whose prices real amounts are in: the last one. Not of an empty index.
    const Month& base() const { return months_.back(); }

    // An amount of that day in prices of the base, rounded half away from zero. As it is without
    // any entry.
    std::int64_t real(std::int64_t amount_minor, Day day) const;

private:
    std::vector<Month> months_;
};

}  // namespace vafa::metrics
