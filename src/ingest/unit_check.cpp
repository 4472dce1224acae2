#include "ingest/unit_check.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <unordered_map>

#include "base/hash.h"

namespace vafa::ingest {

namespace {

enum class Verdict { ten, same, unknown };

struct Finding {
    Verdict verdict = Verdict::unknown;
    FactorTen factor = {};
};

std::int64_t median(std::vector<std::int64_t> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

// Ratios of our amounts to theirs, with what each of them weighs.
class Ratios {
public:
    void add(double ratio, double weight) {
        all_ += weight;
        if (ratio >= kLeastTen && ratio <= kMostTen) greater_ += weight;
        if (1 / ratio >= kLeastTen && 1 / ratio <= kMostTen) smaller_ += weight;
    }
    bool agree() const { return std::max(greater_, smaller_) >= kAgreeing * all_; }
    bool greater() const { return greater_ > smaller_; }

private:
    double all_ = 0, greater_ = 0, smaller_ = 0;
};

Finding judged(const Ratios& ratios, std::vector<std::int64_t> ours,
               std::vector<std::int64_t> theirs) {
    if (!ratios.agree()) return {.verdict = Verdict::same};
    return {Verdict::ten, {ratios.greater(), median(std::move(ours)), median(std::move(theirs))}};
}

// Exactly ten times: no discount or correction does that to several orders.
Finding by_same_orders(const std::vector<UnitOrder>& ours, const std::vector<UnitOrder>& theirs) {
    std::unordered_map<std::string_view, std::int64_t> known;
    for (const auto& order : theirs) known.try_emplace(order.key, order.amount);
    std::vector<std::int64_t> mine, other;
    std::size_t greater = 0, smaller = 0;
    for (const auto& order : ours) {
        const auto found = known.find(order.key);
        if (found == known.end()) continue;
        mine.push_back(order.amount);
        other.push_back(found->second);
        greater += order.amount == found->second * 10 ? 1 : 0;
        smaller += order.amount * 10 == found->second ? 1 : 0;
    }
    if (mine.size() < kEnoughSameOrders) return {};
    const std::size_t most = std::max(greater, smaller);
    if (most < kEnoughSameOrders || most * 2 < mine.size()) return {.verdict = Verdict::same};
    return {Verdict::ten, {greater > smaller, median(std::move(mine)), median(std::move(other))}};
}

struct Sold {
    Day day;
    std::int64_t price;
};
using Sales = std::map<std::uint64_t, std::vector<Sold>>;

Sales sales_of(const std::vector<UnitOrder>& orders) {
    Sales sales;
    for (const auto& order : orders) {
        for (const auto& [product, price] : order.prices) {
            if (price > 0) sales[product].push_back({order.day, price});
        }
    }
    return sales;
}

// Each product once: the sale of ours that lies nearest to one of theirs.
Finding by_products(const std::vector<UnitOrder>& ours, const std::vector<UnitOrder>& theirs) {
    const Sales sold = sales_of(ours);
    const Sales sold_there = sales_of(theirs);
    std::vector<std::int64_t> mine, other;
    Ratios ratios;
    for (const auto& [product, sales] : sold) {
        const auto found = sold_there.find(product);
        if (found == sold_there.end()) continue;
        Day nearest = kNearDays + 1;
        std::int64_t price = 0, their_price = 0;
        for (const Sold& a : sales) {
            for (const Sold& b : found->second) {
                if (std::abs(a.day - b.day) >= nearest) continue;
                nearest = std::abs(a.day - b.day);
                price = a.price;
                their_price = b.price;
            }
        }
        if (nearest > kNearDays) continue;
        mine.push_back(price);
        other.push_back(their_price);
        ratios.add(static_cast<double>(price) / static_cast<double>(their_price), 1);
    }
    if (mine.size() < kEnoughProducts) return {};
    return judged(ratios, std::move(mine), std::move(other));
}

using Quarters = std::map<Day, std::vector<std::int64_t>>;

Quarters by_quarter(const std::vector<UnitOrder>& orders) {
    Quarters quarters;
    for (const auto& order : orders) quarters[order.day / kQuarterDays].push_back(order.amount);
    return quarters;
}

void append(std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

// Of the quarters that lie that near or nearer.
std::vector<std::int64_t> within(const Quarters& quarters, Day quarter, Day distance) {
    std::vector<std::int64_t> amounts;
    const auto end = quarters.upper_bound(quarter + distance);
    for (auto at = quarters.lower_bound(quarter - distance); at != end; ++at) {
        append(amounts, at->second);
    }
    return amounts;
}

// In quarters: no further than it takes to find enough, since a sale or a feast of theirs should
// meet ours.
constexpr Day kDistances[] = {0, kNearDays / kQuarterDays / 2, kNearDays / kQuarterDays};

Finding by_sizes(const std::vector<UnitOrder>& ours, const std::vector<UnitOrder>& theirs) {
    const auto quarters = by_quarter(ours);
    const auto their_quarters = by_quarter(theirs);
    std::vector<std::int64_t> mine, other;
    std::size_t weight = 0;
    Ratios ratios;
    for (const auto& [quarter, amounts] : quarters) {
        if (amounts.size() < kEnoughOrdersOfQuarter) continue;
        std::vector<std::int64_t> near;
        for (const Day distance : kDistances) {
            near = within(their_quarters, quarter, distance);
            if (near.size() >= kEnoughOrders) break;
        }
        if (near.size() < kEnoughOrdersOfQuarter) continue;
        const std::size_t both = std::min(amounts.size(), near.size());
        weight += both;
        ratios.add(static_cast<double>(median(amounts)) / static_cast<double>(median(near)),
                   static_cast<double>(both));
        append(mine, amounts);
        append(other, near);
    }
    if (weight < kEnoughOrders) return {};
    return judged(ratios, std::move(mine), std::move(other));
}

}  // namespace

bool may_be_ten_times(std::string_view currency) { return currency == "IRR"; }

std::uint64_t product_hash(std::string_view product) { return hash64(product); }

void UnitSample::add(const Row& row) {
    const std::uint64_t hash = hash64(row.key);
    if (by_hash_.size() >= kUnitSampleOrders && hash > by_hash_.rbegin()->first) return;
    auto [found, is_new] = by_hash_.try_emplace(hash);
    auto& [order, total] = found->second;
    if (is_new) {
        order.key = row.key;
        order.day = row.day;
        if (by_hash_.size() > kUnitSampleOrders) by_hash_.erase(std::prev(by_hash_.end()));
    }
    if (row.total) total = row.total;
    order.amount += row.amount.value_or(0);
    if (row.unit_price && !row.product.empty() && order.prices.size() < kUnitSamplePrices) {
        order.prices.emplace_back(product_hash(row.product), *row.unit_price);
    }
}

std::vector<UnitOrder> UnitSample::orders() const {
    std::vector<UnitOrder> orders;
    for (const auto& [hash, sampled] : by_hash_) {
        UnitOrder order = sampled.order;
        order.amount = sampled.total.value_or(order.amount);
        if (order.amount > 0) orders.push_back(std::move(order));
    }
    return orders;
}

std::optional<FactorTen> find_factor_ten(const std::vector<UnitOrder>& ours,
                                         const std::vector<UnitOrder>& theirs) {
    for (const auto& find : {by_same_orders, by_products, by_sizes}) {
        const Finding finding = find(ours, theirs);
        if (finding.verdict == Verdict::ten) return finding.factor;
        if (finding.verdict == Verdict::same) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace vafa::ingest
