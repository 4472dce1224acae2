#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/result.h"
#include "metrics/model_inputs.h"
#include "metrics/options.h"
#include "timeline/types.h"

// What all kernels share: which rows count, and how far they look.
namespace vafa::metrics {

// Options made ready for a kernel's inner loop.
struct Counting {
    std::array<std::uint8_t, 256> counted{};  // 1 or 0, by an order's flags
    Day end = 0;                              // E
    Day first_from = std::numeric_limits<Day>::min();
    Day first_to = std::numeric_limits<Day>::max();
    bool by_day = false;

    bool first_in_range(Day first) const { return first >= first_from && first <= first_to; }
};
Counting counting_of(const Options& options, Day end);

// The rows of a customer that may be looked at: from the first counted one to the last by E.
// Empty (begin == end) when there is none.
struct Rows {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
inline Rows rows_of(const timeline::Slice& slice, const Counting& counting,
                    std::uint32_t customer) {
    Rows rows{slice.offsets[customer], slice.offsets[customer + 1]};
    while (rows.end > rows.begin && slice.day[rows.end - 1] > counting.end) --rows.end;
    while (rows.begin < rows.end && counting.counted[slice.flags[rows.begin]] == 0) ++rows.begin;
    return rows;
}

// Reads one customer's purchases at a time; the span lives until the next read.
class PurchaseReader {
public:
    explicit PurchaseReader(const Counting& counting) : counting_(counting) {}
    const Counting& counting() const { return counting_; }

    std::span<const Purchase> read(const timeline::Slice& slice, std::uint32_t customer) {
        const Rows rows = rows_of(slice, counting_, customer);
        if (purchases_.size() < rows.end - rows.begin) purchases_.resize(rows.end - rows.begin);
        Purchase* next = purchases_.data();
        Day last = -1;
        for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
            if (counting_.counted[slice.flags[row]] == 0) continue;
            const Day day = slice.day[row];
            const std::int64_t amount = slice.amount_at(row);
            if (counting_.by_day && day == last) {
                next[-1].revenue += amount;
                ++next[-1].orders;
            } else {
                *next++ = {amount, row, 1, day};
            }
            last = day;
        }
        return {purchases_.data(), next};
    }
    // Nobody when the first purchase lies outside the range asked for.
    std::span<const Purchase> read_if_first_in_range(const timeline::Slice& slice,
                                                     std::uint32_t customer) {
        const auto purchases = read(slice, customer);
        if (purchases.empty() || !counting_.first_in_range(purchases.front().day)) return {};
        return purchases;
    }

private:
    Counting counting_;
    std::vector<Purchase> purchases_;
};

// The purchases (ascending by day) on days in [from, to].
std::span<const Purchase> between(std::span<const Purchase> purchases, Day from, Day to);

// One accumulator a worker, made when the worker first asks: no locks, no sharing.
template <class T>
class PerWorker {
public:
    static constexpr unsigned kMaxWorkers = 256;

    template <class... Initial>
    explicit PerWorker(Initial... initial)
        : make_([... initial = std::move(initial)] { return std::make_unique<T>(initial...); }) {}

    T& at(unsigned worker) {
        VAFA_ASSERT(worker < kMaxWorkers);
        auto& slot = slots_[worker];
        if (!slot) slot = make_();
        return *slot;
    }
    template <class Visit>
    void each(Visit visit) {
        for (auto& slot : slots_)
            if (slot) visit(*slot);
    }

private:
    std::function<std::unique_ptr<T>()> make_;
    std::array<std::unique_ptr<T>, kMaxWorkers> slots_;
};

inline std::optional<double> rate_of(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace vafa::metrics
