#include "commerce/views.h"

#include "commerce/counted.h"

namespace vafa::commerce {
namespace {

wire::Text text_of(const std::string& text) {
    return text.empty() ? wire::Text{} : wire::Text{text};
}
wire::Moment moment_of(const std::optional<TimeMs>& at) {
    return at ? wire::Moment{Instant{*at}} : wire::Moment{};
}
template <class Tag>
std::optional<wire::TextId<Tag>> id_of(Id<Tag> id) {
    return id ? std::optional(wire::TextId<Tag>{id}) : std::nullopt;
}

template <class View>
void set_fields(View& view, const CustomerCard& card) {
    view.id = {card.id};
    view.name = text_of(card.fields.name);
    view.email = text_of(card.fields.email);
    view.phone = text_of(card.fields.phone);
    view.city = text_of(card.fields.city);
    view.country = text_of(card.fields.country);
}

wire::OrderLine view_of(const OrderLine& line) {
    return {.product = text_of(line.product),
            .title = text_of(line.title),
            .variant = text_of(line.variant),
            .category = text_of(line.category),
            .quantity_milli = line.quantity_milli,
            .unit_price_minor = line.unit_price_minor,
            .discount_minor = line.discount_minor,
            .amount_minor = line.amount_minor};
}

wire::Consent view_of(const ConsentWord& word) {
    return {
        .channel = word.channel,
        .granted = word.granted,
        .at = {word.at},
        .recorded_at = {word.recorded_at},
        .source = word.source,
        .import = id_of(word.import),
        .file = text_of(word.file),
        .row = word.row == 0 ? wire::Amount{} : wire::Amount{static_cast<std::int64_t>(word.row)}};
}

}  // namespace

wire::CustomerTotals view_of(const CustomerTotals& totals, const Settings& settings) {
    return {.orders = totals.orders,
            .revenue_minor = totals.revenue_minor,
            .currency = settings.currency ? wire::Text{settings.currency->code} : wire::Text{},
            .first_order_at = moment_of(totals.first_order_at),
            .last_order_at = moment_of(totals.last_order_at)};
}

wire::Customer view_of(const CustomerCard& card, std::span<const ConsentWord> consents,
                       wire::CustomerTotals totals) {
    wire::Customer view;
    set_fields(view, card);
    view.traits.insert(card.fields.traits.begin(), card.fields.traits.end());
    for (const Profile& profile : card.profiles) {
        view.profiles.push_back(
            {{profile.id}, {profile.shop}, profile.key.kind, profile.key.value});
    }
    for (const ConsentWord& word : consents) view.consents.push_back(view_of(word));
    view.totals = std::move(totals);
    return view;
}

wire::OrderItem view_of(const OrderRow& row, CustomerId customer, const CountedOrders& counted) {
    return {.id = {row.id},
            .shop = {row.shop},
            .key = row.key,
            .number = row.number,
            .customer = id_of(customer),
            .status = row.status,
            .ordered_at = {row.ordered_at},
            .day_only = (row.flags & flag::kDayPrecision) != 0,
            .test = (row.flags & flag::kTest) != 0,
            .counts = counts(counted, row.flags),
            .currency = row.currency,
            .net_minor = row.net_minor};
}

wire::Order view_of(const OrderCard& card, CustomerId customer, const CountedOrders& counted) {
    const OrderAmounts& amounts = card.amounts;
    wire::Order view{.order = view_of(card.row, customer, counted),
                     .parts = {amounts.goods, amounts.discount, amounts.shipping, amounts.tax,
                               amounts.total, amounts.refund, amounts.cost},
                     .coupon = text_of(card.coupon),
                     .source = text_of(card.source),
                     .traits = {card.traits.begin(), card.traits.end()},
                     .import = {card.import},
                     .lines = {}};
    for (const OrderLine& line : card.lines) view.lines.push_back(view_of(line));
    return view;
}

wire::Product view_of(const ProductCard& product) {
    return {.id = {product.id},
            .shop = {product.shop},
            .key = product.key,
            .title = text_of(product.title),
            .category = text_of(product.category),
            .price_minor = product.price_minor,
            .cost_minor = product.cost_minor,
            .currency = text_of(product.currency)};
}

wire::Shop view_of(const Shop& shop) {
    return {.id = {shop.id}, .key = shop.key, .name = shop.name, .created_at = {shop.created_at}};
}

wire::Settings view_of(const Settings& settings) {
    return {.store_name = settings.store_name,
            .currency = settings.currency ? wire::Text{settings.currency->code} : wire::Text{},
            .show_toman = settings.show_toman,
            .time_zone = settings.time_zone,
            .calendar = static_cast<wire::Calendar>(settings.calendar.calendar),
            .first_weekday = static_cast<wire::Weekday>(settings.calendar.first_weekday),
            .count_cancelled = settings.counted.cancelled,
            .count_unpaid = settings.counted.unpaid,
            .count_refunded = settings.counted.refunded,
            .count_zero_value = settings.counted.zero_value,
            .count_test = settings.counted.test,
            .margin_basis_points = settings.margin_basis_points,
            .discount_basis_points = settings.discount_basis_points,
            .phone_region = settings.phone_region};
}

}  // namespace vafa::commerce
