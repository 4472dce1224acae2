#include "commerce/settings.h"
#include "commerce/wire_requests.h"

// Texts and limits of what is taken.
namespace vafa::commerce::wire {
namespace {

using json::FieldNote;
using json::Notes;
using Fields = std::vector<FieldNote>;

constexpr std::size_t kMaxSearch = 200;
constexpr std::size_t kMaxKeysAsked = 50;
constexpr std::size_t kMaxName = 200;
constexpr std::size_t kMaxId = 40;
constexpr std::size_t kMaxCursor = 2000;

FieldNote asked_id(std::string_view format) {
    return {.name = "id", .text = "The id.", .max_length = kMaxId, .format = format};
}
Fields with_page(Fields fields) {
    fields.push_back({.name = "limit",
                      .text = "How many items at most; 50 if absent.",
                      .min = 1,
                      .max = static_cast<double>(rest::kMaxPage)});
    fields.push_back({.name = "cursor",
                      .text = "The `next_cursor` of the page before.",
                      .max_length = kMaxCursor});
    return fields;
}
FieldNote shop(std::string_view text) { return {.name = "shop", .text = text, .format = "shp_…"}; }
FieldNote status() { return {.name = "status", .text = "Absent: all but deleted ones."}; }
FieldNote from() {
    return {.name = "from", .text = "Orders from this moment on.", .format = "date-time"};
}
FieldNote to() {
    return {.name = "to", .text = "Orders before this moment.", .format = "date-time"};
}

}  // namespace

Notes field_notes(const OneThing*) { return {"OneThing", {asked_id("")}}; }

Notes field_notes(const CustomerOrdersRequest*) {
    return {"CustomerOrdersRequest", with_page({asked_id("cus_…"), status(), from(), to()})};
}

Notes field_notes(const OrdersRequest*) {
    return {"OrdersRequest",
            with_page({{.name = "customer", .text = "Orders of this customer.", .format = "cus_…"},
                       shop("Orders of this shop."),
                       status(),
                       from(),
                       to(),
                       {.name = "number",
                        .text = "What the order's key begins with, with or without `#`.",
                        .max_length = kMaxName}})};
}

Notes field_notes(const ProductsRequest*) {
    return {"ProductsRequest",
            with_page({{.name = "q",
                        .text = "Beginnings of words of title and key; all must be found.",
                        .max_length = kMaxSearch},
                       {.name = "keys",
                        .text = "Products with these keys, the oldest first, in one page; stands "
                                "alone.",
                        .max_length = kMaxKeysAsked},
                       shop("Products of this shop.")})};
}

Notes field_notes(const MergeRequest*) {
    return {"MergeRequest",
            {asked_id("cus_…"),
             {.name = "into", .text = "The customer that stays.", .format = "cus_…"}}};
}

Notes field_notes(const UnlinkRequest*) {
    return {"UnlinkRequest",
            {asked_id("cus_…"),
             {.name = "profile",
              .text = "The profile that becomes a customer of its own again.",
              .format = "pro_…"}}};
}

Notes field_notes(const SettingsPatch*) {
    // The same names say the same; here with limits.
    Fields fields = field_notes(static_cast<const Settings*>(nullptr)).fields;
    for (FieldNote& field : fields) {
        if (field.name == "margin_basis_points") field.min = 0, field.max = 10'000;
        if (field.name == "discount_basis_points")
            field.min = 0, field.max = static_cast<double>(kMostDiscount);
        if (field.name == "store_name" || field.name == "time_zone") field.max_length = kMaxName;
        if (field.name == "currency") field.max_length = 4;
        if (field.name == "phone_region") field.max_length = 2;
    }
    return {"SettingsPatch", std::move(fields)};
}

}  // namespace vafa::commerce::wire
