#include "timeline/condition.h"

#include <algorithm>

namespace vafa::timeline {
namespace {

constexpr std::uint32_t kNoSuchValue = 0xFFFFFFFFU;

// The rows that count, asked of one slice.
class Filter {
public:
    Filter(const CountCondition& condition, const Slice& slice)
        : condition_(&condition), slice_(&slice) {
        if (condition.property.empty()) return;
        const auto& values = *slice.properties[0].dictionary;
        const auto it = std::ranges::lower_bound(values, condition.value);
        if (it != values.end() && *it == condition.value) {
            code_ = static_cast<std::uint32_t>(it - values.begin());
        }
    }

    bool counts(std::uint32_t row) const {
        const Day day = slice_->day[row];
        if (condition_->from.has_value() && day < *condition_->from) return false;
        if (condition_->to.has_value() && day > *condition_->to) return false;
        return condition_->property.empty() || slice_->properties[0].codes[row] == code_;
    }

private:
    const CountCondition* condition_;
    const Slice* slice_;
    std::uint32_t code_ = kNoSuchValue;
};

// Enough counting days within one window of `within_days`? `days` ascending.
bool enough(const std::vector<Day>& days, const CountCondition& condition) {
    const auto needed = static_cast<std::size_t>(std::max<std::int64_t>(condition.at_least, 0));
    if (days.size() < needed) return false;
    if (needed == 0 || condition.within_days <= 0) return true;
    for (std::size_t last = needed - 1; last < days.size(); ++last) {
        if (days[last] - days[last - (needed - 1)] < condition.within_days) return true;
    }
    return false;
}

void find_in(const Slice& slice, const CountCondition& condition, std::vector<std::int64_t>& out) {
    const Filter filter(condition, slice);
    std::vector<Day> days;
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        days.clear();
        for (std::uint32_t row = slice.offsets[customer]; row < slice.offsets[customer + 1];
             ++row) {
            if (filter.counts(row)) days.push_back(slice.day[row]);
        }
        if (enough(days, condition)) out.push_back(slice.ids[customer]);
    }
}

}  // namespace

std::vector<std::int64_t> find_customers(const Timeline& timeline,
                                         const CountCondition& condition) {
    ScanRequest request{.track = condition.track};
    if (!condition.property.empty()) request.properties = {condition.property};
    std::vector<std::vector<std::int64_t>> found(timeline.workers());
    timeline.scan(request, [&](unsigned worker, const Slice& slice) {
        find_in(slice, condition, found[worker]);
    });
    std::vector<std::int64_t> all;
    for (const auto& part : found) all.insert(all.end(), part.begin(), part.end());
    std::ranges::sort(all);
    return all;
}

}  // namespace vafa::timeline
