#pragma once

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "models/rows.h"

namespace vafa::models {

// A log-likelihood and its slopes in up to four parameters.
struct Sums {
    double value = 0;
    std::array<double, 4> slope = {};

    void operator+=(const Sums& other) {
        value += other.value;
        for (std::size_t i = 0; i < slope.size(); ++i) slope[i] += other.slope[i];
    }
};

// Workers that are worth their start for so many rows.
unsigned useful_workers(const Rows& rows, unsigned workers);

// The sum over all pieces, each worked on by one thread; added in the order of the pieces, so the
// answer does not depend on how many threads there are.
Sums sum_over_pieces(const Rows& rows, unsigned workers,
                     const std::function<Sums(const Rows::Piece&)>& work);
// The same for work that keeps its own results.
void for_each_piece(const Rows& rows, unsigned workers,
                    const std::function<void(const Rows::Piece&)>& work);

// Puts slopes in plain parameters into slopes in their logarithms.
inline double in_logarithms(const Sums& sums, std::span<const double> at, std::span<double> slope) {
    for (std::size_t i = 0; i < at.size(); ++i) slope[i] = sums.slope[i] * at[i];
    return sums.value;
}

// ln(scale + t) and 1 / (scale + t) for every day that occurs.
struct DayTable {
    DayTable(const Rows& rows, double scale);
    std::vector<double> log;
    std::vector<double> inverse;
};

}  // namespace vafa::models
