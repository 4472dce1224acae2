#include "metrics/model_scan.h"

#include <algorithm>

#include "metrics/counting.h"

namespace vafa::metrics {
namespace {

// What a customer's rows add up to so far, after each row of a block. The difference of two rows of
// one customer is all that is asked, so one loop runs through all customers without noticing them.
struct Running {
    std::vector<std::uint32_t> days;      // counted rows on another day than the counted row before
    std::vector<std::uint16_t> last_day;  // of the last counted row

    void run(const timeline::Slice& slice, const Counting& counting, std::uint32_t begin,
             std::uint32_t end) {
        if (days.size() < end - begin) {
            days.resize(end - begin);
            last_day.resize(end - begin);
        }
        std::uint32_t sum = 0;
        std::uint16_t last = 0;
        for (std::uint32_t row = begin; row < end; ++row) {
            const std::uint32_t counted = counting.counted[slice.flags[row]];
            const std::uint16_t day = slice.day[row];
            sum += day != last ? counted : 0;
            last = counted != 0 ? day : last;
            days[row - begin] = sum;
            last_day[row - begin] = last;
        }
    }
};

constexpr std::uint32_t kModelBlock = 1024;  // customers whose running figures stay in cache

void add_block(const timeline::Slice& slice, const Counting& counting, std::uint32_t from,
               std::uint32_t to, Running& running, ModelInputChunk& chunk) {
    const std::uint32_t base = slice.offsets[from];
    running.run(slice, counting, base, slice.offsets[to]);
    for (std::uint32_t customer = from; customer < to; ++customer) {
        const Rows rows = rows_of(slice, counting, customer);
        if (rows.begin == rows.end) continue;
        const std::uint16_t first = slice.day[rows.begin];
        if (!counting.first_in_range(first)) continue;
        const std::uint32_t repeats =
            running.days[rows.end - 1 - base] - running.days[rows.begin - base];
        const std::uint16_t last = running.last_day[rows.end - 1 - base];
        chunk.id.data()[chunk.size] = slice.ids[customer];
        chunk.x.data()[chunk.size] = static_cast<std::uint16_t>(repeats);
        chunk.t_x.data()[chunk.size] = static_cast<std::uint16_t>(last - first);
        chunk.age.data()[chunk.size] = static_cast<std::uint16_t>(counting.end - first);
        ++chunk.size;
    }
}

ModelInputChunk read_chunk(const timeline::Slice& slice, const Counting& counting,
                           Running& running) {
    ModelInputChunk chunk{
        0, Array<std::int64_t>(slice.customers), Array<std::uint16_t>(slice.customers),
        Array<std::uint16_t>(slice.customers), Array<std::uint16_t>(slice.customers)};
    for (std::uint32_t from = 0; from < slice.customers; from += kModelBlock)
        add_block(slice, counting, from, std::min(from + kModelBlock, slice.customers), running,
                  chunk);
    return chunk;
}

struct Worker {
    Running running;
    std::vector<ModelInputChunk> chunks;
};

}  // namespace

Result<ModelInputs> model_inputs(const Orders& orders, const Options& options) {
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    PerWorker<Worker> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        Worker& mine = workers.at(worker);
        auto chunk = read_chunk(slice, counting, mine.running);
        if (chunk.size > 0) mine.chunks.push_back(std::move(chunk));
    }));
    ModelInputs inputs;
    workers.each([&](Worker& part) {
        for (auto& chunk : part.chunks) inputs.chunks.push_back(std::move(chunk));
    });
    std::sort(inputs.chunks.begin(), inputs.chunks.end(),
              [](const ModelInputChunk& a, const ModelInputChunk& b) {
                  return a.id.data()[0] < b.id.data()[0];
              });
    return inputs;
}

Result<void> each_customer(const Orders& orders, const Options& options, const TakeCustomer& take) {
    PerWorker<PurchaseReader> readers(counting_of(options, orders.end_or_zero(options)));
    return orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        PurchaseReader& reader = readers.at(worker);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const auto purchases = reader.read_if_first_in_range(slice, customer);
            if (!purchases.empty()) take(worker, slice.ids[customer], purchases);
        }
    });
}

}  // namespace vafa::metrics
