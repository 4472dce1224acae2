#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "commerce/dto.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/store_rows.h"
#include "platform/sql/batch.h"

namespace vafa::commerce::store {
namespace {

const std::vector<std::string> kOrderColumns{"shop",           "order_key",      "number",
                                             "profile",        "status",         "ordered_at",
                                             "flags",          "currency",       "goods_minor",
                                             "discount_minor", "shipping_minor", "tax_minor",
                                             "refund_minor",   "total_minor",    "net_minor",
                                             "coupon",         "source",         "version",
                                             "import_id",      "fingerprint",    "customer_fields",
                                             "cost_minor",     "traits"};

const std::vector<std::string> kLineColumns{
    "order_id", "position",       "product",          "title",          "variant",
    "category", "quantity_milli", "unit_price_minor", "discount_minor", "amount_minor"};

StoredOrder order_from(const sql::Row& row) {
    StoredOrder order;
    OrderState& state = order.state;
    state.id.value = row.integer(1);
    state.profile.value = row.get<std::optional<std::int64_t>>(2).value_or(0);
    state.ordered_at = row.integer(3);
    state.net_minor = row.get<std::optional<std::int64_t>>(4).value_or(0);
    state.flags = row.get<std::uint8_t>(5);
    state.version = row.integer(6);
    state.fingerprint = row.get<std::uint64_t>(7);
    state.import.value = row.integer(8);
    order.fields = text_at(row, 9);
    return order;
}

// The keys of one shop that may be stored, and the slot of each.
struct WantedOrders {
    std::vector<std::string> keys;
    std::unordered_map<std::string_view, std::uint32_t> slot_of;  // of the facts' texts
};

WantedOrders wanted_of(std::span<const OrderFact> facts, const Slots& slots, ShopId shop,
                       const std::string& greatest) {
    WantedOrders wanted;
    for (std::uint32_t slot = 0; slot < slots.size(); ++slot) {
        const OrderFact& fact = facts[slots.first_fact[slot]];
        if (fact.shop != shop || fact.key > greatest) continue;
        wanted.keys.push_back(fact.key);
        wanted.slot_of.emplace(fact.key, slot);
    }
    return wanted;
}

std::vector<ShopId> shops_of(std::span<const OrderFact> facts) {
    std::vector<ShopId> shops;
    for (const OrderFact& fact : facts) {
        if (std::find(shops.begin(), shops.end(), fact.shop) == shops.end()) {
            shops.push_back(fact.shop);
        }
    }
    return shops;
}

// An order's cells without its id; `add` gives them to an insert or, after the id, to an update.
template <class Add>
void add_order(const OrderFact& fact, const OrderState& state, const Add& add) {
    const OrderAmounts& amounts = fact.amounts;
    // What a deleted order said of its customer is taken back; traits may be about them, too.
    const std::string fields =
        state.deleted() ? std::string() : encode_fields(fact.customer_fields);
    const std::string traits = state.deleted() ? std::string() : encode_traits(fact.traits);
    add(state.id.value, fact.shop.value, fact.key,
        fact.number == fact.key ? std::nullopt : text_or_null(fact.number),
        id_or_null(state.profile), static_cast<std::int64_t>(fact.status), state.ordered_at,
        state.flags, fact.currency.code, amounts.goods, amounts.discount, amounts.shipping,
        amounts.tax, amounts.refund, amounts.total, net_revenue_minor(amounts),
        text_or_null(fact.coupon), text_or_null(fact.source), state.version, state.import.value,
        static_cast<std::int64_t>(state.fingerprint), text_or_null(fields), amounts.cost,
        text_or_null(traits));
}

void write_order_rows(sql::Session& session, std::span<const OrderFact> facts,
                      std::span<const Change> changes) {
    std::vector<std::string> columns{"id"};
    columns.insert(columns.end(), kOrderColumns.begin(), kOrderColumns.end());
    auto insert = sql::Batch::insert(session, "commerce_order", columns);
    for (const Change& change : changes) {
        if (change.before) continue;
        add_order(facts[change.fact], change.after,
                  [&](const auto&... cells) { insert.add(cells...); });
    }
    insert.finish();
    auto update = sql::Batch::update(session, "commerce_order", {"id"}, kOrderColumns);
    for (const Change& change : changes) {
        if (!change.before) continue;
        add_order(facts[change.fact], change.after,
                  [&](const auto&... cells) { update.add(cells...); });
    }
    update.finish();
}

void write_lines(sql::Session& session, std::span<const OrderFact> facts,
                 std::span<const Change> changes) {
    auto erase = sql::Batch::erase(session, "commerce_order_line", {"order_id"});
    for (const Change& change : changes) {
        if (change.before) erase.add(change.after.id.value);
    }
    erase.finish();
    auto insert = sql::Batch::insert(session, "commerce_order_line", kLineColumns);
    for (const Change& change : changes) {
        std::int64_t position = 0;
        for (const OrderLine& line : facts[change.fact].lines) {
            insert.add(change.after.id.value, ++position, text_or_null(line.product),
                       text_or_null(line.title), text_or_null(line.variant),
                       text_or_null(line.category), line.quantity_milli, line.unit_price_minor,
                       line.discount_minor, line.amount_minor);
        }
    }
    insert.finish();
}

void write_claims(sql::Session& session, const Changes& changes,
                  const std::function<std::int64_t(const Claim&)>& arrival) {
    auto claims = sql::Batch::insert(
        session, "commerce_order_claim",
        {"order_id", "import_id", "version", "fingerprint", "arrival"},
        "ON CONFLICT (order_id, import_id) DO UPDATE SET version = excluded.version, fingerprint = "
        "excluded.fingerprint, arrival = excluded.arrival "
        "WHERE excluded.version >= commerce_order_claim.version");
    for (const Claim& claim : changes.claims) {
        claims.add(claim.order.value, claim.import.value, claim.version,
                   static_cast<std::int64_t>(claim.fingerprint), arrival(claim));
    }
    claims.finish();
    auto lifts = sql::Batch::update(session, "commerce_order", {"id"}, {"version"});
    for (const Lift& lift : changes.lifts) lifts.add(lift.order.value, lift.version);
    lifts.finish();
}

}  // namespace

std::vector<std::optional<StoredOrder>> load_orders(sql::Session& session,
                                                    std::span<const OrderFact> facts,
                                                    const Slots& slots) {
    std::vector<std::optional<StoredOrder>> stored(slots.size());
    for (const ShopId shop : shops_of(facts)) {
        const auto greatest =
            session.one<std::string>(queries::greatest_order_key, {{"shop", shop.value}});
        if (!greatest) continue;
        const WantedOrders wanted = wanted_of(facts, slots, shop, *greatest);
        session.lookup(
            queries::orders_by_key, wanted.keys,
            [&](const sql::Row& row) { stored[wanted.slot_of.at(row.text(0))] = order_from(row); },
            {{"shop", shop.value}});
    }
    return stored;
}

std::vector<StoredOrder> load_orders_by_id(sql::Session& session,
                                           std::span<const std::int64_t> ids) {
    std::vector<StoredOrder> stored;
    stored.reserve(ids.size());
    session.lookup(queries::orders_by_id, ids,
                   [&](const sql::Row& row) { stored.push_back(order_from(row)); });
    std::sort(stored.begin(), stored.end(),
              [](const StoredOrder& a, const StoredOrder& b) { return a.state.id < b.state.id; });
    return stored;
}

std::vector<StoredClaim> load_claims(sql::Session& session, std::span<const std::int64_t> orders) {
    std::vector<StoredClaim> claims;
    session.lookup(queries::claims_by_order, orders, [&](const sql::Row& row) {
        StoredClaim& stored = claims.emplace_back();
        stored.claim.order.value = row.integer(0);
        stored.claim.import.value = row.integer(1);
        stored.claim.version = row.integer(2);
        stored.claim.fingerprint = row.get<std::uint64_t>(3);
        stored.arrival = row.integer(4);
    });
    std::sort(claims.begin(), claims.end(), [](const StoredClaim& a, const StoredClaim& b) {
        return std::tie(a.claim.order, a.arrival, a.claim.import) <
               std::tie(b.claim.order, b.arrival, b.claim.import);
    });
    return claims;
}

void write_orders(sql::Session& session, std::span<const OrderFact> facts, const Changes& changes,
                  const std::function<std::int64_t(const Claim&)>& arrival) {
    write_order_rows(session, facts, changes.changes);
    write_lines(session, facts, changes.changes);
    write_claims(session, changes, arrival);
}

}  // namespace vafa::commerce::store
