#pragma once

#include <span>
#include <string>
#include <vector>

#include "commerce/customer_fields.h"
#include "commerce/plan.h"
#include "commerce/types.h"

namespace vafa::commerce {

// What is known of a product, each word with the order that said it last.
struct ProductWord {
    ShopId shop;
    std::string key;
    std::string title, category;
    Stamp title_stamp, category_stamp;
    bool operator==(const ProductWord&) const = default;
};

// The products in the facts' lines, in order of first appearance, each once. Unchanged facts are
// passed over: what they say was heard.
std::vector<ProductWord> products_named(std::span<const OrderFact> facts,
                                        std::span<const Verdict> verdicts);

// Adds `said` to `known`; true when that changed something.
bool hear(ProductWord& known, const ProductWord& said);

}  // namespace vafa::commerce
