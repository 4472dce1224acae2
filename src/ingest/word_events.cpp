#include "ingest/word_events.h"

#include "commerce/wire_enums.h"
#include "platform/json/json.h"

namespace vafa::ingest {
namespace {

using commerce::CustomerFact;
using commerce::ProductFact;

void describe(const CustomerFact& fact, std::int64_t profile, history::Event& event) {
    event.kind = event.subject_kind = kCustomerKind;
    event.profile = profile;
    event.subject_key =
        std::string(json::enum_name(fact.key.kind)).append(":").append(fact.key.value);
    commerce::append_customer_properties(fact, event.properties);
}

void describe(const ProductFact& fact, std::int64_t, history::Event& event) {
    event.kind = event.subject_kind = kProductKind;
    event.subject_key = fact.key;
    event.currency = fact.currency.code;
    commerce::append_product_properties(fact, event.properties);
}

template <class Fact>
std::vector<history::Event> events_of(std::span<const Fact> facts,
                                      const commerce::WordChanges& changes, TimeMs now,
                                      IdSource& ids) {
    std::vector<history::Event> events;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& verdict = changes.verdicts[i];
        if (!verdict.is_news()) continue;
        history::Event& event = events.emplace_back();
        event.event_id = ids.next();
        event.version = commerce::make_version(facts[i].said_at, facts[i].source);
        event.source = commerce::source_name(event.version);
        event.shop = facts[i].shop.value;
        event.import_id = facts[i].import.value;
        event.occurred_at = facts[i].said_at;
        event.received_at = now;
        event.subject_id = verdict.subject;
        describe(facts[i], verdict.subject, event);
    }
    return events;
}

}  // namespace

std::vector<history::Event> word_events(std::span<const CustomerFact> facts,
                                        const commerce::WordChanges& changes, TimeMs now,
                                        IdSource& ids) {
    return events_of(facts, changes, now, ids);
}

std::vector<history::Event> word_events(std::span<const ProductFact> facts,
                                        const commerce::WordChanges& changes, TimeMs now,
                                        IdSource& ids) {
    return events_of(facts, changes, now, ids);
}

}  // namespace vafa::ingest
