#include "accounts/password_policy.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace vafa::accounts {
namespace {

// Those of ten characters and more that head the published lists of leaked passwords (shorter ones
// are refused by their length), and what people of this product are likely to think of.
constexpr std::array<std::string_view, 64> kCommon = {
    "0000000000",   "0123456789",   "0987654321",    "1029384756",       "1111111111",
    "11111111111",  "1122334455",   "1212121212",    "123123123123",     "1231231231",
    "1234512345",   "1234554321",   "12345678900",   "1234567890",       "12345678901",
    "1234567891",   "12345678910",  "123456789a",    "123456789q",       "1234567890a",
    "1234567890q",  "1234567899",   "123654789a",    "1357924680",       "147258369a",
    "1q2w3e4r5t",   "1q2w3e4r5t6y", "1qaz2wsx3edc",  "1qazxsw23edc",     "2222222222",
    "5555555555",   "7777777777",   "9876543210",    "9999999999",       "a123456789",
    "aaaaaaaaaa",   "abcdefghij",   "administrator", "adminadmin",       "admin12345",
    "asdfghjkl1",   "asdfghjkl;",   "changeme123",   "changemenow",      "iloveyou12",
    "letmein1234",  "password01",   "password10",    "password11",       "password12",
    "password123",  "password1234", "password12345", "passwordpassword", "q1w2e3r4t5",
    "q1w2e3r4t5y6", "qazwsxedcrfv", "qwerty1234",    "qwerty12345",      "qwerty123456",
    "qwertyuiop",   "welcome123",   "zaq12wsxcde3",  "vafavafavafa"};

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

bool is_one_character(std::string_view text) {
    return text.find_first_not_of(text.front()) == std::string_view::npos;
}

Error refused(const char* key) { return invalid(key).at("/password"); }

}  // namespace

Result<void> check_password(std::string_view password, std::string_view email) {
    if (password.size() > kMaxPasswordBytes) return refused("error.password_long");
    if (characters(password) < kMinPasswordCharacters) return refused("error.password_short");
    const std::string typed = ascii_digits(password);
    if (!email.empty() && equals_ignoring_ascii_case(trim(password), email)) {
        return refused("error.password_is_email");
    }
    const bool common = std::ranges::any_of(
        kCommon, [&](std::string_view each) { return equals_ignoring_ascii_case(each, typed); });
    if (common || is_one_character(password)) return refused("error.password_common");
    return {};
}

}  // namespace vafa::accounts
