#include "models/rows.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace vafa::models {
namespace {

constexpr std::uint32_t kHistoryPieceRows = 8192;

struct Keyed {
    std::uint64_t key;  // x, age, t_x: the order of the rows
    std::uint32_t customer;
};

struct Layout {
    int t_x_bits = 1, age_bits = 1, x_bits = 1;
    std::uint64_t key(const History& h) const {
        return (std::uint64_t{h.x} << (age_bits + t_x_bits)) | (std::uint64_t{h.age} << t_x_bits) |
               h.t_x;
    }
    History history(std::uint64_t key) const {
        const auto low = [](std::uint64_t value, int bits) {
            return static_cast<std::uint32_t>(value & ((std::uint64_t{1} << bits) - 1));
        };
        return {low(key >> (age_bits + t_x_bits), x_bits), low(key, t_x_bits),
                low(key >> t_x_bits, age_bits)};
    }
    int bits() const { return t_x_bits + age_bits + x_bits; }
};

Layout layout_of(std::span<const History> customers) {
    History most;
    for (const History& h : customers) {
        if (!is_possible(h)) continue;
        most = {std::max(most.x, h.x), std::max(most.t_x, h.t_x), std::max(most.age, h.age)};
    }
    const auto width = [](std::uint32_t value) {
        return std::max(1, static_cast<int>(std::bit_width(value)));
    };
    return {width(most.t_x), width(most.age), width(most.x)};
}

// Least significant digit first; equal keys keep their order.
void radix_sort(std::vector<Keyed>& items, int bits) {
    constexpr int kDigit = 11;
    constexpr std::uint64_t kMask = (1 << kDigit) - 1;
    std::vector<Keyed> sorted(items.size());
    for (int shift = 0; shift < bits; shift += kDigit) {
        std::array<std::size_t, kMask + 2> begin{};
        for (const Keyed& item : items) ++begin[((item.key >> shift) & kMask) + 1];
        for (std::size_t digit = 1; digit < begin.size(); ++digit) begin[digit] += begin[digit - 1];
        for (const Keyed& item : items) sorted[begin[(item.key >> shift) & kMask]++] = item;
        items.swap(sorted);
    }
}

std::vector<Keyed> keyed(std::span<const History> customers, const Layout& layout) {
    std::vector<Keyed> items;
    items.reserve(customers.size());
    for (std::size_t i = 0; i < customers.size(); ++i) {
        if (is_possible(customers[i]))
            items.push_back({layout.key(customers[i]), static_cast<std::uint32_t>(i)});
    }
    return items;
}

void add(Rows& rows, const History& history, double count) {
    const auto row = static_cast<std::uint32_t>(rows.size());
    if (rows.groups.empty() || rows.groups.back().x != history.x)
        rows.groups.push_back({history.x, row, row, 0});
    rows.groups.back().end = row + 1;
    rows.groups.back().customers += count;
    rows.t_x.push_back(history.t_x);
    rows.age.push_back(history.age);
    rows.count.push_back(count);
    rows.customers += count;
    rows.purchases += count * history.x;
    if (history.x > 0) rows.repeaters += count;
    rows.last_day = std::max(rows.last_day, history.age);
}

void finish(Rows& rows) {
    std::vector<bool> is_used(rows.last_day + 1);
    for (const std::uint32_t day : rows.t_x) is_used[day] = true;
    for (const std::uint32_t day : rows.age) is_used[day] = true;
    for (std::uint32_t day = 0; day <= rows.last_day; ++day)
        if (is_used[day]) rows.days.push_back(day);
    for (std::uint32_t group = 0; group < rows.groups.size(); ++group) {
        const auto& whole = rows.groups[group];
        for (std::uint32_t begin = whole.begin; begin < whole.end; begin += kHistoryPieceRows)
            rows.pieces.push_back({group, begin, std::min(begin + kHistoryPieceRows, whole.end)});
    }
}

}  // namespace

bool is_possible(const History& history) {
    return history.age <= kMostDays && history.t_x <= history.age && history.x <= kMostPurchases &&
           (history.x > 0 || history.t_x == 0);
}

Rows compress(std::span<const History> customers, double days_per_period,
              std::vector<std::uint32_t>& row_of) {
    const Layout layout = layout_of(customers);
    auto items = keyed(customers, layout);
    radix_sort(items, layout.bits());
    Rows rows;
    rows.days_per_period = days_per_period;
    rows.ignored = customers.size() - items.size();
    row_of.assign(customers.size(), kNoRow);
    for (std::size_t i = 0; i < items.size();) {
        const std::size_t begin = i;
        const auto row = static_cast<std::uint32_t>(rows.size());
        for (; i < items.size() && items[i].key == items[begin].key; ++i)
            row_of[items[i].customer] = row;
        add(rows, layout.history(items[begin].key), static_cast<double>(i - begin));
    }
    finish(rows);
    return rows;
}

Rows compress(std::span<const History> customers, double days_per_period) {
    std::vector<std::uint32_t> unused;
    return compress(customers, days_per_period, unused);
}

Rows sample(const Rows& rows, std::size_t wanted) {
    Rows result;
    result.days_per_period = rows.days_per_period;
    const double step = rows.customers / static_cast<double>(std::max<std::size_t>(wanted, 1));
    double passed = 0;
    double taken = 0;
    for (const auto& group : rows.groups) {
        for (std::uint32_t row = group.begin; row < group.end; ++row) {
            passed += rows.count[row];
            const double marks = std::floor(passed / step + 0.5) - taken;
            if (marks < 1) continue;
            taken += marks;
            add(result, {group.x, rows.t_x[row], rows.age[row]}, marks * step);
        }
    }
    result.log_gaps = rows.log_gaps;
    finish(result);
    return result;
}

}  // namespace vafa::models
