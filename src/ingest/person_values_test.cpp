#include "ingest/person_values.h"

#include <gtest/gtest.h>

namespace vafa::ingest {
namespace {

TEST(PersonValues, GendersAreTheSameThreeInEveryLanguage) {
    for (const auto* word : {"Male", "m", "مرد", "آقا", "муж.", "Мужской"}) {
        EXPECT_EQ(parse_gender(word), "male") << word;
    }
    for (const auto* word : {"FEMALE", "f", "زن", "خانم", "Ж", "жен", "Женский"}) {
        EXPECT_EQ(parse_gender(word), "female") << word;
    }
    for (const auto* word : {"other", "سایر", "другой"}) EXPECT_EQ(parse_gender(word), "other");
    EXPECT_EQ(parse_gender("Anna"), "");
}

TEST(PersonValues, BirthdaysOfEitherCalendarAreGregorianDays) {
    EXPECT_EQ(parse_birthday("1990-05-21"), "1990-05-21");
    EXPECT_EQ(parse_birthday("1955-05-21T00:00:00Z"), "1955-05-21");
    EXPECT_EQ(parse_birthday("21.05.1990"), "1990-05-21");
    EXPECT_EQ(parse_birthday("05/21/1990"), "1990-05-21");
    EXPECT_EQ(parse_birthday("5/3/1990"), "1990-03-05");
    EXPECT_EQ(parse_birthday("19900521"), "1990-05-21");
    EXPECT_EQ(parse_birthday("21.05.85"), "1985-05-21");
    EXPECT_EQ(parse_birthday("21 мая 1990 г."), "1990-05-21");
    EXPECT_EQ(parse_birthday("May 21st, 1990"), "1990-05-21");
    EXPECT_EQ(parse_birthday("۱۳۶۹/۰۲/۳۱"), "1990-05-21");
    EXPECT_EQ(parse_birthday("۳۱ اردیبهشت ۱۳۶۹"), "1990-05-21");
    EXPECT_EQ(parse_birthday("69/2/31"), "1990-05-21");
    EXPECT_EQ(parse_birthday("33014"), "1990-05-21");
}

TEST(PersonValues, BirthdaysMayLackTheirYear) {
    EXPECT_EQ(parse_birthday("05-21"), "--05-21");
    EXPECT_EQ(parse_birthday("--05-21"), "--05-21");
    EXPECT_EQ(parse_birthday("21.05"), "--05-21");
    EXPECT_EQ(parse_birthday("21 мая"), "--05-21");
    EXPECT_EQ(parse_birthday("May 21"), "--05-21");
    EXPECT_EQ(parse_birthday("29.02"), "--02-29");
    EXPECT_EQ(parse_birthday("۳۱ اردیبهشت"), "--p02-31");
    EXPECT_EQ(parse_birthday("۲/۳۱"), "--p02-31");
}

TEST(PersonValues, WhatIsNoDayOfBirthIsNothing) {
    for (const auto* text : {"", "soon", "1990-02-30", "1790-01-01", "31.04", "99", "13/13/1990",
                             "1990", "0000-00-00"}) {
        EXPECT_EQ(parse_birthday(text), "") << text;
    }
}

TEST(PersonValues, ConsentIsAYesOrANo) {
    for (const auto* word : {"1", "TRUE", "yes", "Subscribed", "بله", "فعال", "да", "Подписан"}) {
        EXPECT_EQ(parse_consent(word), true) << word;
    }
    for (const auto* word : {"0", "FALSE", "no", "unsubscribed", "خیر", "غیرفعال", "нет"}) {
        EXPECT_EQ(parse_consent(word), false) << word;
    }
    EXPECT_FALSE(parse_consent("maybe"));
    EXPECT_FALSE(parse_consent(""));
}

TEST(PersonValues, TagsAreSortedAndEachOnce) {
    EXPECT_EQ(sorted_tags("vip, new ;vip|  b2b"), "b2b,new,vip");
    EXPECT_EQ(sorted_tags("وفادار، تهران"), "تهران,وفادار");
    EXPECT_EQ(sorted_tags(" , ;"), "");
}

}  // namespace
}  // namespace vafa::ingest
