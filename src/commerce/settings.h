#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/money.h"
#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// Which orders count beyond the paid, fulfilled and completed ones (METRICS section 1).
struct CountedOrders {
    bool cancelled = false;
    bool unpaid = false;
    bool refunded = false;
    bool zero_value = false;
    bool test = false;
    bool operator==(const CountedOrders&) const = default;
};

inline constexpr std::int64_t kMostDiscount = 100'000;  // 1,000 % a year

// A store's own choices; every report may be asked otherwise.
struct Settings {
    std::string store_name;
    std::optional<Currency> currency;  // nothing until named or fixed by the first order
    bool show_toman = false;           // rials shown in toman
    std::string time_zone = "UTC";
    CalendarRules calendar;
    CountedOrders counted;
    std::int64_t margin_basis_points = 10'000;   // gross margin: 10,000 = all revenue is profit
    std::int64_t discount_basis_points = 1'500;  // what money costs a year: 1,500 = 15 %
    std::string phone_region;                    // ISO country of numbers without a prefix
    bool operator==(const Settings&) const = default;
};

Settings load_settings(sql::Session& session);

// `value` as a person types it ("persian", "saturday", "yes", "35.5 %" without its sign).
// not_found `commerce.setting_unknown` with `nearest`; invalid `commerce.setting_value`, `field` =
// name, with the `choices`; conflict `commerce.currency_fixed` once there are orders.
Result<void> set_setting(sql::Session& session, std::string_view name, std::string_view value);

// Names as people type them, and their present values, in a fixed order.
std::vector<std::pair<std::string, std::string>> list_settings(sql::Session& session);

// The store's currency becomes that of the first fact; every other must agree.
Result<void> fix_currency(sql::Session& session, std::span<const OrderFact> facts);

}  // namespace vafa::commerce
