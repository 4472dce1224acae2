#include "ingest/presets.h"

#include <algorithm>
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
                        {Field::fulfilment, {"Fulfillment Status"}},
                        {Field::consent_email, {"Accepts Marketing"}},
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
                        {Field::region, {"Billing Province"}},
                        {Field::address, {"Billing Street", "Billing Address1"}},
                        {Field::zip, {"Billing Zip"}},
                        {Field::source, {"Source"}}},
            .signature = {"Name", "Financial Status", "Lineitem quantity"}};
}

// "Customer" is a name in the list of orders; the database's tables have ids.
Preset prestashop() {
    return {.name = "prestashop",
            .columns = {{Field::customer, {"id_customer"}},
                        {Field::order, {"Reference", "id_order", "ID", "مرجع", "Номер заказа"}},
                        {Field::ordered_at, {"Date", "date_add", "تاریخ", "Дата"}},
                        {Field::name, {"Customer", "مشتری", "Клиент"}},
                        {Field::total, {"Total", "total_paid_tax_incl", "total_paid", "جمع"}},
                        {Field::status, {"Status", "osname", "current_state"}},
                        {Field::modified_at, {"date_upd"}}},
            .guess_the_rest = true};
}

Preset opencart() {
    return {.name = "opencart",
            .columns = {{Field::customer, {"customer_id"}},
                        {Field::order, {"order_id", "Order ID", "№ заказа", "شماره سفارش"}},
                        {Field::ordered_at, {"date_added", "Date Added", "Дата добавления"}},
                        {Field::name, {"Customer", "Покупатель", "Клиент", "مشتری"}},
                        {Field::first_name, {"firstname"}},
                        {Field::last_name, {"lastname"}},
                        {Field::total, {"total", "Total", "Итого"}},
                        {Field::status, {"order_status", "Status", "Статус"}},
                        {Field::modified_at, {"date_modified", "Date Modified"}},
                        {Field::city, {"payment_city"}},
                        {Field::currency, {"currency_code"}}},
            .guess_the_rest = true};
}

// An order has a state of its own and one of its payment; the former decides.
Preset insales() {
    return {.name = "insales",
            .columns = {{Field::order, {"Номер заказа", "№", "Номер", "№ заказа"}},
                        {Field::ordered_at,
                         {"Дата создания", "Дата оформления", "Дата заказа", "Дата"}},
                        {Field::status, {"Статус заказа", "Статус"}},
                        {Field::total, {"Сумма заказа", "Итого", "Стоимость заказа", "Сумма"}},
                        {Field::shipping, {"Стоимость доставки"}},
                        {Field::name, {"ФИО", "Имя клиента", "Покупатель", "Клиент"}},
                        {Field::title, {"Название товара", "Товар", "Наименование"}},
                        {Field::product, {"Артикул", "ID товара"}},
                        {Field::unit_price, {"Цена продажи", "Цена", "Цена товара"}},
                        {Field::unit_cost, {"Закупочная цена", "Себестоимость"}}},
            .guess_the_rest = true};
}

// "Отменен" is a yes or a no there.
Preset bitrix() {
    return {.name = "bitrix",
            .columns = {{Field::customer, {"ID покупателя", "Код покупателя"}},
                        {Field::order, {"Номер заказа", "Номер", "№", "ID"}},
                        {Field::ordered_at, {"Дата создания", "Дата"}},
                        {Field::status, {"Статус", "Статус заказа"}},
                        {Field::cancelled_at, {"Отменен", "Отменён"}},
                        {Field::total, {"Сумма", "Сумма заказа", "Стоимость"}},
                        {Field::name, {"ФИО", "Покупатель"}},
                        {Field::modified_at, {"Дата изменения"}}},
            .guess_the_rest = true};
}

Preset bitrix24() {
    return {.name = "bitrix24",
            .columns = {{Field::customer, {"Контакт: ID", "ID контакта"}},
                        {Field::order, {"ID"}},
                        {Field::ordered_at, {"Дата создания", "Дата начала"}},
                        {Field::status, {"Стадия сделки", "Стадия", "Этап сделки"}},
                        {Field::total, {"Сумма"}},
                        {Field::name, {"Контакт", "Контакт: Имя", "Клиент"}},
                        {Field::phone,
                         {"Контакт: Рабочий телефон", "Контакт: Мобильный телефон",
                          "Рабочий телефон", "Мобильный телефон"}},
                        {Field::email,
                         {"Контакт: Рабочий e-mail", "Контакт: E-mail", "Рабочий e-mail"}},
                        {Field::modified_at, {"Дата изменения"}}},
            .guess_the_rest = true,
            .signature = {"Стадия сделки", "Название сделки"}};
}

Preset moysklad() {
    return {.name = "moysklad",
            .columns = {{Field::order, {"№", "Номер"}},
                        {Field::ordered_at, {"Время", "Дата", "Момент времени"}},
                        {Field::name, {"Контрагент"}},
                        {Field::total, {"Сумма"}},
                        {Field::status, {"Статус"}},
                        {Field::source, {"Канал продаж"}}},
            .guess_the_rest = true,
            .signature = {"№", "Контрагент", "Организация"}};
}

Preset tilda() {
    return {.name = "tilda",
            .columns = {{Field::order, {"orderid", "Order ID", "payment: orderid", "tranid"}},
                        {Field::ordered_at, {"sent", "created", "Date", "Дата"}},
                        {Field::total, {"amount", "payment: amount", "price", "subtotal"}},
                        {Field::title, {"products", "payment: products"}},
                        {Field::coupon, {"promocode", "payment: promocode"}},
                        {Field::name, {"Name", "Имя"}},
                        {Field::source, {"utm_source"}}},
            .guess_the_rest = true};
}

Preset digikala() {
    return {.name = "digikala",
            .columns = {{Field::order, {"شماره سفارش", "شناسه سفارش", "کد سفارش"}},
                        {Field::ordered_at, {"تاریخ ثبت سفارش", "تاریخ سفارش", "تاریخ ثبت"}},
                        {Field::product, {"DKPC", "کد تنوع", "DKP", "کد کالا"}},
                        {Field::title, {"عنوان تنوع", "عنوان کالا", "نام کالا"}},
                        {Field::unit_price, {"قیمت فروش", "مبلغ فروش", "قیمت واحد"}},
                        {Field::quantity, {"تعداد"}},
                        {Field::status, {"وضعیت سفارش", "وضعیت"}}},
            .guess_the_rest = true};
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
    static const std::vector<Preset> kPresets = {
        woocommerce(), shopify(),  prestashop(), opencart(), insales(),       bitrix(),
        bitrix24(),    moysklad(), tilda(),      digikala(), online_retail(), cdnow()};
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

const Preset* recognise_preset(std::span<const std::string> header) {
    for (const auto& preset : presets()) {
        const auto& signature = preset.signature;
        const auto stands = [&](std::string_view name) {
            return std::find(header.begin(), header.end(), name) != header.end();
        };
        if (!signature.empty() && std::all_of(signature.begin(), signature.end(), stands)) {
            return &preset;
        }
    }
    return nullptr;
}

}  // namespace vafa::ingest
