#include "commerce/products.h"

#include <string_view>
#include <unordered_map>

#include "base/hash.h"

namespace vafa::commerce {
namespace {

struct ProductRef {
    std::int64_t shop;
    std::string_view key;  // of the fact's line
    bool operator==(const ProductRef&) const = default;
};
struct ProductHash {
    std::size_t operator()(const ProductRef& ref) const {
        return hash64(ref.key, static_cast<std::uint64_t>(ref.shop));
    }
};

// Compares before it copies: a million lines name a thousand products.
bool hear_text(std::string& text, Stamp& stamp, std::string_view said, TimeMs at,
               const std::string& order_key) {
    if (said.empty()) return false;
    const bool later = at != stamp.at ? at > stamp.at : order_key > stamp.key;
    if (!text.empty() && !later) return false;
    text = said;
    stamp.at = at;
    stamp.key = order_key;
    return true;
}

}  // namespace

std::vector<ProductWord> products_named(std::span<const OrderFact> facts,
                                        std::span<const Verdict> verdicts) {
    std::vector<ProductWord> words;
    std::unordered_map<ProductRef, std::size_t, ProductHash> index;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (verdicts[i].outcome == Outcome::unchanged) continue;
        const OrderFact& fact = facts[i];
        for (const OrderLine& line : fact.lines) {
            if (line.product.empty()) continue;
            const auto [found, fresh] =
                index.try_emplace({fact.shop.value, line.product}, words.size());
            if (fresh) words.push_back({fact.shop, line.product, {}, {}, {}, {}});
            ProductWord& word = words[found->second];
            hear_text(word.title, word.title_stamp, line.title, fact.ordered_at, fact.key);
            hear_text(word.category, word.category_stamp, line.category, fact.ordered_at, fact.key);
        }
    }
    return words;
}

bool hear(ProductWord& known, const ProductWord& said) {
    const bool title = hear_text(known.title, known.title_stamp, said.title, said.title_stamp.at,
                                 said.title_stamp.key);
    const bool category = hear_text(known.category, known.category_stamp, said.category,
                                    said.category_stamp.at, said.category_stamp.key);
    return title || category;
}

}  // namespace vafa::commerce
