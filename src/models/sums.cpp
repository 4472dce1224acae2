#include "models/sums.h"

#include <cmath>

#include "platform/parallel/parallel.h"

namespace vafa::models {
namespace {

constexpr std::size_t kRowsWorthAThread = 4'000;

}  // namespace

unsigned useful_workers(const Rows& rows, unsigned workers) {
    return rows.size() < kRowsWorthAThread ? 1 : workers;
}

Sums sum_over_pieces(const Rows& rows, unsigned workers,
                     const std::function<Sums(const Rows::Piece&)>& work) {
    std::vector<Sums> found(rows.pieces.size());
    parallel_for(useful_workers(rows, workers), found.size(),
                 [&](unsigned, std::size_t piece) { found[piece] = work(rows.pieces[piece]); });
    Sums total;
    for (const Sums& one : found) total += one;
    return total;
}

void for_each_piece(const Rows& rows, unsigned workers,
                    const std::function<void(const Rows::Piece&)>& work) {
    parallel_for(useful_workers(rows, workers), rows.pieces.size(),
                 [&](unsigned, std::size_t piece) { work(rows.pieces[piece]); });
}

DayTable::DayTable(const Rows& rows, double scale)
    : log(rows.last_day + 1), inverse(rows.last_day + 1) {
    for (const std::uint32_t day : rows.days) {
        const double at = scale + rows.periods(day);
        log[day] = std::log(at);
        inverse[day] = 1 / at;
    }
}

}  // namespace vafa::models
