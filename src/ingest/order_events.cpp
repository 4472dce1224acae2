#include "ingest/order_events.h"

namespace vafa::ingest {
namespace {

using commerce::OrderFact;
using commerce::OrderState;

history::Event event_of(const OrderState& state, ShopId shop, const std::string& key) {
    history::Event event;
    event.source = commerce::source_name(state.version);
    event.shop = shop.value;
    event.import_id = state.import.value;
    event.kind = kOrderKind;
    event.occurred_at = state.ordered_at;
    event.profile = state.profile.value;
    event.subject_kind = kOrderSubject;
    event.subject_id = state.id.value;
    event.subject_key = key;
    event.version = state.version;
    event.amount_minor = state.net_minor;
    event.flags = state.flags;
    return event;
}

timeline::Row row_of(const OrderState& state, bool retract) {
    timeline::Row row;
    row.profile = state.profile.value;
    row.at = state.ordered_at;
    row.amount_minor = state.net_minor;
    row.subject = static_cast<std::uint64_t>(state.id.value);
    row.flags = state.flags;
    row.retract = retract;
    return row;
}

bool same_row(const OrderState& a, const OrderState& b) {
    return a.profile == b.profile && a.ordered_at == b.ordered_at && a.net_minor == b.net_minor &&
           a.flags == b.flags;
}

}  // namespace

std::vector<history::Event> order_events(std::span<const OrderFact> facts,
                                         const commerce::Changes& changes, TimeMs now,
                                         IdSource& ids) {
    std::vector<history::Event> events;
    events.reserve(facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& verdict = changes.verdicts[i];
        if (verdict.outcome == commerce::Outcome::unchanged && !verdict.lifted) continue;
        events.push_back(event_of(verdict.state, facts[i].shop, facts[i].key));
        history::Event& event = events.back();
        event.event_id = ids.next();
        event.received_at = now;
        event.currency = facts[i].currency.code;
        commerce::append_order_properties(facts[i], event.properties);
    }
    return events;
}

std::vector<timeline::Row> order_rows(std::span<const commerce::Change> changes) {
    std::vector<timeline::Row> rows;
    rows.reserve(changes.size());
    for (const commerce::Change& change : changes) {
        const bool had = change.before && !change.before->deleted();
        const bool has = !change.after.deleted();
        if (had && has && same_row(*change.before, change.after)) continue;
        if (had) rows.push_back(row_of(*change.before, true));
        if (has) rows.push_back(row_of(change.after, false));
    }
    return rows;
}

std::vector<history::Event> removal_events(std::span<const commerce::RemovedOrder> orders,
                                           ShopId shop, TimeMs now, IdSource& ids) {
    std::vector<history::Event> events;
    events.reserve(orders.size());
    for (const commerce::RemovedOrder& order : orders) {
        OrderState gone = order.before;
        gone.flags = static_cast<std::uint8_t>(commerce::OrderStatus::deleted);
        gone.net_minor = 0;
        events.push_back(event_of(gone, shop, order.key));
        history::Event& event = events.back();
        event.event_id = ids.next();
        event.received_at = now;
        event.currency = order.currency;
        event.properties = "{}";
    }
    return events;
}

std::vector<timeline::Row> removal_rows(std::span<const commerce::RemovedOrder> orders) {
    std::vector<timeline::Row> rows;
    rows.reserve(orders.size());
    for (const commerce::RemovedOrder& order : orders) {
        if (!order.before.deleted()) rows.push_back(row_of(order.before, true));
    }
    return rows;
}

}  // namespace vafa::ingest
