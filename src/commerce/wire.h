#pragma once

#include <boost/describe.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/instant.h"
#include "commerce/wire_enums.h"
#include "platform/json/notes.h"
#include "platform/rest/page.h"

// What the routes of commerce answer; what they take is in wire_requests.h. Absent texts and
// amounts are null: unknown is not zero.
namespace vafa::commerce::wire {

using Text = std::optional<std::string>;
using Amount = std::optional<std::int64_t>;
using Moment = std::optional<Instant>;

// An id as it travels; the malformed are refused with the field's name.
template <class Tag>
struct TextId {
    Id<Tag> id;

    std::string to_text() const { return to_string(id); }
    static Result<TextId> from_text(std::string_view text) {
        VAFA_TRY(const auto parsed, parse_id<Tag>(text));
        return TextId{parsed};
    }
};

struct CustomerTotals {
    std::int64_t orders = 0, revenue_minor = 0;
    Text currency;
    Moment first_order_at, last_order_at;
};
BOOST_DESCRIBE_STRUCT(CustomerTotals, (),
                      (orders, revenue_minor, currency, first_order_at, last_order_at))
json::Notes field_notes(const CustomerTotals*);

struct Profile {
    TextId<ProfileTag> id;
    TextId<ShopTag> shop;
    ProfileKind kind = ProfileKind::id;
    std::string key;
};
BOOST_DESCRIBE_STRUCT(Profile, (), (id, shop, kind, key))
json::Notes field_notes(const Profile*);

struct Consent {
    Channel channel = Channel::email;
    bool granted = false;
    Instant at, recorded_at;
    std::string source;
    std::optional<TextId<ImportTag>> import;
    Text file;
    Amount row;
};
BOOST_DESCRIBE_STRUCT(Consent, (), (channel, granted, at, recorded_at, source, import, file, row))
json::Notes field_notes(const Consent*);

struct Customer {
    TextId<CustomerTag> id;
    Text name, email, phone, city, country;
    std::map<std::string, std::string> traits;
    std::vector<Profile> profiles;
    std::vector<Consent> consents;
    CustomerTotals totals;
};
BOOST_DESCRIBE_STRUCT(Customer, (),
                      (id, name, email, phone, city, country, traits, profiles, consents, totals))
json::Notes field_notes(const Customer*);

struct OrderItem {
    TextId<OrderTag> id;
    TextId<ShopTag> shop;
    std::string key, number;
    std::optional<TextId<CustomerTag>> customer;
    OrderStatus status = OrderStatus::completed;
    Instant ordered_at;
    bool day_only = false, test = false, counts = false;
    std::string currency;
    Amount net_minor;
};
BOOST_DESCRIBE_STRUCT(OrderItem, (),
                      (id, shop, key, number, customer, status, ordered_at, day_only, test, counts,
                       currency, net_minor))
json::Notes field_notes(const OrderItem*);
VAFA_PAGE(OrdersPage, OrderItem)

struct OrderLine {
    Text product, title, variant, category;
    Amount quantity_milli, unit_price_minor;
    std::int64_t discount_minor = 0;
    Amount amount_minor;
};
BOOST_DESCRIBE_STRUCT(OrderLine, (),
                      (product, title, variant, category, quantity_milli, unit_price_minor,
                       discount_minor, amount_minor))
json::Notes field_notes(const OrderLine*);

struct OrderParts {
    Amount goods_minor, discount_minor, shipping_minor, tax_minor, total_minor;
    std::int64_t refund_minor = 0;
    Amount cost_minor;
};
BOOST_DESCRIBE_STRUCT(OrderParts, (),
                      (goods_minor, discount_minor, shipping_minor, tax_minor, total_minor,
                       refund_minor, cost_minor))
json::Notes field_notes(const OrderParts*);

struct Order {
    OrderItem order;
    OrderParts parts;
    Text coupon, source;
    std::map<std::string, std::string> traits;
    TextId<ImportTag> import;
    std::vector<OrderLine> lines;
};
BOOST_DESCRIBE_STRUCT(Order, (), (order, parts, coupon, source, traits, import, lines))
json::Notes field_notes(const Order*);

struct Product {
    TextId<ProductTag> id;
    TextId<ShopTag> shop;
    std::string key;
    Text title, category;
    Amount price_minor, cost_minor;
    Text currency;
};
BOOST_DESCRIBE_STRUCT(Product, (),
                      (id, shop, key, title, category, price_minor, cost_minor, currency))
json::Notes field_notes(const Product*);
VAFA_PAGE(ProductsPage, Product)

struct Shop {
    TextId<ShopTag> id;
    std::string key, name;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Shop, (), (id, key, name, created_at))
json::Notes field_notes(const Shop*);

struct Shops {
    std::vector<Shop> items;
};
BOOST_DESCRIBE_STRUCT(Shops, (), (items))
json::Notes field_notes(const Shops*);

enum class Calendar { gregorian, persian };
BOOST_DESCRIBE_ENUM(Calendar, gregorian, persian)
enum class Weekday { monday, tuesday, wednesday, thursday, friday, saturday, sunday };
BOOST_DESCRIBE_ENUM(Weekday, monday, tuesday, wednesday, thursday, friday, saturday, sunday)

struct Settings {
    std::string store_name;
    Text currency;
    bool show_toman = false;
    std::string time_zone;
    Calendar calendar = Calendar::gregorian;
    Weekday first_weekday = Weekday::monday;
    bool count_cancelled = false, count_unpaid = false, count_refunded = false,
         count_zero_value = false, count_test = false;
    std::int64_t margin_basis_points = 0;
    std::int64_t discount_basis_points = 0;
    std::string phone_region;
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (store_name, currency, show_toman, time_zone, calendar, first_weekday,
                       count_cancelled, count_unpaid, count_refunded, count_zero_value, count_test,
                       margin_basis_points, discount_basis_points, phone_region))
json::Notes field_notes(const Settings*);

}  // namespace vafa::commerce::wire
