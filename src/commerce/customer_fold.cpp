#include "commerce/customer_fold.h"

#include <algorithm>
#include <map>

#include "commerce/customer_fields.h"
#include "commerce/dto.h"
#include "commerce/store.h"

namespace vafa::commerce {
namespace {

using Said = CustomerWords::Said;

bool by_customer(const Said& a, const Said& b) { return a.customer < b.customer; }

CustomerFields latest_of(std::span<const OrderFact> facts, std::span<const Said> said) {
    LatestFields latest;
    for (const Said& word : said) {
        const OrderFact& fact = facts[word.fact];
        latest.say({fact.ordered_at, fact.key, 0}, fact.customer_fields);
    }
    return latest.fields();
}

// The run of words about one customer; `said` is sorted by customer.
std::span<const Said> about(std::span<const Said> said, CustomerId customer) {
    const auto [first, last] =
        std::equal_range(said.begin(), said.end(), Said{customer, 0}, by_customer);
    return {first, last};
}

void insert_fresh(sql::Session& session, std::span<const OrderFact> facts,
                  std::span<const CustomerId> fresh, std::span<const Said> said) {
    std::vector<store::CustomerRow> rows;
    rows.reserve(fresh.size());
    for (const CustomerId customer : fresh) {
        rows.push_back({customer, latest_of(facts, about(said, customer))});
    }
    store::insert_customers(session, rows);
}

std::vector<std::int64_t> to_read(std::span<const OrderFact> facts, const CustomerWords& words,
                                  std::span<const std::int64_t> taken_back) {
    std::vector<std::int64_t> ids(taken_back.begin(), taken_back.end());
    for (const Said& word : words.said) {
        if (facts[word.fact].customer_fields == CustomerFields{}) continue;
        if (std::binary_search(words.fresh.begin(), words.fresh.end(), word.customer)) continue;
        ids.push_back(word.customer.value);
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

void fold_customers(sql::Session& session, std::span<const OrderFact> facts, CustomerWords words) {
    std::sort(words.fresh.begin(), words.fresh.end());
    std::stable_sort(words.said.begin(), words.said.end(), by_customer);
    insert_fresh(session, facts, words.fresh, words.said);

    const auto taken_back = store::customers_of(session, words.taken_back);
    std::vector<store::CustomerRow> changed;
    for (auto& row : store::load_customers(session, to_read(facts, words, taken_back))) {
        const CustomerFields said = latest_of(facts, about(words.said, row.id));
        const Heard heard = hear(row.fields, said);
        const bool again = heard.contested ||
                           std::binary_search(taken_back.begin(), taken_back.end(), row.id.value);
        CustomerFields now =
            again ? store::fields_from_orders(session, row.id, heard.fields) : heard.fields;
        if (now != row.fields) changed.push_back({row.id, std::move(now)});
    }
    store::update_customers(session, changed);
}

}  // namespace vafa::commerce
