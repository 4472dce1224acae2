#include "commerce/search_fill.h"

#include "commerce/search_index.h"
#include "commerce/sql.h"
#include "commerce/store_rows.h"

namespace vafa::commerce {
namespace {

using store::Searched;

// Both answer the last id they gave tokens to; `after` when there was none left.
std::int64_t fill_customers(sql::Session& session, std::int64_t after, std::int64_t limit) {
    std::vector<std::int64_t> ids;
    session.rows(queries::list_customers, {{"after", after}, {"limit", limit}},
                 [&](const sql::Row& row) { ids.push_back(row.integer(0)); });
    store::add_tokens(session, Searched::customers, store::tokens_of_customers(session, ids));
    return ids.empty() ? after : ids.back();
}

std::int64_t fill_products(sql::Session& session, std::int64_t after, std::int64_t limit) {
    std::vector<store::TokensOf> tokens;
    session.rows(queries::products_to_fill, {{"after", after}, {"limit", limit}},
                 [&](const sql::Row& row) {
                     tokens.push_back(
                         {row.integer(0), product_tokens(store::shown_text(row, 2), row.text(1))});
                 });
    store::add_tokens(session, Searched::products, tokens);
    return tokens.empty() ? after : tokens.back().id;
}

}  // namespace

bool fill_search(sql::Session& session, std::int64_t limit) {
    std::int64_t customer = 0, product = 0;
    const bool waiting = session.one(queries::search_fill, {},
                                     [&](const sql::Row& row) { row.read(customer, product); });
    if (!waiting) return false;
    const std::int64_t next_customer = fill_customers(session, customer, limit);
    const std::int64_t next_product = fill_products(session, product, limit);
    if (next_customer == customer && next_product == product) {
        session.execute(queries::end_search_fill);
        return false;
    }
    session.execute(queries::move_search_fill,
                    {{"customer", next_customer}, {"product", next_product}});
    return true;
}

}  // namespace vafa::commerce
