#include <algorithm>
#include <tuple>

#include "commerce/first_fill.h"
#include "commerce/search_index.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "platform/sql/batch.h"

namespace vafa::commerce::store {
namespace {

struct Table {
    const char* name;
    const char* column;  // of the id
    const sql::Query& walk;
    const sql::Query& count;
};

Table table_of(Searched what) {
    if (what == Searched::customers) {
        return {"commerce_search_token", "customer", queries::customer_tokens,
                queries::count_customer_tokens};
    }
    return {"commerce_product_token", "product", queries::product_tokens,
            queries::count_product_tokens};
}

// In the index's order, so that a batch goes through its pages once.
using Entries = std::vector<std::pair<std::string_view, std::int64_t>>;

Entries entries_of(std::span<const TokensOf> all) {
    Entries entries;
    for (const auto& [id, tokens] : all) {
        for (const auto& token : tokens) entries.emplace_back(token, id);
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

Entries without(const Entries& entries, const Entries& others) {
    Entries left;
    std::set_difference(entries.begin(), entries.end(), others.begin(), others.end(),
                        std::back_inserter(left));
    return left;
}

void write(sql::Batch batch, const Entries& entries) {
    for (const auto& [token, id] : entries) batch.add(token, id);
    batch.finish();
}

// While a fill is under way a token may be there already.
void insert(sql::Session& session, const Table& table, const Entries& entries) {
    if (entries.empty()) return;
    write(
        sql::Batch::insert(session, table.name, {"token", table.column}, "ON CONFLICT DO NOTHING"),
        entries);
}

}  // namespace

void add_tokens(sql::Session& session, Searched what, std::span<const TokensOf> tokens) {
    if (what == Searched::customers && in_first_fill(session)) {
        auto heap = sql::Batch::insert(session, "commerce_token_heap", {"token", "customer"});
        for (const auto& [id, words] : tokens) {
            for (const auto& token : words) heap.add(token, id);
        }
        heap.finish();
        return;
    }
    insert(session, table_of(what), entries_of(tokens));
}

void change_tokens(sql::Session& session, Searched what, std::span<const TokensOf> before,
                   std::span<const TokensOf> after) {
    if (what == Searched::customers && in_first_fill(session)) {
        std::vector<std::int64_t> customers;
        for (const auto& one : before) customers.push_back(one.id);
        for (const auto& one : after) customers.push_back(one.id);
        return leave_to_the_end(session, std::move(customers));
    }
    const Table table = table_of(what);
    const Entries old_entries = entries_of(before), new_entries = entries_of(after);
    if (const Entries gone = without(old_entries, new_entries); !gone.empty()) {
        write(sql::Batch::erase(session, table.name, {"token", table.column}), gone);
    }
    insert(session, table, without(new_entries, old_entries));
}

TokensOf tokens_of(const CustomerCard& card) {
    std::vector<ProfileKey> keys;
    keys.reserve(card.profiles.size());
    for (const Profile& profile : card.profiles) keys.push_back(profile.key);
    return {card.id.value, customer_tokens(card.fields, keys)};
}

TokensOf tokens_of(const StoredProduct& product) {
    return {product.id.value, product_tokens(product.title(), product.word.key)};
}

std::vector<TokensOf> tokens_of_customers(sql::Session& session,
                                          const std::vector<std::int64_t>& ids) {
    std::vector<TokensOf> all;
    for (const CustomerCard& card : customer_cards(session, ids)) all.push_back(tokens_of(card));
    return all;
}

TokenUpdate::TokenUpdate(sql::Session& session, std::vector<std::int64_t> customers)
    : session_(session), customers_(std::move(customers)) {
    std::sort(customers_.begin(), customers_.end());
    customers_.erase(std::unique(customers_.begin(), customers_.end()), customers_.end());
    before_ = tokens_of_customers(session_, customers_);
}

void TokenUpdate::apply() {
    change_tokens(session_, Searched::customers, before_,
                  tokens_of_customers(session_, customers_));
}

std::vector<TokenPlace> tokens_after(sql::Session& session, Searched what, const SearchWord& word,
                                     const TokenPlace& after, std::int64_t limit) {
    std::vector<TokenPlace> places;
    for (const std::string& prefix : word.prefixes) {
        const std::string end = prefix_end(prefix);
        const auto left = limit - static_cast<std::int64_t>(places.size());
        if (left == 0 || after.token >= end) continue;
        // Ids are greater than zero, so (prefix, 0) is before all that begins with it.
        const bool inside = after.token >= prefix;
        session.rows(table_of(what).walk,
                     {{"token", inside ? after.token : prefix},
                      {"id", inside ? after.id : 0},
                      {"end", end},
                      {"limit", left}},
                     [&](const sql::Row& row) {
                         places.push_back({std::string(row.text(0)), row.integer(1)});
                     });
    }
    return places;
}

std::int64_t count_answers(sql::Session& session, Searched what, const SearchWord& word,
                           std::int64_t most) {
    std::int64_t count = 0;
    for (const std::string& prefix : word.prefixes) {
        count += session
                     .one<std::int64_t>(
                         table_of(what).count,
                         {{"token", prefix}, {"end", prefix_end(prefix)}, {"limit", most - count}})
                     .value_or(0);
    }
    return count;
}

}  // namespace vafa::commerce::store
