#include "platform/phone/phone.h"

#include <algorithm>
#include <phonenumbers/phonenumberutil.h>
#include <utility>

#include "base/text.h"

namespace vafa {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t kMaxTextBytes = 200;  // longer than any number with its words
constexpr std::string_view kNoRegion = "ZZ";
constexpr std::size_t kFreeDigits = 3;  // the last ones: no plan of numbers looks at them
constexpr std::size_t kFewestDigits = 9;

// 0098… for +98…: the prefix for abroad of most countries, also where `region` has another.
std::string with_plus(std::string digits) {
    const std::size_t start = digits.find_first_of("0123456789+");
    if (start != std::string::npos && digits.compare(start, 2, "00") == 0)
        digits.replace(start, 2, "+");
    return digits;
}

std::string parse(const std::string& text, const std::string& region) {
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(text, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return {};
    if (!util.IsValidNumber(number)) return {};
    number.clear_extension();
    std::string result;
    util.Format(number, PhoneNumberUtil::E164, &result);
    return result;
}

// How many of the text's last digits its answer does not depend on.
std::size_t free_digits(std::string_view text) {
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    const bool plain = text.find_first_not_of("0123456789+-(). ") == std::string_view::npos;
    if (!plain || std::ranges::count_if(text, is_digit) < std::ptrdiff_t{kFewestDigits}) return 0;
    return std::ranges::all_of(text.substr(text.size() - kFreeDigits), is_digit) ? kFreeDigits : 0;
}

}  // namespace

std::string normalise_phone(std::string_view text, std::string_view region) {
    text = trim(text);
    if (text.empty() || text.size() > kMaxTextBytes || !is_valid_utf8(text)) return {};
    const std::string plain = ascii_digits(text);
    const std::string home(region.empty() ? kNoRegion : region);
    const std::string dialled = with_plus(plain);
    std::string result = parse(dialled, home);
    if (result.empty() && dialled != plain) result = parse(plain, home);
    return result;
}

bool is_mobile_phone(std::string_view e164) {
    const PhoneNumberUtil& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    if (util.Parse(std::string(e164), std::string(kNoRegion), &number) !=
        PhoneNumberUtil::NO_PARSING_ERROR) {
        return false;
    }
    const auto type = util.GetNumberType(number);
    return type == PhoneNumberUtil::MOBILE || type == PhoneNumberUtil::FIXED_LINE_OR_MOBILE;
}

bool is_phone_region(std::string_view region) {
    return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(std::string(region)) != 0;
}

PhoneNormaliser::PhoneNormaliser(std::string region, std::size_t most_remembered)
    : region_(std::move(region)), most_remembered_(most_remembered) {}

std::string PhoneNormaliser::operator()(std::string_view text) {
    const std::size_t free = free_digits(text);
    const std::string_view last = text.substr(text.size() - free);
    std::string key(text.substr(0, text.size() - free));
    if (free > 0) key += '*';  // no text that is remembered whole
    const auto whole = [&](const std::string& start) {
        return start.empty() ? std::string() : start + std::string(last);
    };
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = seen_.find(key); found != seen_.end()) return whole(found->second);
    }
    std::string phone = normalise_phone(text, region_);
    if (!phone.empty() && !phone.ends_with(last)) return phone;
    std::string start = phone.substr(0, phone.empty() ? 0 : phone.size() - free);
    const std::lock_guard lock(mutex_);
    if (seen_.size() >= most_remembered_) seen_.clear();
    seen_.emplace(std::move(key), std::move(start));
    return phone;
}

}  // namespace vafa
