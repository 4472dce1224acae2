#include "commerce/totals.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/int128.h"
#include "commerce/counted.h"
#include "commerce/sql.h"
#include "platform/sql/session.h"

namespace vafa::commerce {
namespace {

// SQL adds amounts in two parts: an amount may be 10^18, and a sum of ten would not fit.
constexpr std::int64_t kPart = 1'000'000'000;

struct Sum {
    CustomerTotals totals;
    Int128 revenue = 0;
};

std::int64_t held(Int128 sum) {
    using Limits = std::numeric_limits<std::int64_t>;
    return static_cast<std::int64_t>(
        std::clamp(sum, static_cast<Int128>(Limits::min()), static_cast<Int128>(Limits::max())));
}

// profile, flags, orders, first, last, revenue's parts
void add(Sum& sum, const sql::Row& row) {
    const TimeMs first = row.integer(3), last = row.integer(4);
    CustomerTotals& totals = sum.totals;
    totals.orders += row.integer(2);
    totals.first_order_at = std::min(totals.first_order_at.value_or(first), first);
    totals.last_order_at = std::max(totals.last_order_at.value_or(last), last);
    sum.revenue += static_cast<Int128>(row.integer(5)) * kPart + row.integer(6);
}

}  // namespace

std::vector<CustomerTotals> totals_of(sql::Session& session, std::span<const CustomerCard> cards,
                                      const CountedOrders& counted) {
    std::map<std::int64_t, std::size_t> card_of;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        for (const Profile& profile : cards[i].profiles) card_of.emplace(profile.id.value, i);
    }
    std::vector<std::int64_t> profiles;
    for (const auto& [profile, card] : card_of) profiles.push_back(profile);
    std::vector<Sum> sums(cards.size());
    session.lookup(queries::totals_of_profiles, profiles, [&](const sql::Row& row) {
        if (counts(counted, row.get<std::uint8_t>(1))) add(sums[card_of.at(row.integer(0))], row);
    });
    std::vector<CustomerTotals> totals;
    for (Sum& sum : sums) {
        sum.totals.revenue_minor = held(sum.revenue);
        totals.push_back(sum.totals);
    }
    return totals;
}

}  // namespace vafa::commerce
