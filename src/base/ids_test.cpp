#include "base/ids.h"

#include <gtest/gtest.h>
#include <limits>

#include "base/rng.h"
#include "base/time.h"

namespace vafa {
namespace {

constexpr TimeMs kNow = 1'700'000'000'000;

TEST(Ids, ComeBackFromTheirText) {
    Rng rng(1);
    for (int i = 0; i < 1000; ++i) {
        const CustomerId id{rng.between(1, std::numeric_limits<std::int64_t>::max())};
        ASSERT_EQ(parse_id<CustomerTag>(to_string(id)).value(), id);
    }
    EXPECT_EQ(to_string(OrderId{1}), "ord_0000000000001");
    EXPECT_EQ(to_string(OrderId{std::numeric_limits<std::int64_t>::max()}), "ord_7zzzzzzzzzzzz");
}

TEST(Ids, SortAsTextLikeTheirNumbers) {
    Rng rng(2);
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t a = rng.between(1, std::int64_t{1} << rng.between(1, 62));
        const std::int64_t b = rng.between(1, std::int64_t{1} << rng.between(1, 62));
        ASSERT_EQ(a < b, encode_id("evt", a) < encode_id("evt", b));
    }
}

TEST(Ids, RefuseWhatIsNotTheirs) {
    for (const char* wrong :
         {"", "ord_", "cus_0000000000001", "ord_000000000000", "ord-0000000000001",
          "ord_000000000000u", "ord_000000000000I", "ord_8000000000000", "ord_zzzzzzzzzzzzz",
          "ord_0000000000000", "ord_00000000000001"}) {
        const Result<OrderId> id = parse_id<OrderTag>(wrong);
        ASSERT_TRUE(id.has_error()) << wrong;
        EXPECT_EQ(id.error().key, "error.id_malformed");
    }
}

TEST(IdSource, GoesUpWhateverTheClockDoes) {
    FixedClock clock(kNow);
    Rng rng(3);
    IdSource source(clock, rng);
    std::int64_t last = 0;
    for (int i = 0; i < 10'000; ++i) {
        if (i % 100 == 0) clock.advance(static_cast<int>(rng.between(-3, 3)));
        const std::int64_t id = source.next();
        ASSERT_GT(id, last);
        last = id;
    }
}

TEST(IdSource, BorrowsFromTheNextMillisecond) {
    FixedClock clock(kNow);
    Rng rng(4);
    IdSource source(clock, rng);
    const std::int64_t first = source.next();
    std::int64_t last = first;
    for (int i = 0; i < 1 << 22; ++i) last = source.next();
    EXPECT_EQ(last, first + (1 << 22));
    EXPECT_EQ(last >> 22, (first >> 22) + 1);
}

TEST(IdSource, IsPositiveEvenBeforeItsEpoch) {
    FixedClock clock(0);
    Rng rng(5);
    EXPECT_GT(IdSource(clock, rng).next(), 0);
}

}  // namespace
}  // namespace vafa
