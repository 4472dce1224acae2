#include "ingest/order_events.h"

#include "base/id_time.h"

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

Result<commerce::Told> told_by(const history::Event& event) {
    commerce::Told told;
    told.arrival = event.event_id;
    told.order.value = event.subject_id;
    told.profile.value = event.profile;
    OrderFact& fact = told.fact;
    fact.shop.value = event.shop;
    fact.key = event.subject_key;
    fact.ordered_at = event.occurred_at;
    fact.day_precision = (event.flags & commerce::flag::kDayPrecision) != 0;
    fact.test = (event.flags & commerce::flag::kTest) != 0;
    fact.version = event.version;
    fact.import.value = event.import_id;
    VAFA_TRY(const auto currency, parse_currency(event.currency));
    fact.currency = currency.currency;
    told.properties = event.properties;
    return told;
}

std::vector<history::Event> revealed_events(const commerce::Replay& replay) {
    std::vector<history::Event> events;
    events.reserve(replay.revealed.size());
    for (const std::uint32_t i : replay.revealed) {
        const OrderFact& fact = replay.facts[i];
        events.push_back(event_of(replay.changes.verdicts[i].state, fact.shop, fact.key));
        history::Event& event = events.back();
        event.event_id = replay.arrivals[i];
        event.received_at = time_of_id(event.event_id);
        event.currency = fact.currency.code;
        commerce::append_order_properties(fact, event.properties);
    }
    return events;
}

std::vector<timeline::Row> undone_rows(const commerce::UndoneOrders& undone) {
    std::vector<timeline::Row> rows;
    for (const OrderState& state : undone.gone) {
        if (!state.deleted()) rows.push_back(row_of(state, true));
    }
    for (const commerce::Change& change : undone.standing) {
        if (!change.before->deleted()) rows.push_back(row_of(*change.before, true));
        if (change.after.deleted()) continue;
        rows.push_back(row_of(change.after, true));
        rows.push_back(row_of(change.after, false));
    }
    return rows;
}

history::Event undone_mark(ImportId import, TimeMs now, IdSource& ids) {
    history::Event event;
    event.event_id = ids.next();
    event.source = "undo";
    event.kind = history::kUndoneKind;
    event.occurred_at = now;
    event.received_at = now;
    event.subject_kind = "import";
    event.subject_id = import.value;
    event.subject_key = to_string(import);
    event.properties = "{}";
    return event;
}

std::vector<history::Event> removal_events(std::span<const commerce::RemovedOrder> orders,
                                           ShopId shop, TimeMs now, IdSource& ids) {
    std::vector<history::Event> events;
    events.reserve(orders.size());
    for (const commerce::RemovedOrder& order : orders) {
        OrderState gone = order.before;
        gone.flags = static_cast<std::uint8_t>(commerce::OrderStatus::deleted);
        gone.net_minor = 0;
        gone.import = {};  // no import brought this: it stays when theirs is undone
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
