#include "metrics/report_cache.h"

#include <atomic>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>
#include <vector>

#include "platform/parallel/parallel.h"
#include "testing/results.h"

namespace vafa::metrics {
namespace {

using test::must;

// `callers` at once; each has a thread of its own, as none returns before all have begun.
void at_once(unsigned callers, const std::function<void(std::size_t)>& call) {
    parallel_for(callers, callers, [&](unsigned, std::size_t i) { call(i); });
}

// Asks seldom: the condition takes the cache's lock, which others need to get on.
template <class Condition>
void wait_until(Condition condition) {
    while (!condition()) {
        for (int i = 0; i < 1000; ++i) std::this_thread::yield();
    }
}

ReportCache::Compute says(std::string text) {
    return [text = std::move(text)]() -> Result<std::string> { return text; };
}

TEST(ReportCache, OneComputationServesAllWhoAskAtOnce) {
    constexpr unsigned kCallers = 8;
    ReportCache cache;
    std::atomic<int> computed = 0;
    std::vector<std::shared_ptr<const std::string>> answers(kCallers);
    at_once(kCallers, [&](std::size_t i) {
        const auto answer = cache.answer(1, "q", [&]() -> Result<std::string> {
            ++computed;
            wait_until([&] { return cache.counts().joined == kCallers - 1; });
            return std::string("a");
        });
        answers[i] = must(answer).bytes;
    });
    EXPECT_EQ(computed, 1);
    for (const auto& bytes : answers) EXPECT_EQ(bytes, answers[0]);
    EXPECT_EQ(*must(cache.answer(1, "q", says("other"))).bytes, "a");
    EXPECT_EQ(cache.counts().kept, 1U);
}

TEST(ReportCache, TwoRunAndOthersWaitTheirTurn) {
    constexpr unsigned kCallers = 6;
    ReportCache cache;
    std::atomic<std::size_t> running = 0, most = 0, ran = 0;
    std::atomic<bool> all_came = false;
    at_once(kCallers, [&](std::size_t i) {
        must(cache.answer(1, std::to_string(i), [&]() -> Result<std::string> {
            const std::size_t now = ++running;
            std::size_t before = most;
            while (before < now && !most.compare_exchange_weak(before, now)) {
            }
            // The first two go on once all others wait; either may see it.
            if (++ran <= 2) {
                wait_until([&] {
                    if (cache.counts().waiting == kCallers - 2) all_came = true;
                    return all_came.load();
                });
            }
            --running;
            return std::string("a");
        }));
    });
    EXPECT_EQ(most, 2U);
    EXPECT_EQ(ran, kCallers);
    EXPECT_EQ(cache.counts().computed, kCallers);
}

TEST(ReportCache, WhoCameFirstIsFirst) {
    ReportCache cache({.bytes = 1000, .running = 1, .waiting = 10});
    std::vector<std::size_t> order;  // one runs at a time
    at_once(4, [&](std::size_t i) {
        // Caller i comes when i others are there: one running, the rest waiting.
        if (i > 0) {
            wait_until([&] {
                const auto now = cache.counts();
                return now.running == 1 && now.waiting == i - 1;
            });
        }
        must(cache.answer(1, std::to_string(i), [&]() -> Result<std::string> {
            if (i == 0) wait_until([&] { return cache.counts().waiting == 3; });
            order.push_back(i);
            return std::string();
        }));
    });
    EXPECT_EQ(order, (std::vector<std::size_t>{0, 1, 2, 3}));
}

TEST(ReportCache, RefusesWhenTooManyWait) {
    ReportCache cache({.bytes = 1000, .running = 1, .waiting = 1});
    at_once(2, [&](std::size_t i) {
        if (i == 1) wait_until([&] { return cache.counts().running == 1; });
        must(cache.answer(1, std::to_string(i), [&]() -> Result<std::string> {
            if (i == 1) return std::string("b");
            wait_until([&] { return cache.counts().waiting == 1; });
            test::expect_error(cache.answer(1, "third", says("c")), "error.busy");
            return std::string("a");
        }));
    });
    EXPECT_EQ(cache.counts().refused, 1U);
    EXPECT_EQ(*must(cache.answer(1, "third", says("c"))).bytes, "c");
}

TEST(ReportCache, AnotherVersionIsAnotherAnswer) {
    ReportCache cache;
    EXPECT_EQ(*must(cache.answer(1, "q", says("old"))).bytes, "old");
    EXPECT_EQ(*must(cache.answer(2, "q", says("new"))).bytes, "new");
    EXPECT_EQ(cache.counts().answers, 1U);
    EXPECT_EQ(*must(cache.answer(1, "q", says("late"))).bytes, "late");  // and is not kept
    EXPECT_EQ(*must(cache.answer(2, "q", says("other"))).bytes, "new");
}

TEST(ReportCache, WhatGrewOldMeanwhileIsNotKept) {
    ReportCache cache;
    must(cache.answer(1, "q", [&]() -> Result<std::string> {
        must(cache.answer(2, "r", says("b")));
        return std::string("a");
    }));
    EXPECT_EQ(cache.counts().answers, 1U);
    EXPECT_EQ(*must(cache.answer(2, "q", says("c"))).bytes, "c");
}

TEST(ReportCache, DropsTheLeastLatelyAskedBeyondItsBytes) {
    const std::string answer(10'000, 'x');
    ReportCache cache({.bytes = 35'000, .running = 2, .waiting = 2});
    for (const char* question : {"a", "b", "c", "a", "d"}) {
        must(cache.answer(1, question, says(answer)));
    }
    EXPECT_EQ(cache.counts().kept, 1U);
    EXPECT_LE(cache.counts().bytes, 35'000U);
    must(cache.answer(1, "a", says(answer)));
    EXPECT_EQ(cache.counts().kept, 2U);
    must(cache.answer(1, "b", says(answer)));
    EXPECT_EQ(cache.counts().kept, 2U);  // had gone
    must(cache.answer(1, "huge", says(std::string(40'000, 'x'))));
    EXPECT_EQ(cache.counts().answers, 3U);
}

TEST(ReportCache, AnErrorReachesAllAndIsNotKept) {
    ReportCache cache;
    at_once(3, [&](std::size_t) {
        test::expect_error(cache.answer(1, "q",
                                        [&]() -> Result<std::string> {
                                            wait_until([&] { return cache.counts().joined == 2; });
                                            return damaged("error.file_failed");
                                        }),
                           "error.file_failed");
    });
    EXPECT_EQ(*must(cache.answer(1, "q", says("a"))).bytes, "a");
}

TEST(ReportCache, AnExceptionReachesAllAndIsNotKept) {
    ReportCache cache;
    at_once(3, [&](std::size_t) {
        EXPECT_THROW(
            {
                const auto answer = cache.answer(1, "q", [&]() -> Result<std::string> {
                    wait_until([&] { return cache.counts().joined == 2; });
                    throw std::runtime_error("lost");
                });
                FAIL() << answer.has_value();
            },
            std::runtime_error);
    });
    EXPECT_EQ(cache.counts().running, 0U);
    EXPECT_EQ(*must(cache.answer(1, "q", says("a"))).bytes, "a");
}

}  // namespace
}  // namespace vafa::metrics
