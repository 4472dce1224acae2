#include "ingest/presets.h"

#include <string>
#include <utility>

#include "base/text.h"
#include "ingest/suggestion.h"

namespace vafa::ingest {

namespace {

// Column names of WooCommerce Analytics ("N. Revenue"), "Advanced Order Export" ("Order Total
// Amount") and "Order Export & Order Import" (snake case, matched by known names as well).
Preset woocommerce() {
    return {.name = "woocommerce",
            .columns = {{Field::customer, {"Customer ID", "Customer User ID", "customer_user"}},
                        {Field::order, {"Order ID", "Order Number", "Order #"}},
                        {Field::ordered_at, {"Order Date", "date_created", "Date"}},
                        {Field::status, {"Order Status", "Status"}},
                        {Field::total,
                         {"Order Total Amount", "Order Total", "order_total", "total", "N. Revenue",
                          "Net sales", "N. Revenue (formatted)"}},
                        {Field::tax, {"Order Total Tax Amount", "tax_total", "total_tax"}},
                        {Field::shipping, {"Order Shipping Amount", "shipping_total"}},
                        {Field::discount, {"Cart Discount Amount", "discount_total"}},
                        {Field::refund, {"Order Refund Amount", "refund_total"}},
                        {Field::email, {"Email (Billing)", "billing_email", "customer_email"}},
                        {Field::phone, {"Phone (Billing)", "billing_phone"}},
                        {Field::first_name, {"First Name (Billing)", "billing_first_name"}},
                        {Field::last_name, {"Last Name (Billing)", "billing_last_name"}},
                        {Field::name, {"Customer", "Customer Name"}},
                        {Field::city, {"City (Billing)", "billing_city"}},
                        {Field::country, {"Country Code (Billing)", "billing_country"}},
                        {Field::product, {"SKU", "Product ID"}},
                        {Field::title, {"Item Name", "Product Name"}},
                        {Field::quantity, {"Quantity", "Item Quantity"}},
                        {Field::unit_price, {"Item Cost", "Item Price", "Product Price"}},
                        {Field::coupon, {"Coupon Code", "Coupon(s)", "coupons"}},
                        {Field::source, {"Attribution", "Origin"}},
                        {Field::currency, {"order_currency", "Currency", "Order Currency"}},
                        {Field::modified_at, {"date_modified", "Order Modified Date"}}},
            .guess_the_rest = true};
}

// The columns of orders_export.csv; an order's values stand on its first row only.
Preset shopify() {
    return {.name = "shopify",
            .columns = {{Field::customer, {"Email"}},
                        {Field::email, {"Email"}},
                        {Field::order, {"Name"}},
                        {Field::ordered_at, {"Created at"}},
                        {Field::status, {"Financial Status"}},
                        {Field::cancelled_at, {"Cancelled at"}},
                        {Field::currency, {"Currency"}},
                        {Field::shipping, {"Shipping"}},
                        {Field::tax, {"Taxes"}},
                        {Field::total, {"Total"}},
                        {Field::coupon, {"Discount Code"}},
                        {Field::discount, {"Discount Amount"}},
                        {Field::refund, {"Refunded Amount"}},
                        {Field::quantity, {"Lineitem quantity"}},
                        {Field::title, {"Lineitem name"}},
                        {Field::unit_price, {"Lineitem price"}},
                        {Field::product, {"Lineitem sku"}},
                        {Field::line_discount, {"Lineitem discount"}},
                        {Field::name, {"Billing Name"}},
                        {Field::phone, {"Phone", "Billing Phone"}},
                        {Field::city, {"Billing City"}},
                        {Field::country, {"Billing Country"}},
                        {Field::source, {"Source"}}}};
}

Preset online_retail() {
    return {.name = "online-retail",
            .columns = {{Field::order, {"InvoiceNo"}},
                        {Field::product, {"StockCode"}},
                        {Field::title, {"Description"}},
                        {Field::quantity, {"Quantity"}},
                        {Field::ordered_at, {"InvoiceDate"}},
                        {Field::unit_price, {"UnitPrice"}},
                        {Field::customer, {"CustomerID"}},
                        {Field::country, {"Country"}}},
            .currency = "GBP",
            .only_positive_lines = true,
            .cancelled_prefix = "C"};
}

// Master id, sample id, date, quantity, dollars.
Preset cdnow() {
    return {.name = "cdnow",
            .columns = {},
            .currency = "USD",
            .words = true,
            .columns_by_number = {{Field::customer, 1},
                                  {Field::ordered_at, 2},
                                  {Field::quantity, 3},
                                  {Field::amount, 4}},
            .counts_zero_value = true};
}

}  // namespace

const std::vector<Preset>& presets() {
    static const std::vector<Preset> kPresets = {woocommerce(), shopify(), online_retail(),
                                                 cdnow()};
    return kPresets;
}

Result<const Preset*> find_preset(std::string_view name) {
    std::vector<std::string_view> names;
    for (const auto& preset : presets()) {
        if (preset.name == name) return &preset;
        names.push_back(preset.name);
    }
    auto error = or_nearest(invalid("error.import_preset"), nearest(name, names));
    return std::move(error).with("preset", std::string(name)).at("preset");
}

}  // namespace vafa::ingest
