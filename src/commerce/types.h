#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/calendar.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/time.h"

namespace vafa::commerce {

// The numbers are stored: in SQL, in history's flags and in timeline rows (three bits).
enum class OrderStatus : std::uint8_t {
    pending = 0,  // not paid
    paid = 1,
    fulfilled = 2,
    completed = 3,
    cancelled = 4,
    refunded = 5,  // wholly; a partial refund only lowers the amount
    failed = 6,
    deleted = 7,  // gone from the platform or taken back with its import
};

// What an order's one byte of flags says; metrics decide by it what counts.
namespace flag {
inline constexpr std::uint8_t kStatusMask = 0x07;
inline constexpr std::uint8_t kTest = 0x08;
inline constexpr std::uint8_t kZeroValue = 0x10;      // known to be worth nothing
inline constexpr std::uint8_t kUnknownAmount = 0x20;  // counts, without revenue
inline constexpr std::uint8_t kDiscounted = 0x40;
inline constexpr std::uint8_t kDayPrecision = 0x80;  // a date without a time, stored at local noon
}  // namespace flag

// Who wins when two sources speak of one order with the same modified time.
enum class SourceRank : std::uint8_t { file = 1, sdk = 2, webhook = 3, plugin = 4 };

// modified time in ms × 16 + rank: totally ordered, ties go to the later sequence number.
using Version = std::int64_t;
constexpr Version make_version(TimeMs modified, SourceRank rank) {
    return modified * 16 + static_cast<Version>(rank);
}

// How a source tells a customer: its own id within the shop, or a normalised e-mail, phone or name.
enum class ProfileKind : std::uint8_t { id = 1, email = 2, phone = 3, name = 4 };
struct ProfileKey {
    ProfileKind kind = ProfileKind::id;
    std::string value;
    auto operator<=>(const ProfileKey&) const = default;
};

struct CustomerFields {  // empty = the source said nothing
    std::string name, email, phone, city, country;
    std::vector<std::pair<std::string, std::string>> traits;
    bool operator==(const CustomerFields&) const = default;
};

// A way to reach a customer that may be used only with consent. The numbers are stored.
enum class Channel : std::uint8_t { email = 1, sms = 2 };

// A customer's word on being written to, and where it stands: `file` and `row` of the import that
// brought it, so that it can be shown as evidence.
struct Consent {
    Channel channel = Channel::email;
    bool granted = false;
    std::string file = {};
    std::uint64_t row = 0;
    bool operator==(const Consent&) const = default;
};

struct OrderLine {
    std::string product;  // the shop's key: SKU or id, else the title
    std::string title, variant, category;
    std::optional<std::int64_t> quantity_milli;  // thousandths: goods are sold by weight, too
    std::optional<std::int64_t> unit_price_minor;
    std::int64_t discount_minor = 0;
    std::optional<std::int64_t> amount_minor;  // quantity × unit price, rounded half up
    bool operator==(const OrderLine&) const = default;
};

// An order's parts, kept apart. Unknown is not zero.
struct OrderAmounts {
    std::optional<std::int64_t> goods = {}, discount = {}, shipping = {}, tax = {}, total = {};
    std::int64_t refund = 0;
    std::optional<std::int64_t> cost = {};  // what the goods cost the store
    bool operator==(const OrderAmounts&) const = default;
};

// The fact that every way in produces: "this is how the order stands, says this source". The
// latest version wins whole; nothing is patched.
struct OrderFact {
    ShopId shop;
    std::string key;                     // normalised order id, unique within the shop
    std::string number;                  // what people call it
    std::optional<ProfileKey> customer;  // none: anonymous
    CustomerFields customer_fields;
    TimeMs ordered_at = 0;
    bool day_precision = false;
    OrderStatus status = OrderStatus::completed;
    bool test = false;
    Currency currency;
    OrderAmounts amounts;
    std::string coupon, source;
    std::vector<OrderLine> lines;
    std::vector<std::pair<std::string, std::string>> traits = {};  // of the order; by name
    std::vector<Consent> consents = {};  // of its customer, as of the order's time
    Version version = 0;
    ImportId import;
};

// Revenue as METRICS section 1: goods − discount − refund where the parts are known, else total −
// refund; nothing when neither is known.
std::optional<std::int64_t> net_revenue_minor(const OrderAmounts& amounts);
std::optional<std::int64_t> total_revenue_minor(const OrderAmounts& amounts);  // total − refund
std::uint8_t order_flags(const OrderFact& order);

}  // namespace vafa::commerce
