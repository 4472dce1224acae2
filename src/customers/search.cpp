#include "customers/search.h"

#include <algorithm>
#include <iterator>

#include "commerce/api.h"
#include "commerce/search_tokens.h"
#include "customers/sql.h"
#include "platform/sql/session.h"

namespace vafa::customers {
namespace {

using Ids = std::vector<std::int64_t>;

void sort_once(Ids& ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

Ids answering(sql::Session& session, const commerce::SearchWord& word) {
    Ids ids;
    for (const std::string& prefix : word.prefixes) {
        session.rows(queries::customers_of_prefix,
                     {{"token", prefix}, {"end", commerce::prefix_end(prefix)}},
                     [&](const sql::Row& row) { ids.push_back(row.integer(0)); });
    }
    sort_once(ids);
    return ids;
}

void add_by_order(sql::Session& session, const std::string& text, Ids& ids) {
    const std::string key = commerce::order_key_typed(text);
    if (key.empty()) return;
    for (const commerce::Shop& shop : commerce::list_shops(session)) {
        session.rows(queries::customers_of_order, {{"shop", shop.id.value}, {"key", key}},
                     [&](const sql::Row& row) { ids.push_back(row.integer(0)); });
    }
}

}  // namespace

Ids customers_meant(sql::Session& session, const std::string& text) {
    const auto words = commerce::search_words(text);
    if (words.empty()) return {};
    Ids meant = answering(session, words.front());
    for (std::size_t i = 1; i < words.size() && !meant.empty(); ++i) {
        const Ids others = answering(session, words[i]);
        Ids both;
        std::set_intersection(meant.begin(), meant.end(), others.begin(), others.end(),
                              std::back_inserter(both));
        meant = std::move(both);
    }
    add_by_order(session, text, meant);
    sort_once(meant);
    return meant;
}

}  // namespace vafa::customers
