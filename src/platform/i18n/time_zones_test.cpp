#include "platform/i18n/time_zones.h"

#include <gtest/gtest.h>
#include <memory>
#include <unicode/timezone.h>

#include "base/calendar.h"
#include "base/rng.h"

namespace vafa::i18n {
namespace {

Day day_of(int year, int month, int day) {
    return *from_date(CalendarKind::gregorian, {year, month, day});
}

TEST(LoadTimeZone, AgreesWithIcuThroughoutTheCenturies) {
    Rng rng(1);
    for (const char* name : {"Asia/Tehran", "Europe/Moscow", "America/New_York", "UTC",
                             "Australia/Lord_Howe", "Pacific/Apia", "Europe/London",
                             "Africa/Casablanca", "Asia/Kathmandu", "America/St_Johns"}) {
        const TimeZone zone = load_time_zone(name).value();
        EXPECT_EQ(zone.name(), name);
        const std::unique_ptr<icu::TimeZone> icu_zone(icu::TimeZone::createTimeZone(name));
        for (int probe = 0; probe < 3000; ++probe) {
            const TimeMs at = rng.between(day_of(1900, 1, 1), day_of(2149, 12, 31)) * kMsPerDay +
                              rng.between(0, kMsPerDay);
            std::int32_t raw = 0;
            std::int32_t saving = 0;
            UErrorCode status = U_ZERO_ERROR;
            icu_zone->getOffset(static_cast<double>(at), false, raw, saving, status);
            ASSERT_EQ(zone.offset_at(at), raw + saving) << name << ' ' << at;
        }
    }
}

TEST(LoadTimeZone, KnowsTheHistoryOfTehran) {
    const TimeZone zone = load_time_zone("Asia/Tehran").value();
    EXPECT_EQ(zone.offset_at(day_of(2022, 7, 1) * kMsPerDay), 16'200'000);
    EXPECT_EQ(zone.offset_at(day_of(2024, 7, 1) * kMsPerDay), 12'600'000);
    EXPECT_EQ(zone.local_day(zone.day_start(day_of(2022, 3, 22))), day_of(2022, 3, 22));
    EXPECT_EQ(zone.local_day(zone.day_start(day_of(2022, 3, 22)) - 1), day_of(2022, 3, 21));
}

TEST(LoadTimeZone, SuggestsTheNearest) {
    const auto suggestion = [](std::string_view name) {
        const auto zone = load_time_zone(name);
        EXPECT_EQ(zone.error().key, "error.time_zone_did_you_mean");
        return zone.error().params.back().second;
    };
    EXPECT_EQ(suggestion("Asia/Teheran"), "Asia/Tehran");
    EXPECT_EQ(suggestion("asia/tehran"), "Asia/Tehran");
    EXPECT_EQ(suggestion("Tehran"), "Asia/Tehran");
    EXPECT_EQ(suggestion("New York"), "America/New_York");
}

TEST(LoadTimeZone, RefusesWhatIsLikeNothing) {
    for (const char* name : {"", "+03:30", "xxxxxxxxxxxxxxxxxxxx", "وقت محلی"})
        EXPECT_EQ(load_time_zone(name).error().key, "error.time_zone_unknown") << name;
}

TEST(TimeZoneNames, AreSorted) {
    const std::vector<std::string> names = time_zone_names();
    EXPECT_GT(names.size(), 400U);
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
}

}  // namespace
}  // namespace vafa::i18n
