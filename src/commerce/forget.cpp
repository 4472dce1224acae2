#include <algorithm>

#include "commerce/removal.h"
#include "commerce/search_index.h"
#include "commerce/sql.h"
#include "commerce/store_words.h"
#include "commerce/word_fold.h"
#include "platform/sql/batch.h"

namespace vafa::commerce {
namespace {

using Ids = std::vector<std::int64_t>;

Ids ids_of(sql::Session& session, const sql::Query& query, ImportId import, std::int64_t limit) {
    Ids ids;
    session.rows(query, {{"import", import.value}, {"limit", limit}},
                 [&](const sql::Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

Ids found(sql::Session& session, const sql::Query& query, const Ids& keys) {
    Ids ids;
    session.lookup(query, keys, [&](const sql::Row& row) { ids.push_back(row.integer(0)); });
    std::sort(ids.begin(), ids.end());
    return ids;
}

Ids without(const Ids& all, const Ids& others) {
    Ids left;
    std::set_difference(all.begin(), all.end(), others.begin(), others.end(),
                        std::back_inserter(left));
    return left;
}

void erase_words(sql::Session& session, const char* table, const char* key, const Ids& ids,
                 ImportId import) {
    auto batch = sql::Batch::erase(session, table, {key, "import_id"});
    for (const std::int64_t id : ids) batch.add(id, import.value);
    batch.finish();
}

bool forget_consents(sql::Session& session, ImportId import, std::int64_t limit) {
    const Ids ids = ids_of(session, queries::consents_of_import, import, limit);
    auto batch = sql::Batch::erase(session, "commerce_consent", {"id"});
    for (const std::int64_t id : ids) batch.add(id);
    batch.finish();
    return static_cast<std::int64_t>(ids.size()) == limit;
}

void gather_customers(sql::Session& session, const Ids& customers) {
    store::TokenUpdate tokens(session, customers);
    std::vector<store::CustomerRow> changed;
    for (auto& row : store::load_customers(session, customers)) {
        CustomerFields fields = store::latest_fields(session, row.id, row.fields);
        if (fields != row.fields) changed.push_back({row.id, std::move(fields)});
    }
    store::update_customers(session, changed);
    tokens.apply();
}

// Whoever no order and no other file names is gone.
std::vector<CustomerId> forget_customers(sql::Session& session, ImportId import, std::int64_t limit,
                                         bool& more) {
    const Ids profiles = ids_of(session, queries::customer_words_of_import, import, limit);
    if (profiles.empty()) return {};
    more = more || static_cast<std::int64_t>(profiles.size()) == limit;
    std::vector<ProfileId> named;
    for (const std::int64_t id : profiles) named.push_back({id});
    const Ids customers = store::customers_of(session, named);
    erase_words(session, "commerce_customer_word", "profile", profiles, import);
    const Ids unordered =
        without(profiles, found(session, queries::profiles_with_orders, profiles));
    remove_profiles(session,
                    without(unordered, found(session, queries::profiles_with_words, unordered)));
    gather_customers(session, customers);
    std::vector<CustomerId> answer;
    for (const std::int64_t id : customers) answer.push_back({id});
    return answer;
}

void remove_products(sql::Session& session, std::span<const store::StoredProduct> products) {
    std::vector<store::TokensOf> tokens;
    auto batch = sql::Batch::erase(session, "commerce_product", {"id"});
    for (const auto& product : products) {
        tokens.push_back(store::tokens_of(product));
        batch.add(product.id.value);
    }
    batch.finish();
    store::change_tokens(session, store::Searched::products, tokens, {});
}

std::vector<ProductId> forget_products(sql::Session& session, ImportId import, std::int64_t limit,
                                       bool& more) {
    const Ids ids = ids_of(session, queries::product_words_of_import, import, limit);
    if (ids.empty()) return {};
    more = more || static_cast<std::int64_t>(ids.size()) == limit;
    erase_words(session, "commerce_product_word", "product", ids, import);
    std::vector<store::StoredProduct> going, staying;
    Ids named;
    for (const auto& word : store::load_product_words(session, ids)) {
        named.push_back(word.word.subject);
    }
    std::sort(named.begin(), named.end());
    for (auto& product : store::load_products_by_id(session, ids)) {
        const bool stays =
            product.ordered || std::binary_search(named.begin(), named.end(), product.id.value);
        (stays ? staying : going).push_back(std::move(product));
    }
    remove_products(session, going);
    store::gather_products(session, staying);
    std::vector<ProductId> answer;
    for (const std::int64_t id : ids) answer.push_back({id});
    return answer;
}

}  // namespace

ForgottenWords forget_import(sql::Session& session, ImportId import, std::int64_t limit) {
    ForgottenWords forgotten;
    forgotten.more = forget_consents(session, import, limit);
    forgotten.customers = forget_customers(session, import, limit, forgotten.more);
    forgotten.products = forget_products(session, import, limit, forgotten.more);
    return forgotten;
}

}  // namespace vafa::commerce
