#include "commerce/settings.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "commerce/sql.h"
#include "platform/sql/session.h"

namespace vafa::commerce {
namespace {

constexpr std::array<std::string_view, 2> kCalendars{"gregorian", "persian"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 2> kSwitch{"no", "yes"};

// One setting: how it is written, and how it is read. `set` answers false for a value it refuses.
struct Entry {
    std::string_view name;
    std::span<const std::string_view> choices;  // empty: free
    std::string (*get)(const Settings&);
    bool (*set)(Settings&, std::string_view);
};

std::optional<std::size_t> choice(std::span<const std::string_view> choices,
                                  std::string_view text) {
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (equals_ignoring_ascii_case(choices[i], text)) return i;
    }
    return std::nullopt;
}

bool set_text(std::string& into, std::string_view text) {
    into = text;
    return is_valid_utf8(text);
}

bool set_currency(Settings& settings, std::string_view text) {
    const auto door = parse_currency(text);
    if (door.has_error()) return false;
    settings.currency = door->currency;
    // "IRT" is toman: rials, shown in toman.
    if (equals_ignoring_ascii_case(text, "IRT")) settings.show_toman = true;
    return true;
}

// "35.5": per cent, two decimals at most.
std::optional<std::int64_t> basis_points(std::string_view text, std::int64_t most) {
    const auto parsed = parse_decimal_minor(text, {Currency{"XXX", 2}, 1});
    if (parsed.has_error() || *parsed < 0 || *parsed > most) return std::nullopt;
    return *parsed;
}

template <auto Member, std::int64_t most>
Entry per_cent(std::string_view name) {
    return {name,
            {},
            [](const Settings& s) { return format_minor(s.*Member, 2); },
            [](Settings& s, std::string_view text) {
                const auto points = basis_points(text, most);
                if (points) s.*Member = *points;
                return points.has_value();
            }};
}

bool set_region(Settings& settings, std::string_view text) {
    const bool letters =
        std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!text.empty() && (text.size() != 2 || !letters)) return false;
    settings.phone_region = text;
    return true;
}

template <auto Member>
Entry counted(std::string_view name) {
    return {name, kSwitch,
            [](const Settings& s) { return std::string(kSwitch[s.counted.*Member ? 1 : 0]); },
            [](Settings& s, std::string_view text) {
                const auto found = choice(kSwitch, text);
                if (found) s.counted.*Member = *found == 1;
                return found.has_value();
            }};
}

Entry calendar_entry() {
    return {"calendar", kCalendars,
            [](const Settings& s) {
                return std::string(kCalendars[static_cast<std::size_t>(s.calendar.calendar)]);
            },
            [](Settings& s, std::string_view text) {
                const auto found = choice(kCalendars, text);
                if (found) s.calendar.calendar = static_cast<CalendarKind>(*found);
                return found.has_value();
            }};
}

Entry weekday_entry() {
    return {"first_weekday", kWeekdays,
            [](const Settings& s) {
                return std::string(kWeekdays[static_cast<std::size_t>(s.calendar.first_weekday)]);
            },
            [](Settings& s, std::string_view text) {
                const auto found = choice(kWeekdays, text);
                if (found) s.calendar.first_weekday = static_cast<Weekday>(*found);
                return found.has_value();
            }};
}

Entry toman_entry() {
    return {"show_toman", kSwitch,
            [](const Settings& s) { return std::string(kSwitch[s.show_toman ? 1 : 0]); },
            [](Settings& s, std::string_view text) {
                const auto found = choice(kSwitch, text);
                if (found) s.show_toman = *found == 1;
                return found.has_value();
            }};
}

std::vector<Entry> entries() {
    return {
        {"store_name",
         {},
         [](const Settings& s) { return s.store_name; },
         [](Settings& s, std::string_view text) { return set_text(s.store_name, text); }},
        {"currency",
         {},
         [](const Settings& s) { return s.currency ? s.currency->code : ""; },
         set_currency},
        toman_entry(),
        {"time_zone",
         {},
         [](const Settings& s) { return s.time_zone; },
         [](Settings& s, std::string_view text) { return set_text(s.time_zone, text); }},
        calendar_entry(),
        weekday_entry(),
        counted<&CountedOrders::cancelled>("count_cancelled"),
        counted<&CountedOrders::unpaid>("count_unpaid"),
        counted<&CountedOrders::refunded>("count_refunded"),
        counted<&CountedOrders::zero_value>("count_zero_value"),
        counted<&CountedOrders::test>("count_test"),
        per_cent<&Settings::margin_basis_points, 10'000>("margin"),
        per_cent<&Settings::discount_basis_points, kMostDiscount>("discount"),
        {"phone_region", {}, [](const Settings& s) { return s.phone_region; }, set_region},
    };
}

void save(sql::Session& session, std::string_view name, std::string_view value) {
    session.execute(queries::set_setting, {{"key", name}, {"value", value}});
}

Error unknown(std::string_view name, const std::vector<Entry>& known) {
    std::vector<std::string_view> names;
    for (const Entry& entry : known) names.push_back(entry.name);
    return not_found("commerce.setting_unknown")
        .with("name", std::string(name))
        .with("nearest", std::string(nearest(name, names)))
        .at(std::string(name));
}

Error refused(const Entry& entry, std::string_view value) {
    std::string choices;
    for (const auto each : entry.choices) {
        choices += choices.empty() ? "" : ", ";
        choices += each;
    }
    return invalid("commerce.setting_value")
        .with("name", std::string(entry.name))
        .with("value", std::string(value))
        .with("choices", std::move(choices))
        .at(std::string(entry.name));
}

// Renaming is safe while nothing is counted, or where the amounts had no name and as many digits.
bool may_rename(sql::Session& session, const Settings& before, const Settings& after) {
    if (!before.currency || before.currency == after.currency) return true;
    if (before.currency->code == "XXX" && before.currency->digits == after.currency->digits) {
        return true;
    }
    return !session.one<std::int64_t>(queries::any_order);
}

}  // namespace

Settings load_settings(sql::Session& session) {
    Settings settings;
    const auto known = entries();
    session.rows(queries::all_settings, {}, [&](const sql::Row& row) {
        for (const Entry& entry : known) {
            if (entry.name == row.text(0)) (void)entry.set(settings, row.text(1));
        }
    });
    return settings;
}

Result<void> set_setting(sql::Session& session, std::string_view name, std::string_view value) {
    const auto known = entries();
    const auto entry = std::find_if(known.begin(), known.end(),
                                    [&](const Entry& each) { return each.name == name; });
    if (entry == known.end()) return unknown(name, known);
    const Settings before = load_settings(session);
    Settings after = before;
    if (!entry->set(after, trim(value))) return refused(*entry, value);
    if (!may_rename(session, before, after)) {
        return conflict("commerce.currency_fixed")
            .with("currency", before.currency->code)
            .at(std::string(name));
    }
    for (const Entry& each : known) {
        if (each.get(after) != each.get(before)) save(session, each.name, each.get(after));
    }
    return {};
}

std::vector<std::pair<std::string, std::string>> list_settings(sql::Session& session) {
    const Settings settings = load_settings(session);
    std::vector<std::pair<std::string, std::string>> listed;
    for (const Entry& entry : entries()) listed.emplace_back(entry.name, entry.get(settings));
    return listed;
}

Result<void> fix_currency(sql::Session& session, std::span<const OrderFact> facts) {
    auto fixed = session.one<std::string>(queries::setting, {{"key", "currency"}});
    if (!fixed) {
        fixed = facts.front().currency.code;
        save(session, "currency", *fixed);
    }
    for (const OrderFact& fact : facts) {
        if (fact.currency.code == *fixed) continue;
        return conflict("commerce.currency_differs")
            .with("currency", fact.currency.code)
            .with("store", *fixed)
            .with("order", fact.key)
            .at("currency");
    }
    return {};
}

}  // namespace vafa::commerce
