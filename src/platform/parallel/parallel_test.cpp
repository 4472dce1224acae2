#include "platform/parallel/parallel.h"

#include <atomic>
#include <gtest/gtest.h>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace vafa {
namespace {

TEST(ParallelFor, DoesEveryChunkOnce) {
    for (const unsigned workers : {0U, 1U, 2U, 5U}) {
        std::vector<int> done(1000, 0);
        parallel_for(workers, done.size(), [&](unsigned, std::size_t chunk) { ++done[chunk]; });
        EXPECT_EQ(std::count(done.begin(), done.end(), 1), 1000);
    }
}

TEST(ParallelFor, GivesEachWorkerItsOwnNumber) {
    constexpr int kWorkers = 4;
    std::vector<std::atomic<int>> active(kWorkers);
    std::vector<std::uint64_t> sums(kWorkers, 0);  // unguarded: a worker is never active twice
    std::atomic<bool> shared{false};
    parallel_for(kWorkers, 10'000, [&](unsigned worker, std::size_t chunk) {
        if (active.at(worker).fetch_add(1) != 0) shared = true;
        sums[worker] += chunk;
        active[worker].fetch_sub(1);
    });
    EXPECT_FALSE(shared);
    EXPECT_EQ(std::accumulate(sums.begin(), sums.end(), std::uint64_t{0}), 49'995'000U);
}

TEST(ParallelFor, RunsChunksInOrderOnOneWorker) {
    std::vector<std::size_t> order;
    parallel_for(1, 5, [&](unsigned worker, std::size_t chunk) {
        EXPECT_EQ(worker, 0U);
        order.push_back(chunk);
    });
    EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

TEST(ParallelFor, HasNothingToDoWithoutChunks) {
    parallel_for(3, 0, [](unsigned, std::size_t) { FAIL(); });
}

TEST(ParallelFor, ReallyRunsAtTheSameTime) {
    // Each chunk waits for the other: one thread alone would never end.
    std::atomic<int> arrived{0};
    parallel_for(2, 2, [&](unsigned, std::size_t) {
        arrived.fetch_add(1);
        while (arrived.load() < 2) {
        }
    });
    EXPECT_EQ(arrived, 2);
}

TEST(ParallelFor, RethrowsAndBeginsNothingNew) {
    std::atomic<int> begun{0};
    const auto work = [&](unsigned, std::size_t chunk) {
        begun.fetch_add(1);
        if (chunk == 3) throw std::runtime_error("chunk 3");
    };
    try {
        parallel_for(1, 1000, work);
        FAIL() << "nothing was thrown";
    } catch (const std::runtime_error& error) {
        EXPECT_STREQ(error.what(), "chunk 3");
    }
    EXPECT_EQ(begun, 4);
    EXPECT_THROW(parallel_for(4, 1000, work), std::runtime_error);
}

TEST(HardwareWorkers, IsAtLeastOne) { EXPECT_GE(hardware_workers(), 1U); }

}  // namespace
}  // namespace vafa
