#include "commerce/search_tokens.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "commerce/search_phones.h"

namespace vafa::commerce {
namespace {

CustomerFields named(std::string name, std::string email = "", std::string phone = "") {
    CustomerFields fields;
    fields.name = std::move(name);
    fields.email = std::move(email);
    fields.phone = std::move(phone);
    return fields;
}

// Whether somebody who types this finds the customer.
bool finds(std::string_view typed, const CustomerFields& fields,
           const std::vector<ProfileKey>& profiles = {}) {
    const Tokens tokens = customer_tokens(fields, profiles);
    const auto words = search_words(typed);
    if (words.empty()) return false;
    for (const SearchWord& word : words) {
        if (first_answer(tokens, word) == nullptr) return false;
    }
    return true;
}

TEST(CustomerTokens, AreWordsMailPhoneAndPlaces) {
    CustomerFields fields = named("Sara  Karimi", "sara.k@mail.com", "+989121234567");
    fields.city = "Rey";
    fields.country = "IR";
    const Tokens expected{" city rey", " country ir", "1234567",        "9121234567",
                          "k",         "karimi",      "sara.k@mail.com"};
    // "sara" begins the e-mail, "k" the surname.
    Tokens without_beginnings = expected;
    std::erase(without_beginnings, "k");
    EXPECT_EQ(customer_tokens(fields, {}), without_beginnings);
}

TEST(CustomerTokens, AreFoundByTheirBeginningsInAnyOrder) {
    const CustomerFields sara = named("Sara Karimi", "s.k@mail.com");
    for (const auto* typed :
         {"sa", "Sara", "kar sa", "SARA KARIMI", "s.k", "s.k@ma", "karimi s.k@"}) {
        EXPECT_TRUE(finds(typed, sara)) << typed;
    }
    for (const auto* typed : {"ara", "sara x", "mail", "", "  ", "%", "_", "'", "*"}) {
        EXPECT_FALSE(finds(typed, sara)) << typed;
    }
}

TEST(CustomerTokens, MeetHoweverThePersianIsTyped) {
    EXPECT_TRUE(finds("علي", named("علی رضایی")));
    EXPECT_TRUE(finds("كريم", named("کریمی")));
    EXPECT_TRUE(finds("می‌خواه", named("میخواهم")));
    EXPECT_TRUE(finds("عل", named("عَلی")));
    EXPECT_TRUE(finds("петр елк", named("Пётр Ёлкин")));
    EXPECT_TRUE(finds("۱۰۴۲", named(""), {{ProfileKind::id, "1042"}}));
    EXPECT_TRUE(finds("jose", named("José")));
}

TEST(CustomerTokens, MeetHoweverThePhoneIsTyped) {
    const CustomerFields tehran = named("", "", "+989121234567");
    for (const auto* typed : {"+98912", "0098912", "0912", "912", "989121234", "09121234567",
                              "+98 912 123 4567", "(0912) 123-45-67", "۰۹۱۲", "1234567"}) {
        EXPECT_TRUE(finds(typed, tehran)) << typed;
    }
    const CustomerFields moscow = named("", "", "+79161234567");
    for (const auto* typed : {"+7916", "89161234", "8 (916) 123-45-67", "916", "79161234567"}) {
        EXPECT_TRUE(finds(typed, moscow)) << typed;
    }
    EXPECT_TRUE(finds("061234", named("", "", "+39061234567"))) << "Italy keeps its zero";
    EXPECT_FALSE(finds("0151 23", named("", "", "+4915123456789"))) << "two words";
    EXPECT_TRUE(finds("0151 2345", named("", "", "+4915123456789"))) << "one number";
    EXPECT_FALSE(finds("0913", tehran));
}

TEST(CustomerTokens, HaveIdsWholeAndByTheirParts) {
    const std::vector<ProfileKey> shop{{ProfileKind::id, "CUST-1042"}};
    for (const auto* typed : {"cust-1042", "CUST-10", "cust1042", "1042", "cust"}) {
        EXPECT_TRUE(finds(typed, {}, shop)) << typed;
    }
    const std::vector<ProfileKey> uuid{{ProfileKind::id, "550e8400-e29b-41d4-a716-446655440000"}};
    EXPECT_TRUE(finds("550e8400-e29b-41d4", {}, uuid));
    EXPECT_FALSE(finds("e29b", {}, uuid));
    EXPECT_EQ(customer_tokens({}, uuid).size(), 1U);
    EXPECT_TRUE(finds("ali.reza88", {}, {{ProfileKind::email, "ali.reza88@x.com"}}));
}

TEST(CustomerTokens, StayBoundedWhateverIsStored) {
    std::string many;
    for (int i = 0; i < 1000; ++i) many += "w" + std::to_string(i) + " ";
    EXPECT_LE(customer_tokens(named(many), {}).size(), kMaxWords);
    std::string letters;
    for (int i = 0; i < 100; ++i) letters += "ش";
    const Tokens tokens = customer_tokens(named(letters), {});
    ASSERT_EQ(tokens.size(), 1U);
    EXPECT_LE(tokens[0].size(), kMaxTokenBytes);
    EXPECT_TRUE(is_valid_utf8(tokens[0]));
    EXPECT_TRUE(finds(letters, named(letters)));
    EXPECT_LE(search_words(many).size(), kMaxWords);
}

TEST(CustomerTokens, TakeEveryTextAsText) {
    EXPECT_TRUE(finds("img", named("<img onerror=alert(1)>")));
    EXPECT_TRUE(finds("onerror", named("<img onerror=alert(1)>")));
    EXPECT_TRUE(finds("' OR 1=1 --", named("' OR 1=1 --")));
    EXPECT_TRUE(finds("=cmd|", named("=cmd|' /C calc'!A0")));
    EXPECT_FALSE(finds("%", named("100 %")));
    EXPECT_FALSE(finds(" city rey", named("x"))) << "facets are not typed";
}

TEST(SearchPhones, LeaveOutTheCountryOnlyWhereItIsOne) {
    EXPECT_EQ(national_digits("+989121234567"), "9121234567");
    EXPECT_EQ(national_digits("+12025550123"), "2025550123");
    EXPECT_EQ(national_digits("+380441234567"), "441234567");
    EXPECT_EQ(national_digits("912"), "912");
    EXPECT_EQ(phone_prefixes("1042"), std::vector<std::string>{"1042"});
    EXPECT_EQ(phone_prefixes("0912"), (std::vector<std::string>{"0912", "912"}));
    EXPECT_EQ(phone_prefixes("+98912"), (std::vector<std::string>{"98912", "912"}));
    EXPECT_FALSE(is_phone_like("+()"));
    EXPECT_FALSE(is_phone_like("12a"));
}

TEST(PrefixEnd, LiesBehindEverythingThatBegins) {
    for (const auto* longer : {"ab", "abc", "ab\xEF\xBF\xBF", "abیی"}) {
        EXPECT_LT(std::string(longer), prefix_end("ab"));
    }
    EXPECT_GT(std::string("ac"), prefix_end("ab"));
}

}  // namespace
}  // namespace vafa::commerce
