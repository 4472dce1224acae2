#include "platform/i18n/dates.h"

#include <gtest/gtest.h>
#include <memory>
#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>

namespace vafa::i18n {
namespace {

constexpr auto kGregorian = CalendarKind::gregorian;
constexpr auto kPersian = CalendarKind::persian;
const Day kNowruz = *from_date(kPersian, {1404, 1, 1});

TEST(FormatDate, WritesTheShortFormOfEachLanguage) {
    EXPECT_EQ(format_date(Locale::en, kGregorian, kNowruz), "2025-03-21");
    EXPECT_EQ(format_date(Locale::fa, kPersian, kNowruz), "۱۴۰۴/۰۱/۰۱");
    EXPECT_EQ(format_date(Locale::ru, kGregorian, kNowruz), "21.03.2025");
}

TEST(FormatLongDate, PutsTheWordsInTheOrderOfTheLanguage) {
    EXPECT_EQ(format_long_date(Locale::en, kGregorian, kNowruz), "Friday, 21 March 2025");
    EXPECT_EQ(format_long_date(Locale::en, kPersian, kNowruz), "Friday, 1 Farvardin 1404");
    EXPECT_EQ(format_long_date(Locale::fa, kPersian, kNowruz), "جمعه ۱ فروردین ۱۴۰۴");
    EXPECT_EQ(format_long_date(Locale::fa, kGregorian, kNowruz), "جمعه ۲۱ مارس ۲۰۲۵");
    EXPECT_EQ(format_long_date(Locale::ru, kGregorian, kNowruz), "пятница, 21 марта 2025\u00A0г.");
    EXPECT_EQ(format_long_date(Locale::ru, kPersian, kNowruz),
              "пятница, 1 фарвардина 1404\u00A0г.");
}

TEST(FormatMonth, NamesTheMonthInTheNominative) {
    EXPECT_EQ(format_month(Locale::en, kGregorian, 2025, 3), "March 2025");
    EXPECT_EQ(format_month(Locale::fa, kPersian, 1404, 12), "اسفند ۱۴۰۴");
    EXPECT_EQ(format_month(Locale::ru, kGregorian, 2025, 3), "март 2025");
}

std::vector<std::string> words(const icu::UnicodeString* texts, int count) {
    std::vector<std::string> result;
    for (int i = 0; i < count; ++i) texts[i].toUTF8String(result.emplace_back());
    return result;
}

TEST(MonthName, IsIcusForGregorianMonths) {
    for (const Locale locale : {Locale::en, Locale::fa, Locale::ru}) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(
            icu::Locale((std::string(code_of(locale)) + "@calendar=gregorian").c_str()), status);
        std::int32_t count = 0;
        const auto* names = symbols.getMonths(count, icu::DateFormatSymbols::STANDALONE,
                                              icu::DateFormatSymbols::WIDE);
        for (int month = 1; month <= 12; ++month)
            EXPECT_EQ(month_name(locale, kGregorian, month),
                      words(names, count)[static_cast<std::size_t>(month - 1)]);
    }
}

TEST(WeekdayName, IsIcus) {
    for (const Locale locale : {Locale::en, Locale::fa, Locale::ru}) {
        UErrorCode status = U_ZERO_ERROR;
        const icu::DateFormatSymbols symbols(icu::Locale(code_of(locale).data()), status);
        std::int32_t count = 0;
        const auto* texts = symbols.getWeekdays(count, icu::DateFormatSymbols::STANDALONE,
                                                icu::DateFormatSymbols::WIDE);
        const auto names = words(texts, count);  // from 1, which is Sunday
        for (std::size_t day = 0; day < 7; ++day)
            EXPECT_EQ(weekday_name(locale, static_cast<Weekday>(day)), names[(day + 1) % 7 + 1]);
    }
}

// The rule of base/calendar.h against another's implementation: 1822 to 2232.
TEST(PersianCalendar, EqualsIcuOn150000Days) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
        icu::TimeZone::createTimeZone("UTC"), icu::Locale("fa@calendar=persian"), status));
    ASSERT_TRUE(U_SUCCESS(status));
    const Day first = *from_date(kGregorian, {1822, 1, 1});
    for (Day day = first; day < first + 150'000; ++day) {
        calendar->setTime(static_cast<double>(day * kMsPerDay), status);
        const Date expected{calendar->get(UCAL_YEAR, status), calendar->get(UCAL_MONTH, status) + 1,
                            calendar->get(UCAL_DATE, status)};
        ASSERT_EQ(to_date(kPersian, day), expected) << day;
        ASSERT_EQ(from_date(kPersian, expected), day);
    }
    ASSERT_TRUE(U_SUCCESS(status));
}

}  // namespace
}  // namespace vafa::i18n
