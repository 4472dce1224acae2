#include "ingest/assemble_words.h"

#include <algorithm>
#include <vector>

#include "ingest/staged_rows.h"

namespace vafa::ingest {

namespace {

using commerce::ProfileKind;
using Rows = RowsOfOne;

// The latest word first.
std::vector<const StagedRow*> latest_first(std::span<const StagedRow> rows) {
    std::vector<const StagedRow*> sorted;
    for (const StagedRow& row : rows) sorted.insert(sorted.begin(), &row);
    std::stable_sort(sorted.begin(), sorted.end(), [](const StagedRow* a, const StagedRow* b) {
        return (*a)[StagedNumber::modified_at] > (*b)[StagedNumber::modified_at];
    });
    return sorted;
}

TimeMs time_of(Rows rows, TimeMs said_at) {
    return (*rows.front())[StagedNumber::modified_at].value_or(said_at);
}

std::optional<std::int64_t> latest_price(Rows rows, StagedNumber number,
                                         const AssembleRules& rules) {
    if (rules.currency.code == Currency{}.code) return std::nullopt;
    for (const StagedRow* row : rows) {
        if ((*row)[number]) return (*row)[number];
    }
    return std::nullopt;
}

}  // namespace

commerce::CustomerFact assemble_customer(std::span<const StagedRow> all, const AssembleRules& rules,
                                         TimeMs said_at) {
    const auto sorted = latest_first(all);
    const Rows rows = sorted;
    commerce::CustomerFact fact;
    fact.shop = rules.shop;
    fact.import = rules.import;
    fact.said_at = time_of(rows, said_at);
    fact.key = {rows.front()->customer_kind, std::string((*rows.front())[StagedText::customer])};
    fact.fields = customer_fields_of(rows);
    fact.fields.traits = traits_of(rows, rules.traits, TraitOwner::customer);
    fact.consents = consents_of(rows, rules.files);
    if (fact.key.kind == ProfileKind::email) fact.fields.email = fact.key.value;
    if (fact.key.kind == ProfileKind::phone) fact.fields.phone = fact.key.value;
    return fact;
}

commerce::ProductFact assemble_product(std::span<const StagedRow> all, const AssembleRules& rules,
                                       TimeMs said_at) {
    const auto sorted = latest_first(all);
    const Rows rows = sorted;
    commerce::ProductFact fact;
    fact.shop = rules.shop;
    fact.import = rules.import;
    fact.said_at = time_of(rows, said_at);
    fact.key = rows.front()->key;
    fact.title = first_text(rows, StagedText::title);
    fact.category = first_text(rows, StagedText::category);
    fact.price_minor = latest_price(rows, StagedNumber::unit_price, rules);
    fact.cost_minor = latest_price(rows, StagedNumber::cost, rules);
    fact.currency = rules.currency;
    return fact;
}

}  // namespace vafa::ingest
