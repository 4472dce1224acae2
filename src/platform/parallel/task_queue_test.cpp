#include "platform/parallel/task_queue.h"

#include <gtest/gtest.h>
#include <semaphore>
#include <stdexcept>
#include <vector>

#include "platform/parallel/ahead.h"

namespace vafa {
namespace {

TEST(TaskQueue, DoesAllInOrderBeforeWaitReturns) {
    std::vector<int> done;
    TaskQueue queue(2);
    for (int i = 0; i < 100; ++i) queue.add([&done, i] { done.push_back(i); });
    queue.wait();
    ASSERT_EQ(done.size(), 100U);
    EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
}

TEST(TaskQueue, GoesOnlyWhenAllIsDone) {
    int done = 0;
    {
        TaskQueue queue(10);
        for (int i = 0; i < 10; ++i) queue.add([&done] { ++done; });
    }
    EXPECT_EQ(done, 10);
}

TEST(TaskQueue, WorksBesideWhoeverAdds) {
    std::binary_semaphore go_on(0);
    TaskQueue queue(1);
    queue.add([&] { go_on.acquire(); });
    go_on.release();  // would never come, were the task done by `add`
    queue.wait();
}

TEST(Ahead, HandsOutEverythingInOrder) {
    int next = 0;
    Ahead<int> ahead(2, [&next]() -> std::optional<int> {
        if (next == 1000) return std::nullopt;
        return next++;
    });
    for (int i = 0; i < 1000; ++i) ASSERT_EQ(ahead.next(), i);
    EXPECT_EQ(ahead.next(), std::nullopt);
    EXPECT_EQ(ahead.next(), std::nullopt);
}

TEST(Ahead, MakesNoMoreThanMayWait) {
    std::counting_semaphore<> made(0);
    int count = 0;
    {
        Ahead<int> ahead(2, [&]() -> std::optional<int> {
            made.release();
            return ++count;
        });
        made.acquire();
        made.acquire();
        EXPECT_EQ(ahead.next(), 1);
        made.acquire();
    }
    EXPECT_EQ(count, 3);
}

TEST(Ahead, TellsWhatWasThrownAfterWhatWasMade) {
    int next = 0;
    Ahead<int> ahead(5, [&next]() -> std::optional<int> {
        if (next == 2) throw std::runtime_error("two");
        return next++;
    });
    EXPECT_EQ(ahead.next(), 0);
    EXPECT_EQ(ahead.next(), 1);
    EXPECT_THROW(ahead.next(), std::runtime_error);
}

}  // namespace
}  // namespace vafa
