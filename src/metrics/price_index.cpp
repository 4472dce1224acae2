#include "metrics/price_index.h"

#include <algorithm>
#include <limits>

#include "base/int128.h"

namespace vafa::metrics {
namespace {

std::int64_t within_64_bits(Int128 value) {
    constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(value, -kMost, kMost));
}

}  // namespace

PriceIndex::PriceIndex(std::vector<Month> months) {
    std::stable_sort(months.begin(), months.end(),
                     [](const Month& a, const Month& b) { return a.first_day < b.first_day; });
    for (Month& month : months) {
        if (!months_.empty() && months_.back().first_day == month.first_day) months_.pop_back();
        months_.push_back(std::move(month));
    }
}

std::int64_t PriceIndex::real(std::int64_t amount_minor, Day day) const {
    if (months_.empty()) return amount_minor;
    const auto after =
        std::upper_bound(months_.begin(), months_.end(), day,
                         [](Day wanted, const Month& month) { return wanted < month.first_day; });
    const Month& month = after == months_.begin() ? months_.front() : *(after - 1);
    if (month.index_e4 == base().index_e4) return amount_minor;
    const Int128 scaled = static_cast<Int128>(amount_minor) * base().index_e4 * 2;
    const Int128 half = scaled < 0 ? -static_cast<Int128>(month.index_e4) : Int128{month.index_e4};
    return within_64_bits((scaled + half) / (static_cast<Int128>(month.index_e4) * 2));
}

}  // namespace vafa::metrics
