#include "ingest/phone_cell.h"

#include <gtest/gtest.h>

#include "platform/phone/phone.h"

namespace vafa::ingest {
namespace {

std::string read(std::string_view cell, const char* region = "IR") {
    return read_phone(
        cell, [&](std::string_view text) { return normalise_phone(text, region); },
        [](std::string_view number) { return is_mobile_phone(number); });
}

TEST(PhoneCell, ReadsWhatShopsKeepAsPhones) {
    for (const char* cell :
         {"09121234567", "9121234567", "۰۹۱۲۱۲۳۴۵۶۷", "+98 912 123 4567", "00989121234567",
          "989121234567", "9121234567.0", "09121234567 داخلی 12", "موبایل: ۰۹۱۲-۱۲۳-۴۵۶۷",
          "9.121234567E+09", "9.121234567E9", "'09121234567", "0912 123 45 67"}) {
        EXPECT_EQ(read(cell), "+989121234567") << cell;
    }
    for (const char* cell : {"8 (912) 345-67-89", "9123456789", "79123456789", "+7 912 345 67 89",
                             "7.9123456789E+10", "8-912-345-67-89 доб. 5"}) {
        EXPECT_EQ(read(cell, "RU"), "+79123456789") << cell;
    }
}

TEST(PhoneCell, OfSeveralTheFirstMobileWins) {
    EXPECT_EQ(read("021-88776655 / 09121234567"), "+989121234567");
    EXPECT_EQ(read("09121234567, 09351234567"), "+989121234567");
    EXPECT_EQ(read("۰۲۱۸۸۷۷۶۶۵۵ و ۰۹۱۲۱۲۳۴۵۶۷"), "+989121234567");
    EXPECT_EQ(read("02188776655;02188776656"), "+982188776655");
}

TEST(PhoneCell, ARoundedNumberIsNoPhone) {
    for (const char* cell : {"9.12E+09", "9.12123E+09", "9,12E+09", "9.89121E+11", "9E+09"}) {
        EXPECT_EQ(read(cell), "") << cell;
        EXPECT_TRUE(is_rounded_phone(cell)) << cell;
    }
    EXPECT_FALSE(is_rounded_phone("9.121234567E+09"));
    EXPECT_FALSE(is_rounded_phone("09121234567"));
    EXPECT_FALSE(is_rounded_phone("E"));
}

TEST(PhoneCell, RefusesWhatIsNone) {
    for (const char* cell : {"", "-", "0", "12", "ندارد", "1234567890123456789", "/", ",;"}) {
        EXPECT_EQ(read(cell), "") << cell;
    }
}

}  // namespace
}  // namespace vafa::ingest
