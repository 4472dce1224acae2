#include "ingest/header_names.h"

#include <gtest/gtest.h>
#include <map>

#include "ingest/mapping.h"
#include "testing/results.h"

namespace vafa::ingest {
namespace {

using Header = std::vector<std::string>;
using Meanings = std::map<std::string, std::string>;

// Field → header, as map_columns finds them.
Meanings meanings(const Header& header, const char* preset_name = nullptr) {
    const Preset* preset = preset_name ? test::must(find_preset(preset_name)) : nullptr;
    const auto map = test::must(map_columns(header, header.size(), preset, {}));
    Meanings found;
    for (std::size_t i = 0; i < kFieldCount; ++i) {
        if (map.column[i] == kNoColumn) continue;
        found[std::string(field_name(static_cast<Field>(i)))] =
            header[static_cast<std::size_t>(map.column[i])];
    }
    return found;
}

// All of `expected` is found, and each where it says.
void expect(const Meanings& found, const Meanings& expected) {
    for (const auto& [field, header] : expected) {
        const auto at = found.find(field);
        EXPECT_EQ(at == found.end() ? "(none)" : at->second, header) << field;
    }
}

TEST(HeaderNames, WooCommerceExportInPersian) {
    expect(meanings({"شماره سفارش",
                     "وضعیت سفارش",
                     "تاریخ سفارش",
                     "یادداشت مشتری",
                     "نام (صورتحساب)",
                     "نام خانوادگی (صورتحساب)",
                     "آدرس 1 و 2 (صورتحساب)",
                     "شهر (صورتحساب)",
                     "کد استان (صورتحساب)",
                     "کد پستی (صورتحساب)",
                     "ایمیل (صورتحساب)",
                     "تلفن (صورتحساب)",
                     "عنوان روش پرداخت",
                     "مبلغ تخفیف سبد خرید",
                     "مبلغ ارسال سفارش",
                     "مبلغ بازپرداخت سفارش",
                     "مبلغ کل سفارش",
                     "مبلغ کل مالیات سفارش",
                     "نام آیتم",
                     "تعداد",
                     "هزینه آیتم",
                     "کد کوپن"}),
           {{"order", "شماره سفارش"},
            {"status", "وضعیت سفارش"},
            {"ordered_at", "تاریخ سفارش"},
            {"first_name", "نام (صورتحساب)"},
            {"last_name", "نام خانوادگی (صورتحساب)"},
            {"address", "آدرس 1 و 2 (صورتحساب)"},
            {"city", "شهر (صورتحساب)"},
            {"region", "کد استان (صورتحساب)"},
            {"zip", "کد پستی (صورتحساب)"},
            {"email", "ایمیل (صورتحساب)"},
            {"phone", "تلفن (صورتحساب)"},
            {"discount", "مبلغ تخفیف سبد خرید"},
            {"shipping", "مبلغ ارسال سفارش"},
            {"refund", "مبلغ بازپرداخت سفارش"},
            {"total", "مبلغ کل سفارش"},
            {"tax", "مبلغ کل مالیات سفارش"},
            {"title", "نام آیتم"},
            {"quantity", "تعداد"},
            {"unit_price", "هزینه آیتم"},
            {"coupon", "کد کوپن"}});
}

TEST(HeaderNames, WooCommerceAnalyticsInRussian) {
    expect(meanings({"Дата", "Заказ №", "Статус", "Покупатель", "Тип клиента", "Товар(ы)",
                     "Продано товаров", "Купон(ы)", "Чистые продажи", "Атрибуция"}),
           {{"ordered_at", "Дата"},
            {"order", "Заказ №"},
            {"status", "Статус"},
            {"customer", "Покупатель"},
            {"quantity", "Продано товаров"},
            {"coupon", "Купон(ы)"},
            {"amount", "Чистые продажи"},
            {"source", "Атрибуция"}});
}

TEST(HeaderNames, ShopifyOrders) {
    expect(meanings({"Name",
                     "Email",
                     "Financial Status",
                     "Paid at",
                     "Fulfillment Status",
                     "Fulfilled at",
                     "Accepts Marketing",
                     "Currency",
                     "Subtotal",
                     "Shipping",
                     "Taxes",
                     "Total",
                     "Discount Code",
                     "Discount Amount",
                     "Created at",
                     "Lineitem quantity",
                     "Lineitem name",
                     "Lineitem price",
                     "Lineitem sku",
                     "Billing Name",
                     "Billing City",
                     "Billing Zip",
                     "Billing Province",
                     "Billing Country",
                     "Cancelled at",
                     "Refunded Amount",
                     "Phone"},
                    "shopify"),
           {{"order", "Name"},
            {"customer", "Email"},
            {"status", "Financial Status"},
            {"fulfilment", "Fulfillment Status"},
            {"consent_email", "Accepts Marketing"},
            {"cancelled_at", "Cancelled at"},
            {"zip", "Billing Zip"},
            {"region", "Billing Province"}});
}

TEST(HeaderNames, InSales) {
    expect(meanings({"Номер заказа", "Дата создания", "Статус заказа", "Статус оплаты", "ФИО",
                     "Телефон", "E-mail", "Город", "Адрес доставки", "Стоимость доставки",
                     "Название товара", "Артикул", "Количество", "Цена продажи", "Закупочная цена",
                     "Скидка", "Сумма заказа", "Источник", "Промокод"},
                    "insales"),
           {{"order", "Номер заказа"},
            {"ordered_at", "Дата создания"},
            {"status", "Статус заказа"},
            {"name", "ФИО"},
            {"phone", "Телефон"},
            {"email", "E-mail"},
            {"customer", "E-mail"},
            {"city", "Город"},
            {"address", "Адрес доставки"},
            {"shipping", "Стоимость доставки"},
            {"title", "Название товара"},
            {"product", "Артикул"},
            {"quantity", "Количество"},
            {"unit_price", "Цена продажи"},
            {"unit_cost", "Закупочная цена"},
            {"discount", "Скидка"},
            {"total", "Сумма заказа"},
            {"source", "Источник"},
            {"coupon", "Промокод"}});
}

TEST(HeaderNames, BitrixShopAndBitrix24) {
    expect(meanings({"ID", "Дата создания", "Покупатель", "Статус", "Отменен", "Сумма", "Валюта",
                     "Телефон", "E-Mail"},
                    "bitrix"),
           {{"order", "ID"},
            {"ordered_at", "Дата создания"},
            {"name", "Покупатель"},
            {"status", "Статус"},
            {"cancelled_at", "Отменен"},
            {"total", "Сумма"},
            {"currency", "Валюта"}});
    expect(meanings({"ID", "Название сделки", "Стадия сделки", "Сумма", "Валюта", "Дата создания",
                     "Контакт", "Контакт: Рабочий телефон", "Источник"},
                    "bitrix24"),
           {{"order", "ID"},
            {"status", "Стадия сделки"},
            {"total", "Сумма"},
            {"name", "Контакт"},
            {"phone", "Контакт: Рабочий телефон"},
            {"customer", "Контакт: Рабочий телефон"}});
}

TEST(HeaderNames, OneCSalesReportAndMoysklad) {
    expect(meanings({"Период", "Документ", "Контрагент", "Номенклатура", "Характеристика",
                     "Количество", "Цена", "Сумма", "Себестоимость"}),
           {{"ordered_at", "Период"},
            {"order", "Документ"},
            {"customer", "Контрагент"},
            {"title", "Номенклатура"},
            {"variant", "Характеристика"},
            {"quantity", "Количество"},
            {"amount", "Сумма"},
            {"cost", "Себестоимость"}});
    expect(meanings({"№", "Время", "Контрагент", "Сумма", "Валюта", "Статус", "Канал продаж"},
                    "moysklad"),
           {{"order", "№"},
            {"ordered_at", "Время"},
            {"name", "Контрагент"},
            {"total", "Сумма"},
            {"source", "Канал продаж"}});
}

TEST(HeaderNames, SheetsOfShopsOnInstagram) {
    expect(meanings({"ردیف", "نام و نام خانوادگی", "موبایل", "آدرس", "محصول", "تعداد", "مبلغ",
                     "تاریخ", "وضعیت ارسال", "توضیحات"}),
           {{"name", "نام و نام خانوادگی"},
            {"phone", "موبایل"},
            {"customer", "موبایل"},
            {"address", "آدرس"},
            {"product", "محصول"},
            {"quantity", "تعداد"},
            {"amount", "مبلغ"},
            {"ordered_at", "تاریخ"},
            {"fulfilment", "وضعیت ارسال"}});
}

TEST(HeaderNames, IranianPlatforms) {
    expect(meanings({"شماره سفارش", "تاریخ ثبت سفارش", "DKPC", "عنوان تنوع", "تعداد", "قیمت فروش",
                     "وضعیت سفارش", "استان", "شهر", "نام مشتری", "شماره تماس مشتری"},
                    "digikala"),
           {{"order", "شماره سفارش"},
            {"product", "DKPC"},
            {"title", "عنوان تنوع"},
            {"unit_price", "قیمت فروش"},
            {"region", "استان"},
            {"name", "نام مشتری"},
            {"phone", "شماره تماس مشتری"}});
    // Sazito, Mixin
    expect(meanings({"شماره سفارش", "تاریخ ثبت", "نام مشتری", "شماره موبایل", "وضعیت سفارش",
                     "وضعیت پرداخت", "مبلغ کل", "هزینه ارسال", "تخفیف", "کد پستی"}),
           {{"status", "وضعیت سفارش"},
            {"total", "مبلغ کل"},
            {"shipping", "هزینه ارسال"},
            {"zip", "کد پستی"}});
    expect(meanings({"شناسه سفارش", "نام خریدار", "شماره تماس", "تاریخ ایجاد", "مبلغ نهایی"}),
           {{"order", "شناسه سفارش"},
            {"name", "نام خریدار"},
            {"phone", "شماره تماس"},
            {"ordered_at", "تاریخ ایجاد"},
            {"total", "مبلغ نهایی"}});
}

TEST(HeaderNames, PrestaShopOpenCartAndTilda) {
    expect(meanings({"ID", "Reference", "New client", "Delivery", "Customer", "Total", "Payment",
                     "Status", "Date"},
                    "prestashop"),
           {{"order", "Reference"},
            {"name", "Customer"},
            {"customer", "Customer"},
            {"total", "Total"},
            {"status", "Status"},
            {"ordered_at", "Date"}});
    expect(meanings({"order_id", "customer_id", "firstname", "lastname", "email", "telephone",
                     "total", "order_status", "currency_code", "date_added", "date_modified",
                     "payment_city", "payment_postcode"}),
           {{"order", "order_id"},
            {"customer", "customer_id"},
            {"first_name", "firstname"},
            {"last_name", "lastname"},
            {"phone", "telephone"},
            {"currency", "currency_code"},
            {"ordered_at", "date_added"},
            {"modified_at", "date_modified"},
            {"city", "payment_city"},
            {"zip", "payment_postcode"}});
    expect(meanings({"Name", "Email", "Phone", "orderid", "products", "amount", "promocode", "sent",
                     "utm_source"},
                    "tilda"),
           {{"order", "orderid"},
            {"ordered_at", "sent"},
            {"total", "amount"},
            {"title", "products"},
            {"coupon", "promocode"},
            {"customer", "Email"},
            {"source", "utm_source"}});
}

TEST(HeaderNames, MarketplaceReportsLackOnlyTheirCustomers) {
    const Header ozon{"Номер заказа", "Номер отправления", "Принят в обработку",
                      "Статус",       "Название товара",   "Артикул",
                      "Ваша цена",    "Количество",        "Город доставки"};
    const auto found = test::must(map_columns(ozon, ozon.size(), nullptr, {}));
    test::expect_error(require_columns(found, ozon), "error.import_missing_column");
    Header with_customer = ozon;
    with_customer.push_back("Имя получателя");
    expect(meanings(with_customer), {{"order", "Номер заказа"},
                                     {"ordered_at", "Принят в обработку"},
                                     {"unit_price", "Ваша цена"},
                                     {"city", "Город доставки"},
                                     {"name", "Имя получателя"}});
}

TEST(HeaderNames, WhatMeansOnlyOneThingGoesBeforeWhatMayMeanSeveral) {
    const auto persian =
        meanings({"موبایل", "تاریخ", "تاریخ سفارش", "مبلغ", "مبلغ کل سفارش", "تاریخ تولد"});
    expect(persian, {{"ordered_at", "تاریخ سفارش"},
                     {"total", "مبلغ کل سفارش"},
                     {"amount", "مبلغ"},
                     {"birthday", "تاریخ تولد"}});
    expect(meanings({"Телефон", "Дата", "Дата заказа", "Сумма", "Сумма заказа", "Сумма скидки"}),
           {{"ordered_at", "Дата заказа"},
            {"total", "Сумма заказа"},
            {"amount", "Сумма"},
            {"discount", "Сумма скидки"}});
}

TEST(HeaderNames, AFamilyNameBesideItMakesANameTheGivenOne) {
    expect(meanings({"Фамилия", "Имя", "Телефон", "Дата"}),
           {{"first_name", "Имя"}, {"last_name", "Фамилия"}, {"name", "(none)"}});
    expect(meanings({"Имя", "Телефон", "Дата"}), {{"name", "Имя"}});
}

TEST(HeaderNames, ANumeroSignAloneIsTheNumberOfTheRow) {
    EXPECT_EQ(header_key("№"), "");
    EXPECT_EQ(header_key("№ заказа"), header_key("Номер заказа"));
}

}  // namespace
TEST(HeaderNames, AUnitBehindTheNameOfAColumnIsNotPartOfIt) {
    EXPECT_EQ(column_key("مبلغ (تومان)"), header_key("مبلغ"));
    EXPECT_EQ(column_key("Сумма, тыс. руб."), header_key("Сумма"));
    EXPECT_EQ(column_key("Total, EUR"), header_key("Total"));
    EXPECT_EQ(column_key("Favourite coffee"), header_key("Favourite coffee"));
}

}  // namespace vafa::ingest
