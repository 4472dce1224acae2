#pragma once

#include <map>
#include <span>
#include <vector>

#include "commerce/store.h"
#include "commerce/word_plan.h"

// The words of files about customers and products; always inside the caller's transaction.
namespace vafa::commerce::store {

std::vector<SaidWord> load_customer_words(sql::Session& session,
                                          std::span<const StoredProfile> profiles);
// Those that are to be kept; of several of one import about one profile the last.
void write_customer_words(sql::Session& session, std::span<const CustomerFact> facts,
                          std::span<const SaidWord> said, std::span<const WordVerdict> verdicts);

// A word about a product as it stands.
struct ProductToldBy {
    SaidWord word;
    ProductTold told;
};
std::vector<ProductToldBy> load_product_words(sql::Session& session,
                                              std::span<const std::int64_t> products);
void write_product_words(sql::Session& session, std::span<const ProductToldBy> words);
// The products' rows from all words about them.
void gather_products(sql::Session& session, std::span<const StoredProduct> products);

}  // namespace vafa::commerce::store
