#include <map>

#include "commerce/search_index.h"
#include "commerce/store_words.h"
#include "commerce/word_fold.h"

namespace vafa::commerce {
namespace {

// The products that a batch speaks of.
struct Named {
    std::vector<store::StoredProduct> products;
    std::vector<bool> is_fresh;
    std::vector<std::size_t> of_fact;
};

Named meet_products(sql::Session& session, std::span<const ProductFact> facts, IdSource& ids) {
    Named named;
    std::vector<ProductWord> words;
    std::map<std::pair<ShopId, std::string_view>, std::size_t> places;
    for (const ProductFact& fact : facts) {
        const auto [place, fresh] = places.try_emplace({fact.shop, fact.key}, words.size());
        if (fresh) words.push_back({fact.shop, fact.key, {}, {}, {}, {}});
        named.of_fact.push_back(place->second);
    }
    std::vector<store::StoredProduct> made;
    std::vector<store::TokensOf> tokens;
    auto stored = store::load_products(session, words);
    for (std::size_t i = 0; i < words.size(); ++i) {
        named.is_fresh.push_back(!stored[i]);
        if (!stored[i]) {
            stored[i] = {ProductId{ids.next()}, words[i], {}, false};
            made.push_back(*stored[i]);
            tokens.push_back(store::tokens_of(made.back()));
        }
        named.products.push_back(std::move(*stored[i]));
    }
    store::insert_products(session, made);
    store::add_tokens(session, store::Searched::products, tokens);
    return named;
}

store::ProductToldBy said_by(const ProductFact& fact, ProductId product) {
    const bool priced = fact.price_minor || fact.cost_minor;
    return {{product.value, fact.import, fact.said_at, fingerprint(fact)},
            {fact.title, fact.category, fact.price_minor, fact.cost_minor,
             priced ? fact.currency.code : std::string()}};
}

// Every word about some products, by product, then import.
using WordsAbout = std::map<std::pair<std::int64_t, ImportId>, store::ProductToldBy>;

WordsAbout words_about(sql::Session& session, const std::vector<store::StoredProduct>& products) {
    std::vector<std::int64_t> ids;
    for (const auto& product : products) ids.push_back(product.id.value);
    WordsAbout words;
    for (auto& word : store::load_product_words(session, ids)) {
        const std::pair key{word.word.subject, word.word.import};
        words.emplace(key, std::move(word));
    }
    return words;
}

std::vector<SaidWord> plain(const WordsAbout& words) {
    std::vector<SaidWord> said;
    for (const auto& [key, word] : words) said.push_back(word.word);
    return said;
}

// In what is stored of it.
bool same(const ToldProduct& a, const ToldProduct& b) {
    return a.told == b.told && a.title_stamp.at == b.title_stamp.at &&
           a.category_stamp.at == b.category_stamp.at;
}

// The products' rows from all words about them.
void gather(sql::Session& session, std::span<const store::StoredProduct> products,
            const WordsAbout& words) {
    std::map<std::int64_t, ToldProduct> latest;
    for (const auto& [key, said] : words) {
        hear(latest[key.first], said.told, {said.word.at, "", said.word.import.value});
    }
    std::vector<store::StoredProduct> changed;
    std::vector<store::TokensOf> before, after;
    for (const store::StoredProduct& product : products) {
        ToldProduct& told = latest[product.id.value];
        if (same(told, product.told)) continue;
        before.push_back(store::tokens_of(product));
        changed.push_back(product);
        changed.back().told = std::move(told);
        after.push_back(store::tokens_of(changed.back()));
    }
    store::change_tokens(session, store::Searched::products, before, after);
    store::update_told(session, changed);
}

}  // namespace

Result<WordChanges> fold(sql::Session& session, std::span<const ProductFact> facts, IdSource& ids,
                         TimeMs) {
    WordChanges changes;
    if (facts.empty()) return changes;
    const Named named = meet_products(session, facts, ids);
    WordsAbout words = words_about(session, named.products);
    WordPlan plan(plain(words));
    WordsAbout kept;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const std::size_t place = named.of_fact[i];
        auto said = said_by(facts[i], named.products[place].id);
        WordVerdict verdict = plan.hear(said.word);
        if (verdict.outcome == Outcome::added && !named.is_fresh[place]) {
            verdict.outcome = Outcome::updated;
        }
        count(changes.counts, verdict.outcome);
        changes.verdicts.push_back(verdict);
        if (verdict.kept) kept.insert_or_assign({said.word.subject, said.word.import}, said);
    }
    std::vector<store::ProductToldBy> written;
    for (const auto& [key, word] : kept) {
        written.push_back(word);
        words.insert_or_assign(key, word);
    }
    store::write_product_words(session, written);
    gather(session, named.products, words);
    return changes;
}

void store::gather_products(sql::Session& session, std::span<const store::StoredProduct> products) {
    const std::vector<store::StoredProduct> all(products.begin(), products.end());
    gather(session, all, words_about(session, all));
}

}  // namespace vafa::commerce
