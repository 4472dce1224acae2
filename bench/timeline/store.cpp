#include "bench/timeline/store.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/rng.h"
#include "base/time.h"
#include "commerce/types.h"
#include "platform/parallel/parallel.h"

namespace vafa::bench {
namespace {

constexpr TimeMs kBegin = 1'546'300'800'000;  // 2019-01-01
constexpr std::int64_t kSpan = 6 * 365 * kMsPerDay;
constexpr std::uint64_t kCustomersPerRun = 100'000;
constexpr std::uint64_t kCustomersPerTask = 2'000;
constexpr double kOrdersAfterFirst = 8.8;  // on average; with 2 % anonymous about ten a customer
constexpr double kTailShape = 0.45;

std::uint8_t random_flags(Rng& rng) {
    using commerce::OrderStatus;
    namespace flag = commerce::flag;
    const auto status = [](OrderStatus s) { return static_cast<std::uint8_t>(s); };
    const std::uint64_t permille = rng.below(1000);
    if (permille < 20) return status(OrderStatus::pending);
    if (permille < 50) return status(OrderStatus::cancelled);
    if (permille < 65) return status(OrderStatus::refunded);
    if (permille < 75) return status(OrderStatus::failed);
    if (permille < 80) return status(OrderStatus::paid) | flag::kTest;
    if (permille < 85) return status(OrderStatus::completed) | flag::kZeroValue;
    if (permille < 90) return status(OrderStatus::completed) | flag::kUnknownAmount;
    const std::uint8_t discounted = permille < 300 ? flag::kDiscounted : 0;
    if (permille < 150) return status(OrderStatus::paid) | discounted;
    if (permille < 400) return status(OrderStatus::fulfilled) | discounted;
    return status(OrderStatus::completed);
}

std::int64_t random_amount(Rng& rng, std::uint8_t flags) {
    namespace flag = commerce::flag;
    if ((flags & (flag::kZeroValue | flag::kUnknownAmount)) != 0) return 0;
    if (rng.chance(0.001)) return rng.between(5'000'000'000, 90'000'000'000);
    const double rials = rng.lognormal(15.2, 0.8);  // about 4 million
    return std::min<std::int64_t>(static_cast<std::int64_t>(rials) / 1000 * 1000, 4'000'000'000);
}

timeline::Row random_order(Rng& rng, std::int64_t profile, TimeMs at, std::uint64_t subject) {
    timeline::Row row{.profile = profile, .at = at, .subject = subject};
    row.flags = random_flags(rng);
    row.amount_minor = random_amount(rng, row.flags);
    return row;
}

void add_customer(const Rng& seed, std::uint64_t number, std::vector<timeline::Row>& rows) {
    Rng rng = seed.fork("customer", number);
    const auto profile = static_cast<std::int64_t>((number + 1) << 20U | rng.below(1U << 20U));
    const std::int64_t count =
        1 + rng.poisson(rng.gamma(kTailShape, kTailShape / kOrdersAfterFirst));
    const std::int64_t first = static_cast<std::int64_t>(std::sqrt(rng.uniform()) * kSpan * 0.98);
    // Customers stay for a while: most orders lie near the first one.
    const double stay = static_cast<double>(kSpan - first) * rng.beta(1, 1.5);
    const std::size_t begin = rows.size();
    for (std::int64_t i = 0; i < count; ++i) {
        const auto after = i == 0 ? 0 : static_cast<std::int64_t>(rng.uniform() * stay);
        rows.push_back(random_order(rng, profile, kBegin + first + after, 0));
    }
    const auto own = rows.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(own, rows.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    for (std::size_t i = begin; i < rows.size(); ++i) {
        rows[i].subject = static_cast<std::uint64_t>(profile) + (i - begin);
    }
}

std::vector<timeline::Row> anonymous(const Rng& seed, std::uint64_t count) {
    Rng rng = seed.fork("anonymous");
    std::vector<timeline::Row> rows;
    for (std::uint64_t i = 0; i < count; ++i) {
        rows.push_back(random_order(rng, 0, kBegin + rng.between(0, kSpan - 1), i));
    }
    return rows;
}

}  // namespace

void Store::generate(const std::function<void(std::span<const timeline::Row>)>& take) const {
    const Rng seed(19'700'101);
    take(anonymous(seed, orders / 50));
    for (std::uint64_t begin = 0; begin < customers(); begin += kCustomersPerRun) {
        const std::uint64_t end = std::min(begin + kCustomersPerRun, customers());
        const std::size_t tasks = (end - begin + kCustomersPerTask - 1) / kCustomersPerTask;
        std::vector<std::vector<timeline::Row>> parts(tasks);
        parallel_for(workers, tasks, [&](unsigned, std::size_t task) {
            const std::uint64_t last = std::min(begin + (task + 1) * kCustomersPerTask, end);
            for (auto number = begin + task * kCustomersPerTask; number < last; ++number) {
                add_customer(seed, number, parts[task]);
            }
        });
        std::vector<timeline::Row> rows;
        for (auto& part : parts) rows.insert(rows.end(), part.begin(), part.end());
        take(rows);
    }
}

}  // namespace vafa::bench
