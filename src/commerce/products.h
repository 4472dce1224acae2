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

// What a file says of a product.
struct ProductTold {
    std::string title, category;
    std::optional<std::int64_t> price_minor = {}, cost_minor = {};
    std::string currency;  // of the prices; empty where there are none
    bool operator==(const ProductTold&) const = default;
};

// The latest words of files about a product, each with the file's that said it last.
struct ToldProduct {
    ProductTold told;
    Stamp title_stamp, category_stamp, prices_stamp;
};
void hear(ToldProduct& known, const ProductTold& said, const Stamp& when);

// Between what orders and what files say the later word; at one moment the file's.
const std::string& later_word(const std::string& of_orders, TimeMs ordered_at,
                              const std::string& of_files, TimeMs told_at);

// The products in the facts' lines, in order of first appearance, each once. Unchanged facts are
// passed over, what they say was heard; unless they say it in a newer version. So what is known of
// a product follows from history's events alone.
std::vector<ProductWord> products_named(std::span<const OrderFact> facts,
                                        std::span<const Verdict> verdicts);

// Adds `said` to `known`; true when that changed something.
bool hear(ProductWord& known, const ProductWord& said);

}  // namespace vafa::commerce
