#include "commerce/customer_fold.h"

#include <algorithm>
#include <map>

#include "commerce/customer_fields.h"
#include "commerce/dto.h"
#include "commerce/first_fill.h"
#include "commerce/search_index.h"
#include "commerce/store.h"

namespace vafa::commerce {
namespace {

using Said = CustomerWords::Said;

bool by_customer(const Said& a, const Said& b) { return a.customer < b.customer; }

CustomerFields latest_of(std::span<const Word> words, std::span<const Said> said) {
    LatestFields latest;
    for (const Said& one : said) latest.say(words[one.word].stamp, *words[one.word].fields);
    return latest.fields();
}

// The run of words about one customer; `said` is sorted by customer.
std::span<const Said> about(std::span<const Said> said, CustomerId customer) {
    const auto [first, last] =
        std::equal_range(said.begin(), said.end(), Said{customer, 0}, by_customer);
    return {first, last};
}

void insert_fresh(sql::Session& session, std::span<const Word> words, std::span<const Said> fresh,
                  std::span<const Said> said) {
    std::vector<store::CustomerRow> rows;
    std::vector<store::TokensOf> tokens;
    rows.reserve(fresh.size());
    tokens.reserve(fresh.size());
    for (const auto& [customer, word] : fresh) {
        rows.push_back({customer, latest_of(words, about(said, customer))});
        const ProfileKey& called = *words[word].called;
        tokens.push_back({customer.value, customer_tokens(rows.back().fields, {&called, 1})});
    }
    store::insert_customers(session, rows);
    store::add_tokens(session, store::Searched::customers, tokens);
}

// `rows`: as they stand and as they shall, each a customer.
struct ChangedRow {
    store::CustomerRow before, after;
};

// The profiles are needed only where the fields' tokens differ: most changes say a word again in
// another way.
void change_tokens(sql::Session& session, std::span<const ChangedRow> rows) {
    std::vector<std::int64_t> ids;
    for (const auto& [before, after] : rows) {
        if (customer_tokens(before.fields, {}) == customer_tokens(after.fields, {})) continue;
        ids.push_back(after.id.value);
    }
    std::vector<store::TokensOf> old_tokens, new_tokens;
    auto row = rows.begin();
    for (CustomerCard& card : customer_cards(session, ids)) {
        while (row->after.id < card.id) ++row;
        old_tokens.push_back(store::tokens_of(card));
        card.fields = row->after.fields;
        new_tokens.push_back(store::tokens_of(card));
    }
    store::change_tokens(session, store::Searched::customers, old_tokens, new_tokens);
}

void update_changed(sql::Session& session, std::span<const ChangedRow> rows) {
    change_tokens(session, rows);
    std::vector<store::CustomerRow> after;
    for (const ChangedRow& row : rows) after.push_back(row.after);
    store::update_customers(session, after);
}

std::vector<std::int64_t> to_read(std::span<const Word> words, const CustomerWords& said,
                                  std::span<const std::int64_t> taken_back) {
    std::vector<std::int64_t> ids(taken_back.begin(), taken_back.end());
    for (const Said& one : said.said) {
        if (*words[one.word].fields == CustomerFields{}) continue;
        if (!about(said.fresh, one.customer).empty()) continue;
        ids.push_back(one.customer.value);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

}  // namespace

bool takes_back(const OrderState& before, const OrderState& after, std::string_view before_fields,
                const OrderFact& fact) {
    if (!before.profile || before_fields.empty()) return false;
    return before.profile != after.profile || before.ordered_at != after.ordered_at ||
           after.deleted() || before_fields != encode_fields(fact.customer_fields);
}

void fold_customers(sql::Session& session, std::span<const Word> words, CustomerWords said) {
    std::sort(said.fresh.begin(), said.fresh.end(), by_customer);
    std::stable_sort(said.said.begin(), said.said.end(), by_customer);
    insert_fresh(session, words, said.fresh, said.said);

    const auto taken_back = store::customers_of(session, said.taken_back);
    const bool later = in_first_fill(session);
    std::vector<std::int64_t> left;
    std::vector<ChangedRow> changed;
    for (auto& row : store::load_customers(session, to_read(words, said, taken_back))) {
        const Heard heard = hear(row.fields, latest_of(words, about(said.said, row.id)));
        const bool again = heard.contested ||
                           std::binary_search(taken_back.begin(), taken_back.end(), row.id.value);
        if (again && later) left.push_back(row.id.value);
        CustomerFields now =
            again && !later ? store::latest_fields(session, row.id, heard.fields) : heard.fields;
        if (now == row.fields) continue;
        const CustomerId id = row.id;
        changed.push_back({std::move(row), {id, std::move(now)}});
    }
    update_changed(session, changed);
    leave_to_the_end(session, std::move(left));
}

}  // namespace vafa::commerce
