#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "timeline/combine.h"
#include "timeline/view.h"
#include "timeline/zone_days.h"

namespace vafa::timeline {

// The columns a scan asked for, over one set of stored rows.
struct ScanColumns {
    const Columns* columns = nullptr;
    const std::uint16_t* day = nullptr;  // in the scan's zone
    const ZoneDays* zone = nullptr;      // null: the store's own
    std::vector<Property> properties;

    Slice slice(std::uint32_t profile_begin, std::uint32_t profile_end) const;
};

// A slice put together from stored rows and entries, customer by customer, ascending.
class Gather {
public:
    explicit Gather(const ScanColumns& from);

    void clear();
    void add_stored(std::uint32_t profile_begin, std::uint32_t profile_end);  // as they stand
    // Rows of all members in order of time; nothing where retractions left none.
    void add_customer(std::int64_t customer, std::span<const Member> members);
    std::uint32_t customers() const { return static_cast<std::uint32_t>(ids_.size()); }
    Slice slice();

private:
    struct Loose {
        RowKey key;
        std::uint32_t stored = Columns::kNone;  // row of the base, for its property codes
        auto operator<=>(const Loose&) const = default;
    };
    struct Sink;
    void add_rows(std::uint32_t begin, std::uint32_t end);
    void add_loose(const Loose& row);

    const ScanColumns* from_;
    std::vector<std::int64_t> ids_;
    std::vector<std::uint32_t> offsets_;
    std::vector<std::uint16_t> day_;
    std::vector<std::uint32_t> ms_, amount_;
    std::vector<std::uint8_t> flags_;
    std::vector<std::uint32_t> subject_;
    std::vector<WideAmount> wide_;
    std::vector<std::vector<std::uint32_t>> codes_;
    std::vector<Property> properties_;
    std::vector<Loose> loose_;
};

}  // namespace vafa::timeline
