#include "platform/phone/phone.h"

#include <gtest/gtest.h>
#include <phonenumbers/phonenumberutil.h>
#include <set>

#include "base/rng.h"

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

// What PhoneNormaliser rests upon: of every country and kind of number, with digits of chance from
// the fourth on.
TEST(PhoneNormaliser, MayTakeAnyLastThreeDigitsForAnyOthers) {
    const auto& util = *i18n::phonenumbers::PhoneNumberUtil::GetInstance();
    std::set<std::string> regions;
    util.GetSupportedRegions(&regions);
    Rng rng(7);
    std::uint64_t asked = 0;
    for (const std::string& region : regions) {
        const auto digits_of_chance = [&](std::string number, std::size_t from) {
            for (std::size_t i = from; i < number.size(); ++i)
                number[i] = static_cast<char>('0' + rng.below(10));
            return number;
        };
        for (int kind = 0; kind <= i18n::phonenumbers::PhoneNumberUtil::UAN; ++kind) {
            i18n::phonenumbers::PhoneNumber example;
            if (!util.GetExampleNumberForType(
                    region, i18n::phonenumbers::PhoneNumberUtil::PhoneNumberType(kind), &example))
                continue;
            std::string e164;
            util.Format(example, i18n::phonenumbers::PhoneNumberUtil::E164, &e164);
            if (e164.size() < 11) continue;
            for (int round = 0; round < 5; ++round) {
                const std::string one = digits_of_chance(e164, e164.size() - 7);
                const std::string other = digits_of_chance(one, one.size() - 3);
                ASSERT_EQ(normalise_phone(one, "").empty(), normalise_phone(other, "").empty())
                    << one << " " << other;
                ++asked;
            }
        }
    }
    EXPECT_GT(asked, 5'000U);
}

TEST(PhoneNormaliser, KeepsTheLastDigitsOfEach) {
    PhoneNormaliser normalise("IR");
    for (const char* text : {"0912 123 4567", "0912 123 4568", "09121234999", "+989121234000",
                             "0912-123-4567", "091212345678", "091212345679", "0912123456 7",
                             "02188776655", "۰۹۱۲۱۲۳۴۵۶۷", "0912 123 4567 (home)"})
        EXPECT_EQ(normalise(text), normalise_phone(text, "IR")) << text;
}

}  // namespace
}  // namespace vafa
