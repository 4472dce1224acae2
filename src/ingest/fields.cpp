#include "ingest/fields.h"

#include <algorithm>

namespace vafa::ingest {

const std::vector<std::string_view>& field_names() {
    static const std::vector<std::string_view> kNames = {
        "customer",      "ordered_at",    "order",     "amount",   "quantity",
        "unit_price",    "line_discount", "product",   "title",    "variant",
        "category",      "cost",          "unit_cost", "total",    "tax",
        "shipping",      "discount",      "refund",    "status",   "fulfilment",
        "cancelled_at",  "modified_at",   "test",      "currency", "coupon",
        "source",        "email",         "phone",     "name",     "first_name",
        "last_name",     "city",          "country",   "region",   "address",
        "zip",           "gender",        "birthday",  "locale",   "tags",
        "consent_email", "consent_sms"};
    return kNames;
}

std::string_view field_name(Field field) { return field_names()[index_of(field)]; }

std::optional<Field> parse_field(std::string_view name) {
    const auto& names = field_names();
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Field>(found - names.begin());
}

}  // namespace vafa::ingest
