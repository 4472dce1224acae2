#include <atomic>
#include <gtest/gtest.h>

#include "platform/parallel/parallel.h"
#include "timeline/test_model.h"

namespace vafa::timeline {
namespace {

using namespace test;

// One writer beside three readers. Every batch gives each of its profiles two rows whose amounts
// cancel, so that a scan that saw half a batch, or a row twice, shows a sum that is not zero.
class Writer {
public:
    explicit Writer(Timeline& timeline) : timeline_(&timeline) {}

    void run() {
        for (int step = 0; step < 60; ++step) {
            std::vector<Row> rows;
            for (int i = 0; i < 40; ++i) {
                Row row = random_row(rng_);
                row.amount_minor = rng_.between(1, 1LL << 40);
                rows.push_back(row);
                row.amount_minor = -row.amount_minor;
                rows.push_back(row);
            }
            ASSERT_TRUE(timeline_->append("order", rows).has_value());
            appended += static_cast<std::int64_t>(rows.size());
            if (step % 7 == 3) timeline_->merge();
            if (step % 5 == 2) timeline_->set_links({{step % 60, 1 + step / 2}, {7, 8}});
        }
    }
    std::atomic<std::int64_t> appended = 0;

private:
    Timeline* timeline_;
    Rng rng_{77};
};

struct Sums {
    std::int64_t rows = 0, amount = 0;
    void add(const Slice& slice) {
        for (std::uint32_t row = slice.offsets[0]; row < slice.offsets[slice.customers]; ++row) {
            ++rows;
            amount += slice.amount_at(row);
        }
    }
};

void read_until_done(const Timeline& timeline, const std::atomic<bool>& done, unsigned reader) {
    std::int64_t rows_before = 0;
    do {
        ScanRequest request;
        if (reader == 1) request.zone = newfoundland();
        std::vector<Sums> parts(2);
        timeline.scan(request, [&](unsigned worker, const Slice& s) { parts[worker].add(s); });
        EXPECT_EQ(parts[0].amount + parts[1].amount, 0);
        EXPECT_GE(parts[0].rows + parts[1].rows, rows_before);
        rows_before = parts[0].rows + parts[1].rows;
        timeline.scan_one(request, 8, [&](const Slice& slice) {
            Sums one;
            one.add(slice);
            EXPECT_EQ(one.amount, 0);
        });
        EXPECT_EQ(timeline.memory().property_bytes, 0U);
    } while (!done);
}

TEST(Concurrency, ScansSeeWholeBatchesBesideAppendsMergesAndLinks) {
    Timeline timeline(tehran(), 2);
    Writer writer(timeline);
    std::atomic<bool> done = false;
    parallel_for(4, 4, [&](unsigned, std::size_t task) {
        if (task != 0) return read_until_done(timeline, done, static_cast<unsigned>(task));
        writer.run();
        done = true;
    });
    Sums all;
    timeline.scan({.workers = 1}, [&](unsigned, const Slice& slice) { all.add(slice); });
    timeline.scan_anonymous({}, [&](const Slice& slice) { all.add(slice); });
    EXPECT_EQ(all.rows, writer.appended);
}

}  // namespace
}  // namespace vafa::timeline
