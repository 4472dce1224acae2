#include "commerce/wire.h"

// Texts of what is answered.
namespace vafa::commerce::wire {
namespace {

using json::FieldNote;
using json::Notes;

constexpr std::string_view kMinor = "Minor units of the order's currency; null: unknown.";

FieldNote id(std::string_view format) {
    return {.name = "id", .text = "The id; time-ordered.", .format = format};
}
FieldNote shop() {
    return {.name = "shop", .text = "The shop that speaks of it.", .format = "shp_…"};
}
FieldNote minor(std::string_view name) { return {.name = name, .text = kMinor}; }
FieldNote totals() {
    return {.name = "totals", .text = "Of the orders that count, by the settings."};
}

std::vector<FieldNote> customer_fields() {
    return {id("cus_…"),
            {.name = "name", .text = "The latest name an order gave; null: none."},
            {.name = "email", .text = "The latest e-mail address.", .format = "email"},
            {.name = "phone", .text = "The latest phone number, as E.164.", .format = "phone"},
            {.name = "city", .text = "The latest city."},
            {.name = "country", .text = "The latest country, as the source writes it."}};
}

std::vector<FieldNote> joined(std::vector<FieldNote> fields, std::vector<FieldNote> more) {
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

}  // namespace

Notes field_notes(const CustomerTotals*) {
    return {"CustomerTotals",
            {{.name = "orders", .text = "How many orders count."},
             {.name = "revenue_minor", .text = "Their net revenue, in minor units of `currency`."},
             {.name = "currency", .text = "ISO 4217; null: the store has no order yet."},
             {.name = "first_order_at", .text = "When the first was made.", .format = "date-time"},
             {.name = "last_order_at", .text = "When the last was made.", .format = "date-time"}}};
}

Notes field_notes(const Profile*) {
    return {"Profile",
            {id("pro_…"),
             shop(),
             {.name = "kind", .text = "What the source tells the customer by."},
             {.name = "key", .text = "The id, e-mail, phone or name itself."}}};
}

Notes field_notes(const Consent*) {
    return {
        "Consent",
        {{.name = "channel", .text = "The way of writing it is about."},
         {.name = "granted", .text = "Whether the customer agreed."},
         {.name = "at", .text = "When it was said.", .format = "date-time"},
         {.name = "recorded_at", .text = "When the store heard it.", .format = "date-time"},
         {.name = "source", .text = "The way it came: file, sdk, webhook or plugin."},
         {.name = "import", .text = "The import that brought it; null: none.", .format = "imp_…"},
         {.name = "file", .text = "The file it stands in."},
         {.name = "row", .text = "The row of that file, as its first line is 1."}}};
}

Notes field_notes(const Customer*) {
    return {"Customer", joined(customer_fields(),
                               {{.name = "traits", .text = "Further words of the orders, by name."},
                                {.name = "profiles",
                                 .text = "What sources call this customer; several after a merge."},
                                {.name = "consents",
                                 .text = "Words on being written to, the latest first: the first "
                                         "of a channel is how it stands; at most 100."},
                                totals()})};
}

Notes field_notes(const OrderItem*) {
    return {"OrderItem",
            {id("ord_…"),
             shop(),
             {.name = "key", .text = "The order's key, unique within the shop."},
             {.name = "number", .text = "What people call it."},
             {.name = "customer", .text = "Null: the order is anonymous.", .format = "cus_…"},
             {.name = "status", .text = "As the shop says it."},
             {.name = "ordered_at", .text = "When it was made.", .format = "date-time"},
             {.name = "day_only",
              .text = "The source gave a date without a time: `ordered_at` is that day's noon."},
             {.name = "test", .text = "A test order."},
             {.name = "counts", .text = "Whether reports count it, by the settings."},
             {.name = "currency", .text = "ISO 4217."},
             {.name = "net_minor",
              .text = "Goods less discount and refund, in minor units; null: unknown."}}};
}

Notes field_notes(const OrderLine*) {
    return {"OrderLine",
            {{.name = "product", .text = "The shop's key of the product."},
             {.name = "title", .text = "What the product is called."},
             {.name = "variant", .text = "Size, colour and the like."},
             {.name = "category", .text = "The product's category."},
             {.name = "quantity_milli", .text = "Thousandths: 1500 is one and a half."},
             minor("unit_price_minor"),
             {.name = "discount_minor", .text = "Taken off this line, in minor units."},
             minor("amount_minor")}};
}

Notes field_notes(const OrderParts*) {
    return {"OrderParts",
            {minor("goods_minor"),
             minor("discount_minor"),
             minor("shipping_minor"),
             minor("tax_minor"),
             minor("total_minor"),
             {.name = "refund_minor", .text = "Paid back so far, in minor units."},
             {.name = "cost_minor", .text = "What the goods cost the store; null: unknown."}}};
}

Notes field_notes(const Order*) {
    return {"Order",
            {{.name = "order", .text = "As in lists."},
             {.name = "parts", .text = "What the amount is made of."},
             {.name = "coupon", .text = "The coupon's code."},
             {.name = "source", .text = "Where the order came from, as the shop says it."},
             {.name = "traits", .text = "What else the source says of the order, by name."},
             {.name = "import", .text = "The import that said it as it stands.", .format = "imp_…"},
             {.name = "lines", .text = "What was bought, in the source's order."}}};
}

Notes field_notes(const Product*) {
    return {"Product",
            {id("prd_…"),
             shop(),
             {.name = "key", .text = "The shop's key: SKU or id, else the title."},
             {.name = "title", .text = "The latest title."},
             {.name = "category", .text = "The latest category."},
             {.name = "price_minor", .text = "What it sells for, as a file of products said it."},
             {.name = "cost_minor", .text = "What it costs the store, as such a file said it."},
             {.name = "currency", .text = "ISO 4217, of these two; null: no file said them."}}};
}

Notes field_notes(const Shop*) {
    return {"Shop",
            {id("shp_…"),
             {.name = "key", .text = "The name it is imported under."},
             {.name = "name", .text = "What people call it."},
             {.name = "created_at", .text = "When it was first met.", .format = "date-time"}}};
}

Notes field_notes(const Shops*) {
    return {"Shops", {{.name = "items", .text = "All shops, the oldest first."}}};
}

Notes field_notes(const Settings*) {
    return {
        "Settings",
        {{.name = "store_name", .text = "What the store is called."},
         {.name = "currency", .text = "ISO 4217; null until named or fixed by the first order."},
         {.name = "show_toman", .text = "Whether rials are shown in toman."},
         {.name = "time_zone", .text = "IANA name; decides which day an order belongs to."},
         {.name = "calendar", .text = "The calendar of months, quarters and years."},
         {.name = "first_weekday", .text = "The day weeks begin on."},
         {.name = "count_cancelled", .text = "Whether cancelled orders count."},
         {.name = "count_unpaid", .text = "Whether pending and failed orders count."},
         {.name = "count_refunded", .text = "Whether wholly refunded orders count."},
         {.name = "count_zero_value", .text = "Whether orders worth nothing count."},
         {.name = "count_test", .text = "Whether test orders count."},
         {.name = "margin_basis_points",
          .text = "Gross margin in hundredths of a per cent: 3550 is 35.5 % of revenue."},
         {.name = "discount_basis_points",
          .text = "What money costs a year, by which later purchases are worth less; in hundredths "
                  "of a per cent."},
         {.name = "phone_region",
          .text = "ISO 3166 country of phone numbers without a prefix; empty: none."}}};
}

}  // namespace vafa::commerce::wire
