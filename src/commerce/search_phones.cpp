#include "commerce/search_phones.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace vafa::commerce {
namespace {

// Without '+' or 00 in front, a country code is only believed of what is long enough to have one;
// and little is left out for the sake of a guess, since two digits would find half the world.
constexpr std::size_t kMinWholeDigits = 7;
constexpr std::size_t kMinGuessedDigits = 3;
constexpr std::size_t kMinSaidDigits = 2;

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

// ITU-T E.164: codes of one and two digits; all others have three.
std::size_t country_code_digits(std::string_view digits) {
    constexpr std::array<std::string_view, 44> kTwo{
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46",
        "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
        "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98"};
    if (digits.starts_with('1') || digits.starts_with('7')) return 1;
    return std::find(kTwo.begin(), kTwo.end(), digits.substr(0, 2)) != kTwo.end() ? 2 : 3;
}

std::string without_zeros(std::string_view digits) {
    return std::string(digits.substr(std::min(digits.find_first_not_of('0'), digits.size())));
}

std::string without_country(std::string_view digits) {
    return without_zeros(digits.substr(std::min(country_code_digits(digits), digits.size())));
}

}  // namespace

bool is_phone_like(std::string_view text) {
    constexpr std::string_view kBetween = "+-()./ ";
    bool any = false;
    for (const char c : text) {
        if (!is_digit(c) && kBetween.find(c) == std::string_view::npos) return false;
        any = any || is_digit(c);
    }
    return any;
}

std::string national_digits(std::string_view phone) {
    const std::string digits = digits_of(phone);
    const std::string national = phone.starts_with('+') ? without_country(digits) : digits;
    return national.size() < kMinGuessedDigits ? digits : national;
}

std::vector<std::string> phone_prefixes(std::string_view typed) {
    const std::string digits = digits_of(typed);
    std::vector<std::string> prefixes{digits};
    const auto add = [&](std::string prefix, std::size_t at_least) {
        if (prefix.size() >= at_least) prefixes.push_back(std::move(prefix));
    };
    if (typed.find('+') < typed.find_first_of("0123456789")) {
        add(without_country(digits), kMinSaidDigits);
    } else if (digits.starts_with("00")) {
        add(without_country(std::string_view(digits).substr(2)), kMinGuessedDigits);
    } else if (digits.starts_with('0')) {
        add(without_zeros(digits), kMinGuessedDigits);
    } else if (digits.size() >= kMinWholeDigits) {
        add(without_country(digits), kMinGuessedDigits);
        if (digits.starts_with('8')) add(without_zeros(digits.substr(1)), kMinGuessedDigits);
    }
    return prefixes;
}

}  // namespace vafa::commerce
