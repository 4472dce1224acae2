#include "app/report_options.h"

#include <array>
#include <charconv>

#include "base/text.h"
#include "platform/i18n/time_zones.h"

namespace vafa::app {
namespace {

using metrics::Options;
using Names = std::vector<std::string_view>;

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

template <class T>
std::optional<T> number(std::string_view text) {
    T value{};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

Error wrong_choice(const std::string& value, const Names& names) {
    std::string all;
    for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    return invalid("error.config_choice").with("value", value).with("choices", all);
}

// The position of `value` among `names`, whose order is the enumeration's.
template <class E>
Result<void> choose(const std::string& value, const Names& names, E& into) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == value) {
            into = static_cast<E>(i);
            return {};
        }
    }
    return wrong_choice(value, names);
}

Result<void> read_day(const std::string& value, bool last, std::optional<Day>& into) {
    into = parse_any_day(value, last);
    if (!into) return invalid("error.not_a_day").with("value", value);
    return {};
}

Result<void> read_days(const std::string& value, std::vector<std::int32_t>& into) {
    into.clear();
    for (const auto& part : split(value, ',')) {
        const auto day = number<std::int32_t>(part);
        if (!day) return invalid("error.not_a_number").with("value", part);
        into.push_back(*day);
    }
    return {};
}

Result<void> read_brackets(const std::string& value, std::vector<metrics::Bracket>& into) {
    into.clear();
    for (const auto& part : split(value, ',')) {
        const auto ends = split(part, '-');
        const auto from = number<std::int32_t>(ends[0]);
        const auto to = ends.size() == 2 ? number<std::int32_t>(ends[1]) : std::nullopt;
        if (!from || !to) return invalid("error.not_a_bracket").with("value", part);
        into.push_back({*from, *to});
    }
    return {};
}

Result<void> read_include(const std::string& value, Options& options) {
    static const Names kNames = {"cancelled", "unpaid", "refunded", "zero_value", "test"};
    const std::array<bool*, 5> switches = {&options.include_cancelled, &options.include_unpaid,
                                           &options.include_refunded, &options.include_zero_value,
                                           &options.include_test};
    for (const auto& part : split(value, ',')) {
        std::size_t chosen = 0;
        VAFA_CHECK(choose(part, kNames, chosen));
        *switches[chosen] = true;
    }
    return {};
}

template <class T>
Result<void> read_number(const std::string& value, T& into) {
    const auto parsed = number<T>(value);
    if (!parsed) return invalid("error.not_a_number").with("value", value);
    into = *parsed;
    return {};
}

Result<void> read_one(const std::string& name, const std::string& value, Options& options) {
    if (name == "from") return read_day(value, false, options.from);
    if (name == "to") return read_day(value, true, options.to);
    if (name == "as-of") return read_day(value, true, options.as_of);
    if (name == "purchase") return choose(value, {"order", "day"}, options.purchase);
    if (name == "calendar") return choose(value, {"gregorian", "persian"}, options.rules.calendar);
    if (name == "first-weekday") {
        return choose(
            value, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
            options.rules.first_weekday);
    }
    if (name == "revenue") return choose(value, {"net", "total"}, options.revenue);
    if (name == "include") return read_include(value, options);
    if (name == "by") return choose(value, {"day", "week", "month", "quarter", "year"}, options.by);
    if (name == "kind") return choose(value, {"calendar", "rolling"}, options.kind);
    if (name == "days") return read_days(value, options.days);
    if (name == "brackets") return read_brackets(value, options.brackets);
    if (name == "clock") {
        return choose(value, {"calendar", "rolling", "rolling_hour"}, options.clock);
    }
    if (name == "window") return read_number(value, options.window_days);
    if (name == "loyal-purchases") return read_number(value, options.kinds.loyal_min_purchases);
    if (name == "discount-share") return read_number(value, options.kinds.discount_min_share);
    if (name == "risk-quantile") return read_number(value, options.kinds.risk_quantile);
    if (name == "margin") return read_number(value, options.margin.emplace());
    if (name == "break") {
        options.break_by = value;
        return {};
    }
    VAFA_ASSERT(name == "time-zone");
    VAFA_TRY(options.zone, i18n::load_time_zone(value));
    return {};
}

}  // namespace

std::optional<Day> parse_any_day(std::string_view text, bool last) {
    const std::string plain = ascii_digits(trim(text));
    const auto year = number<int>(plain.substr(0, plain.find('-')));
    if (!year) return std::nullopt;
    const CalendarKind calendar =
        *year >= 1200 && *year < 1600 ? CalendarKind::persian : CalendarKind::gregorian;
    if (const auto day = parse_day(calendar, plain)) return day;
    const auto parts = split(plain, '-');
    if (parts.size() > 2) return std::nullopt;
    const auto month = parts.size() == 2 ? number<int>(parts[1]) : std::optional(last ? 12 : 1);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    return from_date(calendar, {*year, *month, last ? days_in_month(calendar, *year, *month) : 1});
}

Result<Options> report_options(const std::map<std::string, std::string>& typed, Options defaults) {
    Options options = std::move(defaults);
    for (const auto& [name, value] : typed) {
        if (auto read = read_one(name, value, options); read.has_error()) {
            return std::move(read.error()).at("--" + name);
        }
    }
    return options;
}

}  // namespace vafa::app
