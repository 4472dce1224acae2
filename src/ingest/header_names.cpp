#include "ingest/header_names.h"

#include <array>
#include <unordered_map>

#include "base/text.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

struct Names {
    Field field;
    std::string_view best_first;  // separated by '|'
};

// Gathered from the exports of WooCommerce and its export plug-ins, Shopify, PrestaShop, OpenCart,
// 1C-Bitrix, InSales, Shopfa, Sazito and from data sets people publish.
constexpr Names kTable[] = {
    {Field::customer,
     "customer id|customer|cust id|cust|customer code|customer number|customer no|"
     "customer key|client id|client|user id|customer user|user|buyer id|buyer|"
     "member id|shopper id|account id|household id|visitor id|شناسه مشتری|کد مشتری|"
     "شماره مشتری|آی دی مشتری|مشتری|شناسه کاربر|کد کاربر|کاربر|شناسه خریدار|"
     "کد خریدار|خریدار|کد اشتراک|id клиента|код клиента|номер клиента|клиент|"
     "id покупателя|код покупателя|покупатель|id пользователя|пользователь|заказчик|"
     "контрагент"},
    {Field::ordered_at,
     "ordered at|order date|order datetime|order date time|order time|date ordered|"
     "order created at|created at|date created|order created|creation date|"
     "purchase date|purchased at|purchase time|invoice date|transaction date|"
     "transaction timestamp|transaction time|sale date|date|date time|timestamp|day|"
     "time|paid at|paid date|تاریخ سفارش|زمان سفارش|تاریخ ثبت سفارش|تاریخ ثبت|"
     "زمان ثبت|تاریخ ایجاد|تاریخ خرید|تاریخ فاکتور|تاریخ فروش|تاریخ پرداخت|تاریخ|"
     "زمان|дата заказа|дата и время заказа|дата создания|дата оформления|"
     "дата покупки|дата продажи|дата счета|дата оплаты|дата|время заказа|время"},
    {Field::order,
     "order id|order|order number|order no|order #|order key|order name|invoice no|"
     "invoice number|invoice id|invoice|transaction id|basket id|receipt id|"
     "receipt number|sale id|bill no|شناسه سفارش|شماره سفارش|کد سفارش|سفارش|"
     "شماره فاکتور|کد فاکتور|فاکتور|شماره پیگیری|id заказа|номер заказа|№ заказа|"
     "код заказа|заказ|номер счета|номер чека|чек|номер документа"},
    {Field::amount,
     "amount|revenue|net revenue|net sales|sales amount|sales value|sales|"
     "order value|value|line total|item total|sum|spend|monetary|مبلغ|مبلغ فاکتور|"
     "مبلغ خرید|مبلغ فروش|مبلغ پرداختی|ارزش|جمع|сумма|сумма покупки|выручка|"
     "сумма оплаты|сумма позиции|стоимость"},
    {Field::quantity,
     "quantity|qty|item quantity|line item quantity|units|count|تعداد|مقدار|"
     "количество|кол-во|кол во"},
    {Field::unit_price,
     "unit price|item price|line item price|price per unit|item cost|product price|"
     "price|قیمت واحد|فی|قیمت کالا|قیمت محصول|قیمت|цена|цена за единицу|цена за шт|"
     "цена товара"},
    {Field::line_discount,
     "line item discount|line discount|item discount|تخفیف کالا|скидка на товар|"
     "скидка позиции"},
    {Field::product,
     "product id|sku|line item sku|stock code|product code|item id|item sku|"
     "item code|article|product|شناسه محصول|کد محصول|کد کالا|شناسه کالا|محصول|کالا|"
     "артикул|код товара|id товара|товар"},
    {Field::title,
     "product name|line item name|item name|product title|description|item|title|"
     "نام محصول|نام کالا|عنوان محصول|شرح کالا|شرح|название товара|"
     "наименование товара|наименование"},
    {Field::variant,
     "variant|variation|product variant|variant title|size|تنوع|ویژگی|вариант|"
     "модификация"},
    {Field::category,
     "category|product category|department|product type|دسته|دسته بندی|دسته محصول|"
     "گروه کالا|категория|категория товара|группа товаров"},
    {Field::total,
     "order total|order total amount|grand total|order amount|total amount|"
     "total price|total|مبلغ سفارش|مبلغ کل سفارش|مبلغ کل|جمع کل|مبلغ نهایی|"
     "جمع سفارش|сумма заказа|итого|стоимость заказа|итоговая сумма|общая сумма"},
    {Field::tax,
     "tax|taxes|order tax|tax total|total tax|order total tax amount|vat|مالیات|"
     "ارزش افزوده|مالیات بر ارزش افزوده|налог|ндс|сумма ндс"},
    {Field::shipping,
     "shipping|shipping total|order shipping|order shipping amount|shipping cost|"
     "shipping amount|delivery cost|هزینه ارسال|کرایه ارسال|هزینه حمل|доставка|"
     "стоимость доставки"},
    {Field::discount,
     "discount|discount amount|discount total|order discount|cart discount amount|"
     "cart discount|total discount|تخفیف|مبلغ تخفیف|جمع تخفیف|скидка|сумма скидки"},
    {Field::refund,
     "refund|refunded amount|refund amount|order refund amount|refund total|"
     "مبلغ مرجوعی|مبلغ بازگشتی|بازپرداخت|возврат|сумма возврата"},
    {Field::status,
     "status|order status|financial status|payment status|state|وضعیت|وضعیت سفارش|"
     "وضعیت پرداخت|статус|статус заказа|статус оплаты|состояние"},
    {Field::cancelled_at, "cancelled at|canceled at|cancel date|تاریخ لغو|дата отмены"},
    {Field::modified_at,
     "modified at|date modified|updated at|last modified|modified|order modified|"
     "تاریخ ویرایش|آخرین ویرایش|تاریخ به روزرسانی|дата изменения|изменен|"
     "дата обновления"},
    {Field::test, "test|is test|test order|آزمایشی|тестовый|тест"},
    {Field::currency, "currency|order currency|currency code|واحد پول|ارز|валюта"},
    {Field::coupon,
     "coupon|coupon code|coupons|discount code|promo code|voucher|کد تخفیف|کوپن|"
     "промокод|купон"},
    {Field::source,
     "source|utm source|order source|channel|sales channel|attribution|origin|منبع|"
     "کانال|کانال فروش|источник|канал|источник заказа"},
    {Field::email,
     "email|e-mail|billing email|email billing|customer email|"
     "customer email address|email address|client email|ایمیل|پست الکترونیک|"
     "رایانامه|ایمیل مشتری|почта|электронная почта|email клиента|email покупателя|"
     "эл почта"},
    {Field::phone,
     "phone|billing phone|phone billing|customer phone|phone number|mobile|"
     "mobile number|telephone|tel|cell|تلفن|تلفن همراه|موبایل|شماره موبایل|"
     "شماره تماس|شماره همراه|شماره تلفن|تلفن مشتری|موبایل مشتری|телефон|"
     "номер телефона|мобильный|мобильный телефон|телефон клиента|телефон покупателя"},
    {Field::name,
     "customer name|billing name|full name|client name|buyer name|"
     "customer full name|name|نام مشتری|نام و نام خانوادگی|نام خریدار|نام کامل|"
     "имя клиента|фио|фио клиента|имя покупателя|имя"},
    {Field::first_name,
     "first name|billing first name|first name billing|given name|نام|نام کوچک|"
     "имя|name|имя покупателя|имя клиента"},
    {Field::last_name,
     "last name|billing last name|last name billing|surname|نام خانوادگی|фамилия"},
    {Field::city, "city|billing city|city billing|shipping city|town|شهر|город"},
    {Field::country,
     "country|billing country|country code billing|country billing|country code|"
     "shipping country|کشور|страна"},
    {Field::cost,
     "cost|cost of goods|cogs|total cost|cost price total|item cost total|بهای تمام شده|"
     "قیمت تمام شده|هزینه کالا|себестоимость|сумма себестоимости|сумма закупки"},
    {Field::unit_cost,
     "unit cost|cost per item|cost price|buying price|قیمت خرید|"
     "قیمت خرید واحد|закупочная цена|цена закупки|себестоимость единицы|себестоимость за шт"},
    {Field::fulfilment,
     "fulfillment status|fulfilment status|shipping status|delivery status|shipment status|"
     "وضعیت ارسال|статус доставки|статус отгрузки"},
    {Field::region,
     "province|state province|billing state|billing province|province name|region|استان|"
     "استان مشتری|область|регион|область край"},
    {Field::address,
     "address|billing address|billing address 1|address 1 2 billing|billing street|"
     "street address|customer address|آدرس|نشانی|آدرس مشتری|آدرس کامل|адрес|адрес клиента|"
     "адрес покупателя"},
    {Field::zip,
     "zip|zip code|postcode|postal code|post code|billing zip|billing postcode|"
     "postcode billing|کد پستی|کدپستی|индекс|почтовый индекс"},
    {Field::gender, "gender|sex|customer gender|جنسیت|جنس|جنسیت مشتری|пол|пол клиента"},
    {Field::birthday,
     "birthday|birth date|date of birth|birthdate|dob|تاریخ تولد|تولد|روز تولد|"
     "дата рождения|день рождения"},
    {Field::locale,
     "locale|language|customer locale|customer language|زبان|زبان مشتری|язык|"
     "язык клиента"},
    {Field::tags,
     "customer tags|tags|tag|labels|برچسب مشتری|برچسب ها|برچسب|теги|метки|теги клиента"},
    {Field::consent_email,
     "consent email|email consent|accepts email marketing|email marketing consent|"
     "accepts marketing|buyer accepts marketing|marketing consent|newsletter|"
     "email subscribed|subscribed|newsletter subscription|رضایت ایمیل|عضویت خبرنامه|خبرنامه|"
     "согласие на email рассылку|подписка на рассылку|подписан на рассылку|"
     "согласие на рассылку|подписка"},
    {Field::consent_sms,
     "consent sms|sms consent|accepts sms marketing|sms marketing consent|sms opt in|"
     "sms subscribed|رضایت پیامک|دریافت پیامک|عضویت پیامک|согласие на смс|"
     "согласие на sms рассылку|подписка на sms|подписка на смс"},
};

using Ranks = std::unordered_map<std::string, std::size_t>;

const std::array<Ranks, kFieldCount>& ranks() {
    static const auto kRanks = [] {
        std::array<Ranks, kFieldCount> built;
        for (const auto& [field, names] : kTable) {
            std::size_t rank = 0;
            for (const auto name : split(names)) {
                built[index_of(field)].try_emplace(header_key(name), rank++);
            }
        }
        return built;
    }();
    return kRanks;
}

}  // namespace

std::string header_key(std::string_view header) {
    std::string key;
    for (const auto& token : search_tokens(header)) key += token;
    return key;
}

std::size_t header_rank(Field field, std::string_view key) {
    const auto& known = ranks()[index_of(field)];
    const auto found = known.find(std::string(key));
    return found == known.end() ? kUnknownHeader : found->second;
}

bool is_known_header(std::string_view key) {
    for (std::size_t i = 0; i < kFieldCount; ++i) {
        if (header_rank(static_cast<Field>(i), key) != kUnknownHeader) return true;
    }
    return false;
}

}  // namespace vafa::ingest
