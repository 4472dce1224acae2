#include "platform/parallel/background_worker.h"

#include <gtest/gtest.h>
#include <semaphore>

namespace vafa {
namespace {

TEST(BackgroundWorker, EveryWakeIsFollowedByACall) {
    std::counting_semaphore<> called(0);
    BackgroundWorker worker([&] { called.release(); });
    for (int i = 0; i < 100; ++i) {
        worker.wake();
        called.acquire();
    }
}

TEST(BackgroundWorker, AWakeDuringACallLeadsToAnother) {
    std::binary_semaphore begun(0), go_on(0);
    int calls = 0;
    BackgroundWorker worker([&] {
        ++calls;
        begun.release();
        go_on.acquire();
    });
    worker.wake();
    begun.acquire();
    worker.wake();
    go_on.release();
    begun.acquire();
    go_on.release();
    worker.stop();
    EXPECT_EQ(calls, 2);
}

TEST(BackgroundWorker, StoppingWaitsForTheCallAtHandWhichSeesIt) {
    std::binary_semaphore begun(0);
    bool finished = false;
    BackgroundWorker* self = nullptr;
    BackgroundWorker worker([&] {
        begun.release();
        while (!self->stopping()) continue;
        finished = true;
    });
    self = &worker;
    worker.wake();
    begun.acquire();
    worker.stop();
    EXPECT_TRUE(finished);
}

TEST(BackgroundWorker, CallsByItselfWhereAPeriodIsGiven) {
    std::counting_semaphore<> called(0);
    BackgroundWorker worker([&] { called.release(); }, std::chrono::milliseconds(1));
    for (int i = 0; i < 3; ++i) called.acquire();
}

}  // namespace
}  // namespace vafa
