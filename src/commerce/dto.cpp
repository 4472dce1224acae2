#include "commerce/dto.h"

#include <algorithm>
#include <map>

#include "commerce/json_text.h"
#include "commerce/wire_enums.h"
#include "platform/json/json.h"

namespace vafa::commerce {

namespace {

using Text = std::optional<std::string>;
using Amount = std::optional<std::int64_t>;
using TraitsWire = std::optional<std::map<std::string, std::string>>;

struct FieldsWire {
    Text name, email, phone, city, country;
    TraitsWire traits;
};
BOOST_DESCRIBE_STRUCT(FieldsWire, (), (name, email, phone, city, country, traits))

struct CustomerWire {
    std::optional<ProfileKind> kind;
    Text key, name, email, phone;
};
BOOST_DESCRIBE_STRUCT(CustomerWire, (), (kind, key, name, email, phone))

struct PartsWire {
    Amount goods, discount, shipping, tax, refund, total, cost;
};
BOOST_DESCRIBE_STRUCT(PartsWire, (), (goods, discount, shipping, tax, refund, total, cost))

struct LineWire {
    Text product, title, variant, category;
    Amount quantity_milli, unit_price_minor, discount_minor, amount_minor;
};
BOOST_DESCRIBE_STRUCT(LineWire, (),
                      (product, title, variant, category, quantity_milli, unit_price_minor,
                       discount_minor, amount_minor))

struct ConsentWire {
    Channel channel = Channel::email;
    bool granted = false;
    Text file;
    Amount row;
};
BOOST_DESCRIBE_STRUCT(ConsentWire, (), (channel, granted, file, row))

struct OrderWire {
    Text number, product, category, coupon, source, city, country;
    OrderStatus status = OrderStatus::completed;
    TraitsWire traits, customer_traits;
    std::optional<std::vector<std::string>> order_traits;
    Amount total_minor;
    std::optional<CustomerWire> customer;
    std::optional<PartsWire> parts;
    std::optional<std::vector<LineWire>> lines;
    std::optional<std::vector<ConsentWire>> consents;
};
BOOST_DESCRIBE_STRUCT(OrderWire, (),
                      (number, product, category, coupon, source, city, country, status, traits,
                       customer_traits, order_traits, total_minor, customer, parts, lines,
                       consents))

Amount unless_zero(std::int64_t value) { return value == 0 ? Amount{} : Amount{value}; }

void append_traits(std::string_view key, const Traits& traits, JsonText& json) {
    if (traits.empty()) return;
    json.key(key);
    json.open('{');
    for (const auto& [name, value] : traits) json.member(name, value);
    json.close('}');
}

bool has_trait(const Traits& traits, std::string_view name) {
    return std::any_of(traits.begin(), traits.end(),
                       [&](const auto& trait) { return trait.first == name; });
}

void append_all_traits(const OrderFact& fact, JsonText& json) {
    const Traits& customers = fact.customer_fields.traits;
    if (fact.traits.empty()) return append_traits("traits", customers, json);
    Traits all = fact.traits, hidden;
    for (const auto& trait : customers) {
        (has_trait(fact.traits, trait.first) ? hidden : all).push_back(trait);
    }
    append_traits("traits", all, json);
    append_traits("customer_traits", hidden, json);
    json.key("order_traits");
    json.open('[');
    for (const auto& [name, value] : fact.traits) json.string(name);
    json.close(']');
}

void append_consents(const std::vector<Consent>& consents, JsonText& json) {
    if (consents.empty()) return;
    json.key("consents");
    json.open('[');
    for (const Consent& consent : consents) {
        json.open('{');
        json.member("channel", json::enum_name(consent.channel));
        json.key("granted");
        json.boolean(consent.granted);
        json.member("file", consent.file);
        json.member("row", unless_zero(static_cast<std::int64_t>(consent.row)));
        json.close('}');
    }
    json.close(']');
}

void append_fields(const CustomerFields& fields, JsonText& json) {
    json.member("name", fields.name);
    json.member("email", fields.email);
    json.member("phone", fields.phone);
    json.member("city", fields.city);
    json.member("country", fields.country);
    append_traits("traits", fields.traits, json);
}

void append_customer(const OrderFact& fact, JsonText& json) {
    const CustomerFields& fields = fact.customer_fields;
    if (!fact.customer && fields.name.empty() && fields.email.empty() && fields.phone.empty()) {
        return;
    }
    json.key("customer");
    json.open('{');
    if (fact.customer) {
        json.member("kind", json::enum_name(fact.customer->kind));
        json.member("key", fact.customer->value);
    }
    json.member("name", fields.name);
    json.member("email", fields.email);
    json.member("phone", fields.phone);
    json.close('}');
}

void append_parts(const OrderAmounts& amounts, JsonText& json) {
    json.key("parts");
    json.open('{');
    json.member("goods", amounts.goods);
    json.member("discount", amounts.discount);
    json.member("shipping", amounts.shipping);
    json.member("tax", amounts.tax);
    json.member("refund", unless_zero(amounts.refund));
    json.member("total", amounts.total);
    json.member("cost", amounts.cost);
    json.close('}');
}

void append_line(const OrderLine& line, JsonText& json) {
    json.open('{');
    json.member("product", line.product);
    json.member("title", line.title);
    json.member("variant", line.variant);
    json.member("category", line.category);
    json.member("quantity_milli", line.quantity_milli);
    json.member("unit_price_minor", line.unit_price_minor);
    json.member("discount_minor", unless_zero(line.discount_minor));
    json.member("amount_minor", line.amount_minor);
    json.close('}');
}

CustomerFields fields_from(FieldsWire wire) {
    CustomerFields fields{wire.name.value_or(""),    wire.email.value_or(""),
                          wire.phone.value_or(""),   wire.city.value_or(""),
                          wire.country.value_or(""), {}};
    if (wire.traits) fields.traits.assign(wire.traits->begin(), wire.traits->end());
    return fields;
}

OrderLine line_from(const LineWire& wire) {
    OrderLine line;
    line.product = wire.product.value_or("");
    line.title = wire.title.value_or("");
    line.variant = wire.variant.value_or("");
    line.category = wire.category.value_or("");
    line.quantity_milli = wire.quantity_milli;
    line.unit_price_minor = wire.unit_price_minor;
    line.discount_minor = wire.discount_minor.value_or(0);
    line.amount_minor = wire.amount_minor;
    return line;
}

OrderAmounts amounts_from(const PartsWire& wire) {
    return {.goods = wire.goods,
            .discount = wire.discount,
            .shipping = wire.shipping,
            .tax = wire.tax,
            .total = wire.total,
            .refund = wire.refund.value_or(0),
            .cost = wire.cost};
}

void read_traits(const OrderWire& wire, OrderFact& into) {
    auto customers = wire.customer_traits.value_or(std::map<std::string, std::string>());
    const auto names = wire.order_traits.value_or(std::vector<std::string>());
    into.traits.clear();
    for (const auto& trait : wire.traits.value_or(std::map<std::string, std::string>())) {
        if (std::find(names.begin(), names.end(), trait.first) != names.end()) {
            into.traits.push_back(trait);
        } else {
            customers.insert(trait);
        }
    }
    into.customer_fields.traits.assign(customers.begin(), customers.end());
}

std::vector<Consent> consents_from(const std::vector<ConsentWire>& wire) {
    std::vector<Consent> consents;
    for (const auto& [channel, granted, file, row] : wire) {
        consents.push_back(
            {channel, granted, file.value_or(""), static_cast<std::uint64_t>(row.value_or(0))});
    }
    return consents;
}

template <class T>
Result<T> decode(std::string_view text) {
    VAFA_TRY(const boost::json::value value, json::parse(text));
    auto decoded = json::decode<T>(value, json::UnknownKeys::ignore);
    if (!decoded.ok()) return decoded.errors.front();
    return std::move(decoded.value);
}

}  // namespace

void append_order_properties(const OrderFact& fact, std::string& out) {
    JsonText json(out);
    json.open('{');
    json.member("number", fact.number);
    if (!fact.lines.empty()) {
        json.member("product", fact.lines.front().product);
        json.member("category", fact.lines.front().category);
    }
    json.member("coupon", fact.coupon);
    json.member("source", fact.source);
    json.member("city", fact.customer_fields.city);
    json.member("country", fact.customer_fields.country);
    json.member("status", json::enum_name(fact.status));
    append_all_traits(fact, json);
    json.member("total_minor", total_revenue_minor(fact.amounts));
    append_customer(fact, json);
    append_parts(fact.amounts, json);
    if (!fact.lines.empty()) {
        json.key("lines");
        json.open('[');
        for (const OrderLine& line : fact.lines) append_line(line, json);
        json.close(']');
    }
    append_consents(fact.consents, json);
    json.close('}');
}

Result<void> read_order_properties(std::string_view json, OrderFact& into) {
    VAFA_TRY(const auto wire, decode<OrderWire>(json));
    const CustomerWire customer = wire.customer.value_or(CustomerWire{});
    into.number = wire.number.value_or("");
    into.coupon = wire.coupon.value_or("");
    into.source = wire.source.value_or("");
    into.status = wire.status;
    into.customer.reset();
    if (customer.kind) into.customer = ProfileKey{*customer.kind, customer.key.value_or("")};
    into.customer_fields =
        fields_from({customer.name, customer.email, customer.phone, wire.city, wire.country, {}});
    read_traits(wire, into);
    into.amounts = amounts_from(wire.parts.value_or(PartsWire{}));
    into.lines.clear();
    for (const LineWire& line : wire.lines.value_or(std::vector<LineWire>{})) {
        into.lines.push_back(line_from(line));
    }
    into.consents = consents_from(wire.consents.value_or(std::vector<ConsentWire>{}));
    return {};
}

void append_customer_properties(const CustomerFact& fact, std::string& out) {
    JsonText json(out);
    json.open('{');
    append_fields(fact.fields, json);
    append_consents(fact.consents, json);
    json.close('}');
}

void append_product_properties(const ProductFact& fact, std::string& out) {
    JsonText json(out);
    json.open('{');
    json.member("title", fact.title);
    json.member("category", fact.category);
    json.member("price_minor", fact.price_minor);
    json.member("cost_minor", fact.cost_minor);
    json.close('}');
}

std::string encode_fields(const CustomerFields& fields) {
    if (fields == CustomerFields{}) return {};
    std::string out;
    JsonText json(out);
    json.open('{');
    append_fields(fields, json);
    json.close('}');
    return out;
}

Result<CustomerFields> decode_fields(std::string_view json) {
    VAFA_TRY(auto wire, decode<FieldsWire>(json));
    return fields_from(std::move(wire));
}

std::string encode_traits(const Traits& traits) {
    CustomerFields only;
    only.traits = traits;
    return encode_fields(only);
}

Traits decode_traits(std::string_view json) {
    auto fields = decode_fields(json);
    return fields.has_value() ? std::move(fields->traits) : Traits();
}

}  // namespace vafa::commerce
