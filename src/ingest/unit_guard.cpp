#include "ingest/unit_guard.h"

#include <algorithm>
#include <set>

#include "commerce/api.h"
#include "platform/sql/database.h"

namespace vafa::ingest {

namespace {

constexpr std::int64_t kStoreOrdersOfQuarter = 60;
constexpr std::size_t kMostQuarters = 40;  // ten years

UnitOrder unit_order(const commerce::SampledOrder& from) {
    UnitOrder order{.key = from.key,
                    .day = static_cast<Day>(from.ordered_at / kMsPerDay),
                    .amount = from.amount_minor};
    for (const auto& [product, price] : from.prices) {
        if (order.prices.size() == kUnitSamplePrices) break;
        order.prices.emplace_back(product_hash(product), price);
    }
    return order;
}

std::vector<UnitOrder> unit_orders(const std::vector<commerce::SampledOrder>& from) {
    std::vector<UnitOrder> orders;
    for (const auto& order : from) orders.push_back(unit_order(order));
    return orders;
}

// Those of the file's orders, and a year around them; of very many the latest.
std::vector<Day> quarters_of(const std::vector<UnitOrder>& orders) {
    std::set<Day> quarters;
    constexpr Day kAround = kNearDays / kQuarterDays;
    for (const auto& order : orders) quarters.insert(order.day / kQuarterDays);
    if (quarters.empty()) return {};
    const Day first = *quarters.begin();
    const Day last = *quarters.rbegin();
    for (Day i = 1; i <= kAround; ++i) {
        quarters.insert(first - i);
        quarters.insert(last + i);
    }
    std::vector<Day> all(quarters.begin(), quarters.end());
    if (all.size() > kMostQuarters) {
        all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(kMostQuarters));
    }
    return all;
}

std::optional<FactorTen> against_store(sql::Session& session, ShopId shop,
                                       const std::vector<UnitOrder>& ours) {
    std::vector<std::string> keys;
    for (const auto& order : ours) keys.push_back(order.key);
    auto theirs = unit_orders(commerce::orders_with_keys(session, shop, keys));
    if (theirs.size() >= kEnoughSameOrders) return find_factor_ten(ours, theirs);
    theirs.clear();
    for (const Day quarter : quarters_of(ours)) {
        const TimeMs from = quarter * kQuarterDays * kMsPerDay;
        const TimeMs to = from + kQuarterDays * kMsPerDay;
        for (auto& order : unit_orders(
                 commerce::orders_between(session, shop, from, to, kStoreOrdersOfQuarter))) {
            theirs.push_back(std::move(order));
        }
    }
    return find_factor_ten(ours, theirs);
}

// Tomans taken for rials are a tenth of what they should be.
const char* likely_unit(const FactorTen& found) { return found.ours_is_greater ? "IRR" : "IRT"; }

Error refused(const char* key, const FactorTen& found, const std::string& file) {
    return conflict(key)
        .with("file", file)
        .with("median", std::to_string(found.our_median))
        .with("other_median", std::to_string(found.their_median))
        .with("unit", likely_unit(found))
        .at("currency");
}

}  // namespace

Result<void> check_unit(sql::Database& database, ShopId shop,
                        const std::vector<FileSample>& samples) {
    for (std::size_t i = 1; i < samples.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const auto found = find_factor_ten(samples[i].orders, samples[j].orders);
            if (!found) continue;
            return refused("error.import_factor_ten_files", *found, samples[i].file)
                .with("other_file", samples[j].file);
        }
    }
    return database.read([&](sql::Session& session) -> Result<void> {
        for (const auto& [file, orders] : samples) {
            const auto found = against_store(session, shop, orders);
            if (found) return refused("error.import_factor_ten", *found, file);
        }
        return {};
    });
}

}  // namespace vafa::ingest
