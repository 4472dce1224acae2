#include "metrics/model_scan.h"

#include <algorithm>

#include "metrics/counting.h"

namespace vafa::metrics {
namespace {

// x, first and last purchase day of the customers of one slice; `age` holds f for now.
ModelInputChunk read_chunk(const timeline::Slice& slice, const Counting& counting) {
    ModelInputChunk chunk{
        0, Array<std::int64_t>(slice.customers), Array<std::uint16_t>(slice.customers),
        Array<std::uint16_t>(slice.customers), Array<std::uint16_t>(slice.customers)};
    std::size_t size = 0;
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        const Rows rows = rows_of(slice, counting, customer);
        if (rows.begin == rows.end) continue;
        const std::uint16_t first = slice.day[rows.begin];
        if (!counting.first_in_range(first)) continue;
        std::uint16_t last = first;
        std::uint32_t repeats = 0;
        for (std::uint32_t row = rows.begin + 1; row < rows.end; ++row) {
            const std::uint16_t day = slice.day[row];
            const bool another = (counting.counted[slice.flags[row]] != 0) & (day != last);
            repeats += another ? 1 : 0;
            last = another ? day : last;
        }
        chunk.id.data()[size] = slice.ids[customer];
        chunk.x.data()[size] = static_cast<std::uint16_t>(repeats);
        chunk.t_x.data()[size] = static_cast<std::uint16_t>(last - first);
        chunk.age.data()[size] = static_cast<std::uint16_t>(counting.end - first);
        ++size;
    }
    chunk.size = size;
    return chunk;
}

}  // namespace

Result<ModelInputs> model_inputs(const Orders& orders, const Options& options) {
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    PerWorker<std::vector<ModelInputChunk>> workers;
    VAFA_CHECK(orders.scan(options, {}, [&](unsigned worker, const timeline::Slice& slice) {
        auto chunk = read_chunk(slice, counting);
        if (chunk.size > 0) workers.at(worker).push_back(std::move(chunk));
    }));
    ModelInputs inputs;
    workers.each([&](std::vector<ModelInputChunk>& chunks) {
        for (auto& chunk : chunks) inputs.chunks.push_back(std::move(chunk));
    });
    std::sort(inputs.chunks.begin(), inputs.chunks.end(),
              [](const ModelInputChunk& a, const ModelInputChunk& b) {
                  return a.id.data()[0] < b.id.data()[0];
              });
    return inputs;
}

}  // namespace vafa::metrics
