#include "ingest/header_table.h"

namespace vafa::ingest {

namespace {

// Gathered from the exports of WooCommerce and its export plug-ins in three languages, Shopify,
// PrestaShop, OpenCart, InSales, 1C-Bitrix and Bitrix24, 1C, Moysklad, Tilda, Ozon, Wildberries,
// Digikala, Sazito, Mixin, Shopfa, panels for text messages, sheets that shops on Instagram keep,
// and from data sets people publish. What may mean several things («تاریخ», «مبلغ», «Сумма») comes
// after what can mean only one.
constexpr HeaderNames kHeaderNames[] = {
    {Field::customer,
     "customer id|customer|cust id|cust|customer code|customer number|customer no|customer key|"
     "client id|client|user id|customer user|user|buyer id|buyer|member id|shopper id|account id|"
     "household id|visitor id|شناسه مشتری|کد مشتری|شماره مشتری|آی دی مشتری|مشتری|شناسه کاربر|"
     "کد کاربر|کاربر|شناسه خریدار|کد خریدار|خریدار|کد اشتراک|id клиента|код клиента|"
     "номер клиента|клиент|id покупателя|код покупателя|покупатель|id пользователя|пользователь|"
     "заказчик|контрагент|id customer|customer ref|customer reference|id клиента crm|"
     "код контрагента|id контакта|контакт|клиент id|buyer user id|شناسه کاربری|شماره اشتراک|"
     "کد عضویت|شماره عضویت|карта клиента|номер карты клиента|loyalty card|id заказчика|contact id"},
    {Field::ordered_at,
     "ordered at|order date|order datetime|order date time|order time|date ordered|"
     "order created at|created at|date created|order created|creation date|purchase date|"
     "purchased at|purchase time|invoice date|transaction date|transaction timestamp|"
     "transaction time|sale date|date|date time|timestamp|day|time|paid at|paid date|تاریخ سفارش|"
     "زمان سفارش|تاریخ ثبت سفارش|تاریخ ثبت|زمان ثبت|تاریخ ایجاد|تاریخ خرید|تاریخ فاکتور|"
     "تاریخ فروش|تاریخ پرداخت|تاریخ|زمان|дата заказа|дата и время заказа|дата создания|"
     "дата оформления|дата покупки|дата продажи|дата счета|дата оплаты|дата|время заказа|время|"
     "date added|date add|created|created on|order placed|placed at|processed at|sent|"
     "order submitted date|تاریخ افزودن|تاریخ اضافه شدن|تاریخ ثبت فاکتور|تاریخ سند|تاریخ تراکنش|"
     "زمان ثبت سفارش|تاریخ و زمان|تاریخ و ساعت|تاریخ و زمان سفارش|تاریخ شمسی|дата добавления|"
     "дата оформления заказа|дата документа|дата реализации|дата отгрузки|принят в обработку|"
     "создан|дата и время|дата создания заказа|дата заказа покупателем|дата начала|дата чека|"
     "период"},
    {Field::order,
     "order id|order|order number|order no|order #|order key|order name|invoice no|"
     "invoice number|invoice id|invoice|transaction id|basket id|receipt id|receipt number|"
     "sale id|bill no|شناسه سفارش|شماره سفارش|کد سفارش|سفارش|شماره فاکتور|کد فاکتور|فاکتور|"
     "شماره پیگیری|id заказа|номер заказа|№ заказа|код заказа|заказ|номер счета|номер чека|чек|"
     "номер документа|order id number|id order|order reference|reference|receipt no|"
     "ticket number|order code|номер отправления|номер заказа мп|номер реализации|документ|"
     "регистратор|заказ покупателя|номер|заказ номер|номер заказа клиента|id сделки|شماره سند|"
     "شماره رسید|شناسه فاکتور|شماره فیش|شماره مرسوله|کد رهگیری سفارش|شناسه خرید|سفارش شماره|"
     "orderid|payment orderid"},
    {Field::amount,
     "amount|revenue|net revenue|n revenue|net sales|sales amount|sales value|sales|order "
     "value|value|"
     "line total|item total|sum|spend|monetary|مبلغ|مبلغ فاکتور|مبلغ خرید|مبلغ فروش|مبلغ پرداختی|"
     "ارزش|جمع|сумма|сумма покупки|выручка|сумма оплаты|сумма позиции|стоимость|net amount|"
     "gross amount|gross sales|amount paid|payment amount|total sales|sale amount|"
     "مبلغ سفارش خالص|فروش خالص|مبلغ تراکنش|مبلغ پرداخت شده|مبلغ واریزی|مبلغ خالص|جمع مبلغ|"
     "مبلغ ردیف|чистые продажи|сумма продажи|сумма продаж|сумма руб|сумма документа|"
     "сумма платежа|сумма отправления|сумма со скидкой|сумма покупок|оборот|выручка руб|"
     "вайлдберриз реализовал товар пр|к оплате|чистая выручка|درآمد خالص"},
    {Field::quantity,
     "quantity|qty|item quantity|line item quantity|units|count|تعداد|مقدار|количество|кол-во|"
     "кол во|quantity refund|items sold|product quantity|order item quantity|اقلام فروخته شده|"
     "تعداد کالا|تعداد محصول|تعداد اقلام|продано товаров|количество товара|количество товаров|"
     "кол во товара|шт|кол"},
    {Field::unit_price,
     "unit price|item price|line item price|price per unit|item cost|product price|price|"
     "قیمت واحد|فی|قیمت کالا|قیمت محصول|قیمت|цена|цена за единицу|цена за шт|цена товара|"
     "unit price tax incl|selling price|sale price|order item price|هزینه آیتم|قیمت فروش|"
     "مبلغ واحد|قیمت هر واحد|بهای واحد|فی واحد|цена продажи|цена со скидкой|цена товара руб|"
     "ваша цена|цена реализации|розничная цена|цена розничная"},
    {Field::line_discount,
     "line item discount|line discount|item discount|تخفیف کالا|скидка на товар|скидка позиции"},
    {Field::product,
     "product id|sku|line item sku|stock code|product code|item id|item sku|item code|article|"
     "product|شناسه محصول|کد محصول|کد کالا|شناسه کالا|محصول|کالا|артикул|код товара|id товара|"
     "товар|product reference|product sku|variant sku|barcode|ean|asin|dkp|dkpc|کد آیتم|بارکد|"
     "کد تنوع|артикул товара|артикул поставщика|код номенклатуры|ozon id|sku товара|штрихкод|"
     "баркод"},
    {Field::title,
     "product name|line item name|item name|product title|description|item|title|نام محصول|"
     "نام کالا|عنوان محصول|شرح کالا|شرح|название товара|наименование товара|наименование|"
     "products name|product s|items|نام آیتم|عنوان کالا|عنوان تنوع|نام کالا خدمات|"
     "شرح کالا یا خدمات|محصول ات|номенклатура|название|товары|наименование номенклатуры|позиция|"
     "название позиции|предмет|состав заказа|позиции|товар ы|products"},
    {Field::variant,
     "variant|variation|product variant|variant title|size|تنوع|ویژگی|вариант|модификация|"
     "product variation|item variation|characteristic|رنگ و سایز|характеристика|размер|"
     "вариант товара"},
    {Field::category,
     "category|product category|department|product type|دسته|دسته بندی|دسته محصول|گروه کالا|"
     "категория|категория товара|группа товаров|categories|product categories|category name|"
     "item category|collection|دسته بندی محصول|گروه محصول|دسته بندی کالا|группа|"
     "номенклатурная группа|раздел|категории|группа номенклатуры"},
    {Field::cost,
     "cost|cost of goods|cogs|total cost|cost price total|item cost total|بهای تمام شده|"
     "قیمت تمام شده|هزینه کالا|себестоимость|сумма себестоимости|сумма закупки|cost amount|"
     "total cost price|قیمت تمام شده کالا|بهای تمام شده کالا|مبلغ خرید کالا|"
     "себестоимость товаров|себестоимость руб|сумма закупочная"},
    {Field::unit_cost,
     "unit cost|cost per item|cost price|buying price|قیمت خرید|قیمت خرید واحد|закупочная цена|"
     "цена закупки|себестоимость единицы|себестоимость за шт|variant cost|product cost|"
     "item unit cost|قیمت خرید کالا|فی خرید|цена закупочная|закупка"},
    {Field::total,
     "order total|order total amount|grand total|order amount|total amount|total price|total|"
     "مبلغ سفارش|مبلغ کل سفارش|مبلغ کل|جمع کل|مبلغ نهایی|جمع سفارش|сумма заказа|итого|"
     "стоимость заказа|итоговая сумма|общая сумма|total paid|total paid tax incl|total paid real|"
     "order total tax incl|payment amount total|subtotal with shipping|مبلغ نهایی سفارش|"
     "مبلغ قابل پرداخت|جمع کل سفارش|جمع کل فاکتور|مبلغ کل فاکتور|مجموع|مبلغ کل پرداختی|قیمت کل|"
     "قیمت نهایی|مبلغ پرداختی سفارش|итого к оплате|сумма заказа с доставкой|итоговая стоимость|"
     "всего|итоговая стоимость заказа|стоимость с доставкой|итого руб|сумма сделки|сумма счета"},
    {Field::tax,
     "tax|taxes|order tax|tax total|total tax|order total tax amount|vat|مالیات|ارزش افزوده|"
     "مالیات بر ارزش افزوده|налог|ндс|сумма ндс|مبلغ کل مالیات سفارش|tax amount|vat amount|"
     "مبلغ مالیات|مالیات سفارش"},
    {Field::shipping,
     "shipping|shipping total|order shipping|order shipping amount|shipping cost|shipping amount|"
     "delivery cost|هزینه ارسال|کرایه ارسال|هزینه حمل|доставка|стоимость доставки|total shipping|"
     "total shipping tax incl|delivery fee|delivery price|shipping fee|مبلغ ارسال سفارش|"
     "هزینه پست|هزینه حمل و نقل|مبلغ ارسال|کرایه حمل|доставка руб|цена доставки|сумма доставки"},
    {Field::discount,
     "discount|discount amount|discount total|order discount|cart discount amount|cart discount|"
     "total discount|تخفیف|مبلغ تخفیف|جمع تخفیف|скидка|сумма скидки|total discounts|"
     "total discounts tax incl|مبلغ تخفیف سبد خرید|تخفیف کل|میزان تخفیف|تخفیف سفارش|скидка руб|"
     "скидка на заказ|сумма скидки на заказ"},
    {Field::refund,
     "refund|refunded amount|refund amount|order refund amount|refund total|مبلغ مرجوعی|"
     "مبلغ بازگشتی|بازپرداخت|возврат|сумма возврата|refunds|returned amount|مبلغ بازپرداخت سفارش|"
     "مبلغ استرداد|مبلغ عودت|сумма возвратов"},
    {Field::status,
     "status|order status|financial status|payment status|state|وضعیت|وضعیت سفارش|وضعیت پرداخت|"
     "статус|статус заказа|статус оплаты|состояние|order state|current state|osname|"
     "order status name|payment state|stage|deal stage|وضعیت فاکتور|حالت|وضعیت سفارش فروشگاه|"
     "وضعیت خرید|статус документа|стадия|стадия сделки|этап|этап сделки|состояние заказа|"
     "статус отправления|статус сделки"},
    {Field::fulfilment,
     "fulfillment status|fulfilment status|shipping status|delivery status|shipment status|"
     "وضعیت ارسال|статус доставки|статус отгрузки"},
    {Field::cancelled_at,
     "cancelled at|canceled at|cancel date|تاریخ لغو|дата отмены|cancelled on|date cancelled|"
     "отменен|дата отмены заказа|زمان لغو"},
    {Field::modified_at,
     "modified at|date modified|updated at|last modified|modified|order modified|تاریخ ویرایش|"
     "آخرین ویرایش|تاریخ به روزرسانی|дата изменения|изменен|дата обновления|date upd|"
     "modified date|last update|تاریخ به روز رسانی|تاریخ آخرین تغییر|дата изменения заказа|"
     "изменено|дата последнего изменения"},
    {Field::test,
     "test|is test|test order|آزمایشی|тестовый|тест|sandbox|тестовый заказ|سفارش آزمایشی|"
     "سفارش تست"},
    {Field::currency,
     "currency|order currency|currency code|واحد پول|ارز|валюта|presentment currency|currency id|"
     "код валюты|код валюты отправления|واحد ارز|نوع ارز|واحد پولی"},
    {Field::coupon,
     "coupon|coupon code|coupons|discount code|promo code|voucher|کد تخفیف|کوپن|промокод|купон|"
     "coupon s|coupon codes|promocode|discount codes|voucher code|کد کوپن|کوپن ها|کوپن های تخفیف|"
     "промокоды|купоны|код купона|купон ы"},
    {Field::source,
     "source|utm source|order source|channel|sales channel|attribution|origin|منبع|کانال|"
     "کانال فروش|источник|канал|источник заказа|utm source medium|order origin|traffic source|"
     "انتساب|مبدا سفارش|منبع سفارش|کانال سفارش|شیوه سفارش|атрибуция|канал продаж|источник сделки|"
     "источник трафика|площадка|маркетплейс"},
    {Field::email,
     "email|e-mail|billing email|email billing|customer email|customer email address|"
     "email address|client email|ایمیل|پست الکترونیک|رایانامه|ایمیل مشتری|почта|"
     "электронная почта|email клиента|email покупателя|эл почта|contact email|buyer email|"
     "e mail покупателя|ایمیل صورتحساب|ایمیل خریدار|آدرس ایمیل|پست الکترونیکی|почта клиента|"
     "эл почта клиента|email адрес|электронный адрес|контакт e mail|контакт рабочий e mail"},
    {Field::phone,
     "phone|billing phone|phone billing|customer phone|phone number|mobile|mobile number|"
     "telephone|tel|cell|تلفن|تلفن همراه|موبایل|شماره موبایل|شماره تماس|شماره همراه|شماره تلفن|"
     "تلفن مشتری|موبایل مشتری|телефон|номер телефона|мобильный|мобильный телефон|телефон клиента|"
     "телефон покупателя|contact phone|buyer phone|recipient phone|phone no|mobile phone|msisdn|"
     "whatsapp|تلفن صورتحساب|شماره تماس مشتری|شماره موبایل مشتری|موبایل خریدار|شماره تماس خریدار|"
     "تلفن خریدار|شماره گیرنده|موبایل گیرنده|شماره تماس گیرنده|همراه|شماره واتساپ|"
     "контактный телефон|тел|сотовый|рабочий телефон|телефон получателя|моб телефон|"
     "номер телефона клиента|контакт телефон|контакт мобильный телефон|"
     "контакт рабочий телефон"},
    {Field::name,
     "customer name|billing name|full name|client name|buyer name|customer full name|name|"
     "نام مشتری|نام و نام خانوادگی|نام خریدار|نام کامل|имя клиента|фио|фио клиента|"
     "имя покупателя|имя|customer fullname|recipient name|contact name|client|نام گیرنده|"
     "مشخصات مشتری|نام مشتری کامل|اسم|اسم مشتری|نام طرف حساب|طرف حساب|فامیل و نام|"
     "نام تحویل گیرنده|получатель|ф и о|имя получателя|фамилия имя|имя фамилия|"
     "фамилия имя отчество|имя и фамилия|покупатель фио|контактное лицо|контакт имя|"
     "фио покупателя|фио получателя|клиент фио"},
    {Field::first_name,
     "first name|billing first name|first name billing|given name|نام|نام کوچک|имя|name|"
     "имя покупателя|имя клиента|firstname|payment firstname|نام صورتحساب|имя плательщика|"
     "имя billing"},
    {Field::last_name,
     "last name|billing last name|last name billing|surname|نام خانوادگی|фамилия|lastname|"
     "payment lastname|family name|نام خانوادگی صورتحساب|فامیل|фамилия клиента|фамилия покупателя"},
    {Field::city,
     "city|billing city|city billing|shipping city|town|شهر|город|payment city|customer city|"
     "شهر صورتحساب|شهر مشتری|شهر گیرنده|город доставки|город клиента|населенный пункт|"
     "город покупателя"},
    {Field::country,
     "country|billing country|country code billing|country billing|country code|shipping country|"
     "کشور|страна|payment country|customer country|کد کشور صورتحساب|کشور صورتحساب|"
     "страна доставки|страна клиента"},
    {Field::region,
     "province|state province|billing state|billing province|province name|region|استان|"
     "استان مشتری|область|регион|область край|state code billing|state billing|payment zone|"
     "billing province name|کد استان صورتحساب|استان صورتحساب|استان گیرنده|регион доставки|"
     "область регион|state county"},
    {Field::address,
     "address|billing address|billing address 1|address 1 2 billing|billing street|"
     "street address|customer address|آدرس|نشانی|آدرس مشتری|آدرس کامل|адрес|адрес клиента|"
     "адрес покупателя|payment address 1|delivery address|shipping address|آدرس 1 و 2 صورتحساب|"
     "آدرس صورتحساب|آدرس گیرنده|آدرس پستی|نشانی کامل|адрес доставки|адрес получателя|полный адрес"},
    {Field::zip,
     "zip|zip code|postcode|postal code|post code|billing zip|billing postcode|postcode billing|"
     "کد پستی|کدپستی|индекс|почтовый индекс|payment postcode|customer zip|کد پستی صورتحساب|"
     "کد پستی مشتری|کد پستی گیرنده|индекс доставки"},
    {Field::gender,
     "gender|sex|customer gender|جنسیت|جنس|جنسیت مشتری|пол|пол клиента|пол покупателя"},
    {Field::birthday,
     "birthday|birth date|date of birth|birthdate|dob|تاریخ تولد|تولد|روز تولد|дата рождения|"
     "день рождения|birth day|born|customer birthday|متولد|تاریخ تولد مشتری|"
     "дата рождения клиента|д р|др"},
    {Field::locale,
     "locale|language|customer locale|customer language|زبان|زبان مشتری|язык|язык клиента"},
    {Field::tags,
     "customer tags|tags|tag|labels|برچسب مشتری|برچسب ها|برچسب|теги|метки|теги клиента"},
    {Field::consent_email,
     "consent email|email consent|accepts email marketing|email marketing consent|"
     "accepts marketing|buyer accepts marketing|marketing consent|newsletter|email subscribed|"
     "subscribed|newsletter subscription|رضایت ایمیل|عضویت خبرنامه|خبرنامه|"
     "согласие на email рассылку|подписка на рассылку|подписан на рассылку|согласие на рассылку|"
     "подписка"},
    {Field::consent_sms,
     "consent sms|sms consent|accepts sms marketing|sms marketing consent|sms opt in|"
     "sms subscribed|رضایت پیامک|دریافت پیامک|عضویت پیامک|согласие на смс|"
     "согласие на sms рассылку|подписка на sms|подписка на смс"},
};

}  // namespace

std::span<const HeaderNames> header_table() { return kHeaderNames; }

}  // namespace vafa::ingest
