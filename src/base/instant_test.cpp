#include "base/instant.h"

#include <gtest/gtest.h>

namespace vafa {
namespace {

TEST(Instant, IsWrittenInUtcWithMilliseconds) {
    EXPECT_EQ(Instant{0}.to_text(), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(Instant{1'767'225'599'999}.to_text(), "2025-12-31T23:59:59.999Z");
    EXPECT_EQ(Instant{-1}.to_text(), "1969-12-31T23:59:59.999Z");
}

TEST(Instant, IsReadAsItWasWritten) {
    for (const TimeMs ms : {TimeMs{0}, TimeMs{-1}, TimeMs{1'767'225'599'999},
                            TimeMs{4'102'444'800'001}, TimeMs{-62'135'596'800'000}}) {
        EXPECT_EQ(Instant::from_text(Instant{ms}.to_text()).value().ms, ms);
    }
}

TEST(Instant, IsReadWithOffsetsAndDecimals) {
    const auto ms = [](std::string_view text) { return Instant::from_text(text).value().ms; };
    EXPECT_EQ(ms("2026-01-01T03:30:00+03:30"), 1'767'225'600'000);
    EXPECT_EQ(ms("2025-12-31T19:00:00-05:00"), 1'767'225'600'000);
    EXPECT_EQ(ms("2026-01-01t00:00:00.5z"), 1'767'225'600'500);
    EXPECT_EQ(ms("2026-01-01 00:00:00.1239Z"), 1'767'225'600'123);
}

TEST(Instant, RefusesWhatIsNoMoment) {
    for (const auto* text : {"", "2026-01-01", "2026-01-01T", "2026-01-01T00:00:00",
                             "2026-01-01T24:00:00Z", "2026-02-29T00:00:00Z", "2026-01-01T00:60:00Z",
                             "2026-01-01T00:00:00Z ", "2026-01-01T00:00:00.Z", "2026-01-01T00:00Z",
                             "2026-01-01T00:00:00+0330", "now", "2026-01-01T-1:00:00Z"}) {
        EXPECT_TRUE(Instant::from_text(text).has_error()) << text;
    }
}

}  // namespace
}  // namespace vafa
