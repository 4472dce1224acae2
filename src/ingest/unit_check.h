#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace vafa::ingest {

// A factor of ten between two sources of one store: rial here, toman there. Iran alone lives with
// two units of one currency, so only imports in IRR are looked at.
bool may_be_ten_times(std::string_view currency);

inline constexpr std::size_t kUnitSampleOrders = 1'000;  // of each source
inline constexpr std::size_t kUnitSamplePrices = 8;      // of each order
// Below that many, nothing is said.
inline constexpr std::size_t kEnoughSameOrders = 3;
inline constexpr std::size_t kEnoughOrders = 40;
inline constexpr std::size_t kEnoughProducts = 5;
inline constexpr std::size_t kEnoughOrdersOfQuarter = 10;
// Prices are compared over no more than that many days: in five years of strong inflation they rise
// fivefold, in seven tenfold.
inline constexpr Day kNearDays = 365;
inline constexpr Day kQuarterDays = 90;
// A ratio between is one of ten: with a year of inflation and chance in it.
inline constexpr double kLeastTen = 5.5, kMostTen = 18;
// Of the products or quarters this share has to say the same.
inline constexpr double kAgreeing = 0.8;

struct UnitOrder {
    std::string key;
    Day day = 0;
    std::int64_t amount = 0;
    // Hash of the product → unit price; the first few.
    std::vector<std::pair<std::uint64_t, std::int64_t>> prices = {};
};

// A sample of one source's orders by the hash of their keys, so that sources which share orders
// share them in their samples. Constant memory.
class UnitSample {
public:
    struct Row {
        std::string_view key;
        Day day = 0;
        std::optional<std::int64_t> total;   // of the order
        std::optional<std::int64_t> amount;  // of the row: these are summed
        std::string_view product;
        std::optional<std::int64_t> unit_price;
    };
    void add(const Row& row);
    std::vector<UnitOrder> orders() const;  // by key's hash; without those worth nothing

private:
    struct Order {
        UnitOrder order;
        std::optional<std::int64_t> total;
    };
    std::map<std::uint64_t, Order> by_hash_;
};

std::uint64_t product_hash(std::string_view product);

struct FactorTen {
    bool ours_is_greater = false;
    std::int64_t our_median = 0, their_median = 0;  // of what was compared
};

// Nothing: there is no factor of ten between them, or not enough to tell. Pure. Orders that both
// have tell most, then the prices of the products that both sold within a year of each other, then
// the sizes of orders quarter by quarter.
std::optional<FactorTen> find_factor_ten(const std::vector<UnitOrder>& ours,
                                         const std::vector<UnitOrder>& theirs);

}  // namespace vafa::ingest
