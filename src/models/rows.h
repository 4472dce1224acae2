#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/types.h"

namespace vafa::models {

// Beyond these a history is taken for damaged: some 270 years, and a purchase on each day of them.
constexpr std::uint32_t kMostDays = 100'000;
constexpr std::uint32_t kMostPurchases = 100'000;

// Whether the three numbers can belong to one customer.
bool is_possible(const History& history);

// Customers with equal (x, t_x, T) are one row with a count. Ordered by x, then T, then t_x.
struct Rows {
    struct Group {  // the rows of one x
        std::uint32_t x = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
        double customers = 0;
    };
    struct Piece {  // work for one thread at a time: part of a group
        std::uint32_t group = 0;
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };

    std::vector<std::uint32_t> t_x;
    std::vector<std::uint32_t> age;
    std::vector<double> count;
    std::vector<Group> groups;
    std::vector<Piece> pieces;
    std::vector<std::uint32_t> days;  // every t_x and T that occurs, rising
    double customers = 0;
    double repeaters = 0;
    double purchases = 0;  // repeat purchases of all
    double log_gaps = 0;   // sum of the logarithms of all gaps in periods; for CNBD-k alone
    std::uint32_t last_day = 0;
    std::uint64_t ignored = 0;
    double days_per_period = 7;

    std::size_t size() const { return age.size(); }
    double periods(std::uint32_t day) const { return day / days_per_period; }
};

Rows compress(std::span<const History> customers, double days_per_period);
// The row of each customer beside the rows; kNoRow for those left out.
constexpr std::uint32_t kNoRow = 0xffffffff;
Rows compress(std::span<const History> customers, double days_per_period,
              std::vector<std::uint32_t>& row_of);

// Every n-th customer in the order of the rows, weighted n: some `wanted` rows that stand for all.
Rows sample(const Rows& rows, std::size_t wanted);

}  // namespace vafa::models
