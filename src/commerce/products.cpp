#include "commerce/products.h"

#include <string_view>
#include <tuple>
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

// When a line was said; compared before it is copied: a million lines name a thousand products.
struct StampRef {
    TimeMs at;
    std::string_view key;
    Version version;
};

StampRef refer(const Stamp& stamp) { return {stamp.at, stamp.key, stamp.version}; }

bool hear_text(std::string& text, Stamp& stamp, std::string_view said, const StampRef& when) {
    if (said.empty()) return false;
    const bool later = std::tie(when.at, when.key, when.version) >
                       std::make_tuple(stamp.at, std::string_view(stamp.key), stamp.version);
    if (!text.empty() && !later) return false;
    text = said;
    stamp = {when.at, std::string(when.key), when.version};
    return true;
}

}  // namespace

std::vector<ProductWord> products_named(std::span<const OrderFact> facts,
                                        std::span<const Verdict> verdicts) {
    std::vector<ProductWord> words;
    std::unordered_map<ProductRef, std::size_t, ProductHash> index;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (verdicts[i].outcome == Outcome::unchanged && !verdicts[i].lifted) continue;
        const OrderFact& fact = facts[i];
        for (const OrderLine& line : fact.lines) {
            if (line.product.empty()) continue;
            const auto [found, fresh] =
                index.try_emplace({fact.shop.value, line.product}, words.size());
            if (fresh) words.push_back({fact.shop, line.product, {}, {}, {}, {}});
            ProductWord& word = words[found->second];
            const StampRef when{fact.ordered_at, fact.key, fact.version};
            hear_text(word.title, word.title_stamp, line.title, when);
            hear_text(word.category, word.category_stamp, line.category, when);
        }
    }
    return words;
}

void hear(ToldProduct& known, const ProductTold& said, const Stamp& when) {
    hear_text(known.told.title, known.title_stamp, said.title, refer(when));
    hear_text(known.told.category, known.category_stamp, said.category, refer(when));
    if (said.currency.empty() || (!known.told.currency.empty() && when < known.prices_stamp)) {
        return;
    }
    known.told.price_minor = said.price_minor;
    known.told.cost_minor = said.cost_minor;
    known.told.currency = said.currency;
    known.prices_stamp = when;
}

const std::string& later_word(const std::string& of_orders, TimeMs ordered_at,
                              const std::string& of_files, TimeMs told_at) {
    if (of_files.empty()) return of_orders;
    return of_orders.empty() || told_at >= ordered_at ? of_files : of_orders;
}

bool hear(ProductWord& known, const ProductWord& said) {
    const bool title =
        hear_text(known.title, known.title_stamp, said.title, refer(said.title_stamp));
    const bool category =
        hear_text(known.category, known.category_stamp, said.category, refer(said.category_stamp));
    return title || category;
}

}  // namespace vafa::commerce
