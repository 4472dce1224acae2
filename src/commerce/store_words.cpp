#include "commerce/store_words.h"

#include <algorithm>

#include "commerce/dto.h"
#include "commerce/sql.h"
#include "commerce/store_rows.h"
#include "platform/sql/batch.h"

namespace vafa::commerce::store {
namespace {

using Key = std::pair<std::int64_t, ImportId>;  // of a word

SaidWord word_from(const sql::Row& row) {
    return {row.integer(0), ImportId{row.integer(1)}, row.integer(2), row.get<std::uint64_t>(3)};
}

}  // namespace

std::vector<SaidWord> load_customer_words(sql::Session& session,
                                          std::span<const StoredProfile> profiles) {
    std::vector<std::int64_t> ids;
    for (const StoredProfile& profile : profiles) ids.push_back(profile.profile.value);
    std::vector<SaidWord> words;
    session.lookup(queries::customer_words_by_profile, ids,
                   [&](const sql::Row& row) { words.push_back(word_from(row)); });
    return words;
}

void write_customer_words(sql::Session& session, std::span<const CustomerFact> facts,
                          std::span<const SaidWord> said, std::span<const WordVerdict> verdicts) {
    std::map<Key, std::size_t> last;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        if (verdicts[i].kept) last[{said[i].subject, said[i].import}] = i;
    }
    auto batch = sql::Batch::insert(
        session, "commerce_customer_word", {"profile", "import_id", "at", "fields", "fingerprint"},
        "ON CONFLICT (profile, import_id) DO UPDATE SET at = excluded.at, fields = "
        "excluded.fields, fingerprint = excluded.fingerprint");
    for (const auto& [key, i] : last) {
        const std::string fields = encode_fields(facts[i].fields);
        batch.add(key.first, key.second.value, said[i].at, text_or_null(fields),
                  static_cast<std::int64_t>(said[i].fingerprint));
    }
    batch.finish();
}

std::vector<ProductToldBy> load_product_words(sql::Session& session,
                                              std::span<const std::int64_t> products) {
    using Amount = std::optional<std::int64_t>;
    std::vector<ProductToldBy> words;
    session.lookup(queries::product_words_by_product, products, [&](const sql::Row& row) {
        words.push_back({word_from(row),
                         {.title = text_at(row, 4),
                          .category = text_at(row, 5),
                          .price_minor = row.get<Amount>(6),
                          .cost_minor = row.get<Amount>(7),
                          .currency = text_at(row, 8)}});
    });
    return words;
}

void write_product_words(sql::Session& session, std::span<const ProductToldBy> words) {
    auto batch = sql::Batch::insert(
        session, "commerce_product_word",
        {"product", "import_id", "at", "fingerprint", "title", "category", "price_minor",
         "cost_minor", "currency"},
        "ON CONFLICT (product, import_id) DO UPDATE SET at = excluded.at, fingerprint = "
        "excluded.fingerprint, title = excluded.title, category = excluded.category, price_minor "
        "= excluded.price_minor, cost_minor = excluded.cost_minor, currency = excluded.currency");
    for (const auto& [word, told] : words) {
        batch.add(word.subject, word.import.value, word.at,
                  static_cast<std::int64_t>(word.fingerprint), text_or_null(told.title),
                  text_or_null(told.category), told.price_minor, told.cost_minor,
                  text_or_null(told.currency));
    }
    batch.finish();
}

}  // namespace vafa::commerce::store
