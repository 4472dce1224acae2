#include "metrics/money_ranks.h"

#include <algorithm>

#include "base/result.h"

namespace vafa::metrics {
namespace {

// The amounts of one key that holds a rank, and how many lie before it.
struct Group {
    std::size_t key = 0;
    std::int64_t before = 0;
    std::vector<std::int64_t> amounts = {};
};

}  // namespace

std::vector<std::int64_t> MoneyRanks::at(std::span<const std::int64_t> ranks,
                                         const Amounts& each) const {
    std::vector<std::int64_t> begin(kKeys + 1);
    for (std::size_t key = 0; key < kKeys; ++key) begin[key + 1] = begin[key] + counts_[key];
    std::vector<Group> groups;
    std::vector<std::uint8_t> group_of(kKeys, 0);  // from 1
    std::vector<std::size_t> group_of_rank;
    for (const std::int64_t rank : ranks) {
        const auto next = std::upper_bound(begin.begin(), begin.end(), rank);
        VAFA_ASSERT(next != begin.end() && rank >= 0);
        const auto key = static_cast<std::size_t>(next - begin.begin()) - 1;
        if (group_of[key] == 0) {
            groups.push_back({key, begin[key]});
            group_of[key] = static_cast<std::uint8_t>(groups.size());
        }
        group_of_rank.push_back(group_of[key] - 1U);
    }
    each([&](std::int64_t amount) {
        const std::uint8_t group = group_of[key_of(amount)];
        if (group != 0) groups[group - 1U].amounts.push_back(amount);
    });
    for (Group& group : groups) std::sort(group.amounts.begin(), group.amounts.end());
    std::vector<std::int64_t> found;
    for (std::size_t i = 0; i < ranks.size(); ++i) {
        const Group& group = groups[group_of_rank[i]];
        found.push_back(group.amounts[static_cast<std::size_t>(ranks[i] - group.before)]);
    }
    return found;
}

}  // namespace vafa::metrics
