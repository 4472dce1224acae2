#include "ingest/numbers.h"

#include <algorithm>
#include <cstdlib>

#include "base/text.h"

namespace vafa::ingest {

namespace {

constexpr std::string_view kPersianThousands = "٬";
constexpr std::string_view kPersianDecimal = "٫";
constexpr std::string_view kMinus = "−";
constexpr std::size_t kQuickDigits = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_plain(std::string_view text) {
    bool digit = false;
    bool point = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_digit(c)) {
            digit = true;
        } else if (c == '.' && !point) {
            point = true;
        } else if (!((c == '-' || c == '+') && i == 0)) {
            return false;
        }
    }
    return digit;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
}

// "1,234,567" of the whole part: one to three digits, then groups of three; "0,500" may be a half.
bool drop_thousands(std::string& text) {
    const std::size_t first = text.find(',');
    if (first == std::string::npos) return true;
    const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    const std::size_t point = std::min(text.find('.'), text.size());
    if (first <= sign || first - sign > 3 || text[sign] == '0') return false;
    for (std::size_t i = first; i < point; i += 4) {
        if (text[i] != ',' || i + 4 > point) return false;
    }
    if ((point - first) % 4 != 0 || text.find(',', point) != std::string::npos) return false;
    std::erase(text, ',');
    return true;
}

void move_sign_to_front(std::string& text) {
    if (text.size() > 1 && text.ends_with('-') && is_digit(text.front())) {
        text.pop_back();
        text.insert(text.begin(), '-');
    } else if (text.size() > 2 && text.front() == '(' && text.back() == ')') {
        text.pop_back();
        text.front() = '-';
    }
}

// A number of few digits without rounding: ±mantissa · 10^-scale.
struct Quick {
    std::int64_t mantissa = 0;
    int scale = 0;
};

std::optional<Quick> quick(std::string_view plain) {
    const bool negative = plain.starts_with('-');
    if (negative || plain.starts_with('+')) plain.remove_prefix(1);
    if (plain.size() > kQuickDigits + 1) return std::nullopt;
    Quick value;
    bool fraction = false;
    for (const char c : plain) {
        if (c == '.') {
            fraction = true;
            continue;
        }
        value.mantissa = value.mantissa * 10 + (c - '0');
        value.scale += fraction ? 1 : 0;
    }
    if (negative) value.mantissa = -value.mantissa;
    return value;
}

// Nothing when rounding or a wider number would be needed.
std::optional<std::int64_t> shifted(Quick value, const CurrencyAtTheDoor& door) {
    const int places = door.currency.digits - value.scale;
    if (places < 0 || places > 4 || door.multiplier > 10'000) return std::nullopt;
    constexpr std::int64_t kLimit = 9'000'000'000;
    if (std::abs(value.mantissa) > kLimit) return std::nullopt;
    std::int64_t minor = value.mantissa * door.multiplier;
    for (int i = 0; i < places; ++i) minor *= 10;
    return minor;
}

const CurrencyAtTheDoor& thousandths() {
    static const CurrencyAtTheDoor kDoor{.currency = {.code = "XXX", .digits = 3}};
    return kDoor;
}

}  // namespace

std::optional<std::string_view> plain_decimal(std::string_view text, std::string& scratch) {
    if (is_plain(text)) return text;
    scratch = ascii_digits(trim(text));
    replace_all(scratch, kPersianThousands, ",");
    replace_all(scratch, kPersianDecimal, ".");
    replace_all(scratch, kMinus, "-");
    move_sign_to_front(scratch);
    if (!drop_thousands(scratch) || !is_plain(scratch)) return std::nullopt;
    return scratch;
}

std::optional<std::int64_t> to_minor(std::string_view plain, const CurrencyAtTheDoor& door) {
    if (const auto value = quick(plain)) {
        if (const auto minor = shifted(*value, door)) return minor;
    }
    const auto parsed = parse_decimal_minor(plain, door);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::optional<std::int64_t> to_line_minor(std::string_view plain_quantity,
                                          std::string_view plain_price,
                                          const CurrencyAtTheDoor& door) {
    const auto count = quick(plain_quantity);
    const auto price = quick(plain_price);
    if (count && price) {
        const Quick product{count->mantissa * price->mantissa, count->scale + price->scale};
        if (const auto minor = shifted(product, door)) return minor;
    }
    const auto parsed = multiply_minor(plain_quantity, plain_price, door);
    if (!parsed) return std::nullopt;
    return *parsed;
}

std::optional<std::int64_t> to_milli(std::string_view plain) {
    return to_minor(plain, thousandths());
}

}  // namespace vafa::ingest
