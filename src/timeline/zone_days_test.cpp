#include "timeline/zone_days.h"

#include <gtest/gtest.h>

#include "timeline/test_model.h"

namespace vafa::timeline {
namespace {

using namespace test;

TEST(ZoneDays, StartsOfDaysAreThoseOfTheZone) {
    for (const TimeZone& zone : {tehran(), newfoundland(), kiritimati(), TimeZone()}) {
        const auto starts = day_starts(zone);
        ASSERT_EQ(starts.size(), static_cast<std::size_t>(kDayLimit));
        for (Day day = 0; day < kDayLimit; ++day) {
            ASSERT_EQ(starts[static_cast<std::size_t>(day)], zone.day_start(day))
                << zone.name() << " day " << day;
        }
    }
}

TEST(ZoneDays, EveryInstantFallsOnTheDayThatTheZoneSays) {
    Rng rng(11);
    const TimeZone changing[] = {tehran(), newfoundland()};
    for (const TimeZone& store : changing) {
        const auto starts = day_starts(store);
        // Where Tehran's longest day begins, Dubai's ends: three local days meet in it.
        const TimeZone dubai("Asia/Dubai", {}, 4 * 3'600'000);
        for (const TimeZone& zone : {tehran(), newfoundland(), kiritimati(), dubai}) {
            const ZoneDays days(starts, zone);
            for (int i = 0; i < 20'000; ++i) {
                // Around a change of clocks every second time.
                TimeMs at = rng.between(utc(2008, 1, 1), utc(2024, 1, 1));
                if (i % 2 == 0) {
                    const auto& all = changing[rng.below(2)].transitions();
                    at = all[rng.below(all.size())].at + rng.between(-2 * kMsPerDay, 2 * kMsPerDay);
                }
                const Day day = store.local_day(at);
                const auto ms =
                    static_cast<std::uint32_t>(at - starts[static_cast<std::size_t>(day)]);
                const auto store_day = static_cast<std::uint16_t>(day);
                ASSERT_EQ(days.day(store_day, ms, 0), zone.local_day(at));
                ASSERT_EQ(days.day(store_day, ms, kDayPrecision), day);
            }
        }
    }
}

}  // namespace
}  // namespace vafa::timeline
