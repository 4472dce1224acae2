#include "base/time_zone.h"

#include <gtest/gtest.h>

#include "base/calendar.h"
#include "base/rng.h"

namespace vafa {
namespace {

constexpr std::int32_t kHour = 3'600'000;

TimeMs utc(int year, int month, int day, std::int64_t ms = 0) {
    return *from_date(CalendarKind::gregorian, {year, month, day}) * kMsPerDay + ms;
}

Day day_of(int year, int month, int day) {
    return *from_date(CalendarKind::gregorian, {year, month, day});
}

// Tehran's summer time of 1400 and 1401, which began and ended at midnight.
TimeZone tehran() {
    constexpr std::int32_t kStandard = 12'600'000;
    return {"Asia/Tehran",
            {{utc(2021, 3, 22) - kStandard, kStandard + kHour},
             {utc(2021, 9, 21, 20 * kHour) - kHour / 2, kStandard},
             {utc(2022, 3, 22) - kStandard, kStandard + kHour},
             {utc(2022, 9, 21, 20 * kHour) - kHour / 2, kStandard}},
            kStandard};
}

TEST(TimeZone, IsUtcUnlessTold) {
    const TimeZone zone;
    EXPECT_EQ(zone.name(), "UTC");
    EXPECT_EQ(zone.local_day(-1), -1);
    EXPECT_EQ(zone.local_day(kMsPerDay), 1);
    EXPECT_EQ(zone.day_start(3), 3 * kMsPerDay);
}

TEST(TimeZone, ChangesOffsetAtTheInstantOfATransition) {
    const TimeZone zone = tehran();
    for (std::size_t i = 0; i < zone.transitions().size(); ++i) {
        const TimeMs at = zone.transitions()[i].at;
        EXPECT_EQ(zone.offset_at(at), zone.transitions()[i].offset_ms);
        EXPECT_NE(zone.offset_at(at - 1), zone.transitions()[i].offset_ms);
    }
    EXPECT_EQ(zone.offset_at(utc(1950, 1, 1)), zone.first_offset_ms());
    EXPECT_EQ(zone.offset_at(utc(2100, 1, 1)), zone.first_offset_ms());
}

TEST(TimeZone, StartsADayAfterAMidnightThatDoesNotExist) {
    const TimeZone zone = tehran();
    const TimeMs start = zone.day_start(day_of(2021, 3, 22));
    EXPECT_EQ(start, zone.transitions()[0].at);
    EXPECT_EQ(zone.local_day(start), day_of(2021, 3, 22));
    EXPECT_EQ(zone.local_day(start - 1), day_of(2021, 3, 21));
}

TEST(TimeZone, TakesTheEarlierOfTwoAndTheInstantAfterNone) {
    // New York 2023: 02:00 to 03:00 on 12 March, 02:00 to 01:00 on 5 November.
    const TimeZone zone(
        "America/New_York",
        {{utc(2023, 3, 12, 7 * kHour), -4 * kHour}, {utc(2023, 11, 5, 6 * kHour), -5 * kHour}},
        -5 * kHour);
    const std::int64_t half_past_one = kHour + kHour / 2;
    EXPECT_EQ(zone.to_utc(day_of(2023, 11, 5), half_past_one),
              utc(2023, 11, 5, half_past_one + 4 * kHour));
    EXPECT_EQ(zone.to_utc(day_of(2023, 3, 12), half_past_one + kHour), utc(2023, 3, 12, 7 * kHour));
    EXPECT_EQ(zone.to_utc(day_of(2023, 3, 12), half_past_one),
              utc(2023, 3, 12, half_past_one + 5 * kHour));
}

TEST(TimeZone, SkipsAWholeDayWhereTheDateLineMoved) {
    // Samoa left out 30 December 2011.
    const TimeZone zone("Pacific/Apia", {{utc(2011, 12, 30, 10 * kHour), 14 * kHour}}, -10 * kHour);
    EXPECT_EQ(zone.day_start(day_of(2011, 12, 30)), zone.day_start(day_of(2011, 12, 31)));
    EXPECT_EQ(zone.local_day(zone.day_start(day_of(2011, 12, 30))), day_of(2011, 12, 31));
}

TEST(TimeZone, FindsOffsetsAsAPlainSearchWould) {
    Rng rng(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<TimeZone::Transition> table;
        TimeMs at = rng.between(-2'000'000'000'000, 0);
        const int count = static_cast<int>(rng.between(1, 300));
        for (int i = 0; i < count; ++i) {
            at += rng.between(1, 1 << rng.between(1, 30)) * 100;
            table.push_back({at, static_cast<std::int32_t>(rng.between(-14, 14)) * kHour});
        }
        const TimeZone zone("made up", table, 0);
        for (int probe = 0; probe < 300; ++probe) {
            const auto& near = table[rng.below(table.size())];
            const TimeMs time = near.at + rng.between(-2, 2) * rng.between(0, 1'000'000);
            std::int32_t expected = 0;
            for (const auto& one : table)
                if (one.at <= time) expected = one.offset_ms;
            ASSERT_EQ(zone.offset_at(time), expected);
        }
    }
}

TEST(TimeZone, GoesToUtcAndBackOutsideOverlaps) {
    const TimeZone zone = tehran();
    for (Day day = day_of(2020, 12, 1); day < day_of(2023, 1, 1); ++day) {
        const TimeMs noon = zone.to_utc(day, 12 * kHour);
        ASSERT_EQ(zone.local_day(noon), day);
        ASSERT_EQ(noon + zone.offset_at(noon), day * kMsPerDay + 12 * kHour);
        ASSERT_LT(zone.day_start(day), noon);
    }
}

}  // namespace
}  // namespace vafa
