#include "ingest/import_kind.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "ingest/cells.h"
#include "ingest/header_names.h"

namespace vafa::ingest {

namespace {

constexpr std::array<std::string_view, 3> kKindWords = {"orders", "customers", "products"};

constexpr std::array kCustomerFields = {
    Field::customer,   Field::modified_at,   Field::email,      Field::phone,    Field::name,
    Field::first_name, Field::last_name,     Field::city,       Field::country,  Field::region,
    Field::address,    Field::zip,           Field::gender,     Field::birthday, Field::locale,
    Field::tags,       Field::consent_email, Field::consent_sms};
constexpr std::array kProductFields = {Field::product,    Field::title,     Field::category,
                                       Field::unit_price, Field::unit_cost, Field::modified_at,
                                       Field::currency};

// Names that only such a file uses so, the best first: exports of WooCommerce, Shopify, InSales,
// 1C-Bitrix, Shopfa, Sazito and panels of SMS.
struct Names {
    Field field;
    std::string_view best_first;
};
constexpr std::array kCustomerNames = {
    Names{Field::customer, "customer id|id|user id|شناسه|کد|ردیف مشتری|код|идентификатор"},
    Names{Field::modified_at, "updated at|date modified|last update|дата изменения|تاریخ ویرایش"},
    Names{Field::name,
          "name|full name|display name|contact name|نام و نام خانوادگی|نام مخاطب|"
          "фио|контактное лицо|имя"},
    Names{Field::city, "default address city|شهر|город доставки"},
    Names{Field::country, "default address country code|default address country"},
    Names{Field::region, "default address province code|default address province"},
    Names{Field::address, "default address address1"},
    Names{Field::zip, "default address zip"},
    Names{Field::phone, "phone|mobile|default address phone|شماره|شماره موبایل|номер"}};
constexpr std::array kProductNames = {
    Names{Field::product,
          "sku|variant sku|product id|item id|id|handle|code|شناسه|کد|"
          "артикул|код|идентификатор|id товара"},
    Names{Field::title,
          "product name|title|name|product title|post title|نام|عنوان|название|"
          "наименование|название товара или услуги"},
    Names{Field::category,
          "category|categories|product category|type|product type|tax:product cat|"
          "دسته‌بندی|دسته بندی|دسته "
          "ها|категории|категория|корневая|тип"},
    Names{Field::unit_price,
          "price|regular price|variant price|sale price|selling price|قیمت|"
          "قیمت فروش|قیمت اصلی|цена|цена продажи|розничная цена"},
    Names{Field::unit_cost,
          "cost|cost per item|purchase price|cost price|cost of goods|"
          "قیمت خرید|قیمت تمام شده|بهای تمام شده|себестоимость|закупочная цена|"
          "цена закупки"},
    Names{Field::modified_at, "updated at|date modified|дата изменения|تاریخ ویرایش"}};

template <std::size_t N>
std::size_t rank_in(const std::array<Names, N>& table, Field field, std::string_view key) {
    for (const auto& [of, names] : table) {
        if (of != field) continue;
        std::size_t rank = 0;
        for (const auto name : split(names)) {
            if (header_key(name) == key) return rank;
            ++rank;
        }
    }
    return kUnknownHeader;
}

template <std::size_t N>
bool contains(const std::array<Field, N>& fields, Field field) {
    return std::find(fields.begin(), fields.end(), field) != fields.end();
}

}  // namespace

std::string_view word_of(ImportKind kind) { return kKindWords[static_cast<std::size_t>(kind)]; }

std::optional<ImportKind> import_kind(std::string_view word) {
    const auto found = std::find(kKindWords.begin(), kKindWords.end(), word);
    if (found == kKindWords.end()) return std::nullopt;
    return static_cast<ImportKind>(found - kKindWords.begin());
}

bool has_field(ImportKind kind, Field field) {
    switch (kind) {
        case ImportKind::customers:
            return contains(kCustomerFields, field);
        case ImportKind::products:
            return contains(kProductFields, field);
        case ImportKind::orders:
            return true;
    }
    return false;
}

std::size_t header_rank(ImportKind kind, Field field, std::string_view key) {
    constexpr std::size_t kAfterItsOwn = 1000;
    if (kind == ImportKind::orders) return header_rank(field, key);
    const std::size_t own = kind == ImportKind::customers ? rank_in(kCustomerNames, field, key)
                                                          : rank_in(kProductNames, field, key);
    if (own != kUnknownHeader) return own;
    const std::size_t general = header_rank(field, key);
    return general == kUnknownHeader ? general : general + kAfterItsOwn;
}

}  // namespace vafa::ingest
