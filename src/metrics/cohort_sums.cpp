#include "metrics/cohort_sums.h"

#include <algorithm>
#include <limits>

namespace vafa::metrics {
namespace {

constexpr std::uint32_t kCohortBlock = 1024;  // customers whose keys stay in cache
constexpr std::uint32_t kStride = 16;         // keys are written so many at once
constexpr std::uint32_t kParity = std::uint32_t{1} << 31;

// False when the customer's cohort lies further back than a table may reach.
bool make_room(std::size_t age, CohortSums& sums) {
    if (age < sums.layout.known()) return true;
    if (age >= kMaxCohortPeriods) {
        sums.too_old = true;
        return false;
    }
    sums.grow_to(age);
    return true;
}

template <bool kByDay>
void add_all(const timeline::Slice& slice, const Counting& counting, CohortSums& sums) {
    const std::uint16_t* bucket_of = sums.layout.bucket_of_day();
    const bool rolling = sums.layout.rolling();
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        const Rows rows = rows_of(slice, counting, customer);
        if (rows.begin == rows.end) continue;
        const Day first = slice.day[rows.begin];
        if (!counting.first_in_range(first)) continue;
        const std::size_t age = sums.layout.age_of(first);
        if (!make_room(age, sums)) return;
        // One formula for both kinds: cell = start + bucket_of[day − shift] − first bucket.
        const std::uint32_t shift = rolling ? static_cast<std::uint32_t>(first) : 0;
        const std::size_t start =
            sums.layout.start_of(age) - bucket_of[static_cast<std::uint32_t>(first) - shift];
        std::size_t last = std::numeric_limits<std::size_t>::max();
        std::uint32_t last_day = std::numeric_limits<std::uint32_t>::max();
        for (std::uint32_t row = rows.begin; row < rows.end; ++row) {
            if (counting.counted[slice.flags[row]] == 0) continue;
            const std::uint32_t day = slice.day[row];
            const std::size_t at = start + bucket_of[day - shift];
            Cell& cell = sums.cells[at];
            cell.orders_and_customers += kOneOrder + (at != last ? kOneCustomer : 0);
            cell.revenue += slice.amount_at(row);
            if constexpr (kByDay) sums.purchases[at] += day != last_day ? 1 : 0;
            last = at;
            last_day = day;
        }
        ++sums.last_active[last];
    }
}

// Writes for every row of a block its customer's key: key + bucket of the day = cell. Neighbouring
// customers differ in the parity bit, so that their cells never look like one customer's.
class KeyWriter {
public:
    KeyWriter(const timeline::Slice& slice, const Counting& counting, CohortSums& sums)
        : slice_(&slice), counting_(&counting), sums_(&sums) {}

    bool write(std::uint32_t from, std::uint32_t to) {
        const std::uint32_t first_row = slice_->offsets[from];
        const std::size_t room = slice_->offsets[to] - first_row + kStride;
        if (sums_->keys.size() < room) sums_->keys.resize(room);
        for (std::uint32_t customer = from; customer < to; ++customer) {
            const std::uint32_t begin = slice_->offsets[customer];
            const std::uint32_t end = slice_->offsets[customer + 1];
            const Rows rows = rows_of(*slice_, *counting_, customer);
            const std::uint32_t key = rows.begin < rows.end ? key_of(rows) : 0;
            if (sums_->too_old) return false;
            fill(begin - first_row, rows.end - first_row, key);
            if (rows.end < end) fill(rows.end - first_row, end - first_row, 0);
        }
        return true;
    }

private:
    std::uint32_t key_of(const Rows& rows) {
        const Day first = slice_->day[rows.begin];
        parity_ ^= kParity;
        if (!counting_->first_in_range(first)) return parity_;
        const Layout& layout = sums_->layout;
        const std::size_t age = layout.age_of(first);
        if (!make_room(age, *sums_)) return parity_;
        const std::uint16_t* bucket_of = layout.bucket_of_day();
        const std::size_t start = layout.start_of(age) - bucket_of[first];
        std::uint32_t last = rows.end - 1;
        while (counting_->counted[slice_->flags[last]] == 0) --last;
        ++sums_->last_active[start + bucket_of[slice_->day[last]]];
        return static_cast<std::uint32_t>(start) | parity_;
    }
    // A stride past the end is free: the next customer overwrites it.
    void fill(std::uint32_t from, std::uint32_t to, std::uint32_t key) {
        std::uint32_t* keys = sums_->keys.data() + from;
        const std::uint32_t count = to - from;
        for (std::uint32_t i = 0; i < kStride; ++i) keys[i] = key;
        for (std::uint32_t done = kStride; done < count; done += kStride)
            for (std::uint32_t i = 0; i < kStride; ++i) keys[done + i] = key;
    }

    const timeline::Slice* slice_;
    const Counting* counting_;
    CohortSums* sums_;
    std::uint32_t parity_ = 0;
};

// Wide amounts of the rows [begin, end), whose keys were written: few if any.
void add_wide_amounts(const timeline::Slice& slice, const Counting& counting, std::uint32_t begin,
                      std::uint32_t end, CohortSums& sums) {
    const auto less = [](const timeline::WideAmount& wide, std::uint32_t row) {
        return wide.row < row;
    };
    auto at = std::lower_bound(slice.wide.begin(), slice.wide.end(), begin, less);
    for (; at != slice.wide.end() && at->row < end; ++at) {
        if (counting.counted[slice.flags[at->row]] == 0) continue;
        const std::uint32_t key =
            sums.keys[at->row - begin] + sums.layout.bucket_of_day()[slice.day[at->row]];
        sums.cells[key & ~kParity].revenue += at->amount;
    }
}

// Uncounted rows add zeros instead of being jumped over: nobody can predict where they lie. Wide
// amounts wait: a call in the loop would cost every row.
std::uint32_t add_rows(const timeline::Slice& slice, const Counting& counting, std::uint32_t begin,
                       std::uint32_t end, std::uint32_t last, CohortSums& sums) {
    const std::uint16_t* bucket_of = sums.layout.bucket_of_day();
    const std::uint16_t* days = slice.day;
    const std::uint8_t* flags = slice.flags;
    const std::uint32_t* amounts = slice.amount;
    const std::uint32_t* keys = sums.keys.data();
    Cell* cells = sums.cells.data();
    for (std::uint32_t row = begin; row < end; ++row) {
        const std::uint32_t key = keys[row - begin] + bucket_of[days[row]];
        const std::uint64_t counted = counting.counted[flags[row]];
        const std::uint64_t another = counted & (key != last ? 1U : 0U);
        const std::uint64_t known = counted & (amounts[row] != timeline::kWideAmount ? 1U : 0U);
        Cell& cell = cells[key & ~kParity];
        cell.orders_and_customers += counted + (another << 32);
        cell.revenue += amounts[row] & -static_cast<std::int64_t>(known);
        last = counted != 0 ? key : last;
    }
    return last;
}

}  // namespace

void add_customers(const timeline::Slice& slice, const Counting& counting, CohortSums& sums) {
    if (counting.by_day)
        add_all<true>(slice, counting, sums);
    else
        add_all<false>(slice, counting, sums);
}

void add_customers_flat(const timeline::Slice& slice, const Counting& counting, CohortSums& sums) {
    sums.make_room();  // for nowhere
    KeyWriter writer(slice, counting, sums);
    std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
    for (std::uint32_t from = 0; from < slice.customers; from += kCohortBlock) {
        const std::uint32_t to = std::min(from + kCohortBlock, slice.customers);
        if (!writer.write(from, to)) return;
        const std::uint32_t begin = slice.offsets[from], end = slice.offsets[to];
        last = add_rows(slice, counting, begin, end, last, sums);
        if (!slice.wide.empty()) add_wide_amounts(slice, counting, begin, end, sums);
    }
}

}  // namespace vafa::metrics
