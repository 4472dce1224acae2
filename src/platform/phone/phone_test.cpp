#include "platform/phone/phone.h"

#include <gtest/gtest.h>

namespace vafa {
namespace {

TEST(NormalisePhone, UnifiesEverySpellingOfAnIranianNumber) {
    for (const char* text :
         {"09121234567", "9121234567", "+989121234567", "00989121234567", "989121234567",
          "0912 123 45 67", "(0912) 123-4567", "۰۹۱۲۱۲۳۴۵۶۷", "٠٩١٢١٢٣٤٥٦٧", "+۹۸ ۹۱۲ ۱۲۳ ۴۵۶۷",
          "  \u200E0912-1234567\u200F ", "+98 (0) 912 123 4567", "۰۰۹۸۹۱۲۱۲۳۴۵۶۷",
          "tel:09121234567", "(0098) 912 1234567"})
        EXPECT_EQ(normalise_phone(text, "IR"), "+989121234567") << text;
}

TEST(NormalisePhone, ReadsOtherCountries) {
    EXPECT_EQ(normalise_phone("8 (916) 123-45-67", "RU"), "+79161234567");
    EXPECT_EQ(normalise_phone("+7 916 123 45 67", "IR"), "+79161234567");
    EXPECT_EQ(normalise_phone("020 7946 0958", "GB"), "+442079460958");
    EXPECT_EQ(normalise_phone("(212) 736-5000 ext. 12", "US"), "+12127365000");
    EXPECT_EQ(normalise_phone("021-88776655", "IR"), "+982188776655");
}

TEST(NormalisePhone, IsEmptyForWhatCanBeNoNumber) {
    for (const char* text : {"", " ", "-", "123", "0912123456", "091212345678", "ali@example.com",
                             "n/a", "0000000000", "\xFF\xFE", "00"})
        EXPECT_EQ(normalise_phone(text, "IR"), "") << text;
    EXPECT_EQ(normalise_phone(std::string(100'000, '9'), "IR"), "");
}

TEST(NormalisePhone, NeedsACountryFromSomewhere) {
    EXPECT_EQ(normalise_phone("09121234567", ""), "");
    EXPECT_EQ(normalise_phone("+989121234567", ""), "+989121234567");
    EXPECT_EQ(normalise_phone("00989121234567", ""), "+989121234567");
    EXPECT_EQ(normalise_phone("09121234567", "Narnia"), "");
}

TEST(NormalisePhone, IsItsOwnNormalForm) {
    EXPECT_EQ(normalise_phone(normalise_phone("0912 123 4567", "IR"), "US"), "+989121234567");
}

TEST(IsPhoneRegion, KnowsCountries) {
    EXPECT_TRUE(is_phone_region("IR"));
    EXPECT_TRUE(is_phone_region("RU"));
    EXPECT_FALSE(is_phone_region("XX"));
    EXPECT_FALSE(is_phone_region(""));
}

TEST(PhoneNormaliser, AnswersAsTheFunctionWhileForgetting) {
    PhoneNormaliser normalise("IR", 4);
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 10; ++i) {
            const std::string text = "091212345" + std::to_string(60 + i);
            ASSERT_EQ(normalise(text), "+98" + text.substr(1));
            ASSERT_EQ(normalise("nothing"), "");
        }
    }
}

}  // namespace
}  // namespace vafa
