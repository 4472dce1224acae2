#include "bench/timeline/bandwidth.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "bench/timeline/stopwatch.h"
#include "platform/parallel/parallel.h"
#include "timeline/column.h"

namespace vafa::bench {
namespace {

constexpr std::size_t kNumbers = (1ULL << 30U) / sizeof(std::uint64_t);
constexpr std::size_t kPerTask = 1U << 20U;
constexpr int kPasses = 7;

std::uint64_t sum_of(const std::uint64_t* numbers) {
    std::uint64_t a = 0, b = 0, c = 0, d = 0;
    for (std::size_t i = 0; i < kPerTask; i += 4) {
        a += numbers[i];
        b += numbers[i + 1];
        c += numbers[i + 2];
        d += numbers[i + 3];
    }
    return a + b + c + d;
}

}  // namespace

double memory_bandwidth(unsigned workers) {
    timeline::Draft<std::uint64_t> numbers(kNumbers);
    const std::size_t tasks = kNumbers / kPerTask;
    parallel_for(workers, tasks, [&](unsigned, std::size_t task) {
        for (std::size_t i = task * kPerTask; i < (task + 1) * kPerTask; ++i) numbers[i] = i;
    });
    std::vector<std::uint64_t> sums(tasks);
    double best = 0;
    for (int pass = 0; pass < kPasses; ++pass) {
        const Stopwatch watch;
        parallel_for(workers, tasks, [&](unsigned, std::size_t task) {
            sums[task] = sum_of(numbers.data() + task * kPerTask);
        });
        best =
            std::max(best, static_cast<double>(kNumbers * sizeof(std::uint64_t)) / watch.seconds());
    }
    std::uint64_t total = 0;
    for (const std::uint64_t sum : sums) total += sum;
    return total == 0 ? 0 : best;
}

}  // namespace vafa::bench
