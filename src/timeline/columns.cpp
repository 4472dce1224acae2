#include "timeline/columns.h"

#include "base/result.h"
#include "timeline/zone_days.h"

namespace vafa::timeline {
namespace {

constexpr std::size_t kDerivedZonesMax = 4;

std::int64_t find_wide(std::span<const WideAmount> wide, std::uint32_t row) {
    const auto it = std::ranges::lower_bound(wide, row, {}, &WideAmount::row);
    VAFA_ASSERT(it != wide.end() && it->row == row);
    return it->amount;
}

}  // namespace

std::int64_t Slice::wide_amount_at(std::uint32_t row) const { return find_wide(wide, row); }

std::int64_t Columns::amount_at(std::uint32_t row) const {
    return amount[row] != kWideAmount ? amount[row] : find_wide(wide.span(), row);
}

std::span<const WideAmount> Columns::wide_between(std::uint32_t row_begin,
                                                  std::uint32_t row_end) const {
    const auto all = wide.span();
    const auto first = std::ranges::lower_bound(all, row_begin, {}, &WideAmount::row);
    const auto last = std::ranges::lower_bound(first, all.end(), row_end, {}, &WideAmount::row);
    return {first, last};
}

std::uint32_t Columns::lower_bound(std::int64_t id, std::uint32_t from) const {
    // Galloping first: callers walk ascending ids, the next one is usually near.
    std::size_t low = from;
    std::size_t step = 1;
    while (low + step < ids.size() && ids[low + step] < id) {
        low += step;
        step *= 2;
    }
    const std::size_t high = std::min(low + step + 1, ids.size());
    const auto* found = std::lower_bound(ids.data() + low, ids.data() + high, id);
    return static_cast<std::uint32_t>(found - ids.data());
}

std::uint32_t Columns::find(std::int64_t id) const {
    const auto* found = std::lower_bound(ids.data(), ids.data() + ids.size(), id);
    const auto index = static_cast<std::size_t>(found - ids.data());
    return index < ids.size() && ids[index] == id ? static_cast<std::uint32_t>(index) : kNone;
}

std::uint64_t Columns::bytes() const {
    return ids.bytes() + offsets.bytes() + day.bytes() + ms.bytes() + amount.bytes() +
           flags.bytes() + subject.bytes() + wide.bytes();
}

std::shared_ptr<const Column<std::uint16_t>> DerivedDays::get(const ZoneDays& zone,
                                                              const Columns& columns,
                                                              unsigned workers) {
    // Held while deriving: a second scan in the same zone waits instead of doing the work again.
    const std::lock_guard lock(mutex_);
    for (const Known& one : known_) {
        if (one.zone == zone.key()) return one.days;
    }
    if (known_.size() == kDerivedZonesMax) known_.erase(known_.begin());
    auto days = std::make_shared<const Column<std::uint16_t>>(zone.derive(columns, workers));
    known_.push_back({zone.key(), days});
    return days;
}

std::uint64_t DerivedDays::bytes() const {
    const std::lock_guard lock(mutex_);
    std::uint64_t sum = 0;
    for (const Known& one : known_) sum += one.days->bytes();
    return sum;
}

}  // namespace vafa::timeline
