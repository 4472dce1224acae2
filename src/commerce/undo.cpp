#include "commerce/undo.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "commerce/consents.h"
#include "commerce/removal.h"
#include "commerce/search_index.h"
#include "commerce/sql.h"
#include "commerce/store.h"
#include "commerce/store_words.h"
#include "platform/sql/batch.h"

namespace vafa::commerce {
namespace {

void erase(sql::Session& session, const char* table, const char* key,
           std::span<const std::int64_t> ids) {
    auto batch = sql::Batch::erase(session, table, {key});
    for (const std::int64_t id : ids) batch.add(id);
    batch.finish();
}

std::vector<std::int64_t> ids_of(std::span<const Told> told) {
    std::vector<std::int64_t> ids;
    for (const Told& one : told) {
        if (ids.empty() || ids.back() != one.order.value) ids.push_back(one.order.value);
    }
    return ids;
}

const store::StoredOrder* find(std::span<const store::StoredOrder> stored, OrderId order) {
    const auto found = std::lower_bound(
        stored.begin(), stored.end(), order,
        [](const store::StoredOrder& s, OrderId wanted) { return s.state.id < wanted; });
    return found != stored.end() && found->state.id == order ? &*found : nullptr;
}

void remove_orders(sql::Session& session, std::span<const OrderState> gone) {
    std::vector<std::int64_t> ids;
    ids.reserve(gone.size());
    for (const OrderState& state : gone) ids.push_back(state.id.value);
    erase(session, "commerce_order_line", "order_id", ids);
    erase(session, "commerce_order_claim", "order_id", ids);
    erase(session, "commerce_order", "id", ids);
}

bool same_words(const OrderState& a, const OrderState& b) {
    return a.fingerprint == b.fingerprint && a.profile == b.profile;
}

// Orders whose words stay, under another import or version.
void rename_winners(sql::Session& session, std::span<const Change> changes) {
    auto batch = sql::Batch::update(session, "commerce_order", {"id"}, {"version", "import_id"});
    for (const Change& change : changes) {
        batch.add(change.after.id.value, change.after.version, change.after.import.value);
    }
    batch.finish();
}

// All claims of the orders at hand are written anew.
void write(sql::Session& session, UndoneOrders& undone) {
    Changes written;
    written.claims = undone.replay.changes.claims;
    std::vector<Change> renamed;
    std::vector<std::int64_t> ids;
    for (const Change& change : undone.standing) {
        ids.push_back(change.after.id.value);
        if (*change.before == change.after) continue;
        ++undone.changed;
        (same_words(*change.before, change.after) ? renamed : written.changes).push_back(change);
    }
    erase(session, "commerce_order_claim", "order_id", ids);
    store::write_orders(session, undone.replay.facts, written,
                        [&](const Claim& claim) { return undone.replay.arrivals[claim.fact]; });
    rename_winners(session, renamed);
    remove_orders(session, undone.gone);
}

// The customers' rows from their orders, all of them: a word may come back that no row has now.
void gather_again(sql::Session& session, const std::vector<std::int64_t>& customers) {
    store::TokenUpdate tokens(session, customers);
    std::vector<store::CustomerRow> changed;
    for (auto& row : store::load_customers(session, customers)) {
        auto fields = store::all_latest_fields(session, row.id);
        if (fields == row.fields) continue;
        changed.push_back({row.id, std::move(fields)});
    }
    store::update_customers(session, changed);
    tokens.apply();
}

// A word that was stale beside the import's, or said by an order it had changed.
void keep_consents_again(sql::Session& session, const Replay& replay, TimeMs now, IdSource& ids) {
    std::vector<SaidConsent> said;
    for (std::size_t i = 0; i < replay.facts.size(); ++i) {
        const OrderFact& fact = replay.facts[i];
        const Verdict& verdict = replay.changes.verdicts[i];
        if (verdict.outcome == Outcome::stale) continue;
        if (!verdict.state.profile || verdict.state.deleted()) continue;
        for (const Consent& consent : fact.consents) {
            said.push_back(
                {verdict.state.profile, &consent, fact.ordered_at, fact.version, fact.import});
        }
    }
    keep_consents(session, said, now, ids);
}

// Of those, the ones that a file of customers names.
std::vector<std::int64_t> told_of(sql::Session& session, const std::vector<std::int64_t>& ids) {
    std::vector<std::int64_t> told;
    session.lookup(queries::profiles_with_words, ids,
                   [&](const sql::Row& row) { told.push_back(row.integer(0)); });
    std::sort(told.begin(), told.end());
    return told;
}

}  // namespace

Result<UndoneOrders> undo_orders(sql::Session& session, ImportId import, std::span<const Told> told,
                                 TimeMs now, IdSource& ids) {
    const auto orders = ids_of(told);
    const auto stored = store::load_orders_by_id(session, orders);
    const auto claims = store::load_claims(session, orders);
    UndoneOrders undone;
    VAFA_TRY(undone.replay, replay_without(import, told, claims));
    for (const Change& change : undone.replay.changes.changes) {
        const auto* before = find(stored, change.after.id);
        if (before == nullptr) continue;  // went with its shop
        undone.standing.push_back({change.fact, before->state, change.after});
    }
    std::erase_if(undone.replay.changes.claims,
                  [&](const Claim& claim) { return find(stored, claim.order) == nullptr; });
    std::erase_if(undone.replay.revealed, [&](std::uint32_t fact) {
        return find(stored, undone.replay.changes.verdicts[fact].state.id) == nullptr;
    });
    for (const OrderId order : undone.replay.gone) {
        if (const auto* before = find(stored, order)) undone.gone.push_back(before->state);
    }
    write(session, undone);
    keep_consents_again(session, undone.replay, now, ids);
    return undone;
}

OrderId undo_claims(sql::Session& session, ImportId import, OrderId after, std::int64_t limit) {
    OrderId last;
    auto batch = sql::Batch::erase(session, "commerce_order_claim", {"order_id", "import_id"});
    std::vector<std::int64_t> orders;
    session.rows(queries::claims_of_import,
                 {{"import", import.value}, {"after", after.value}, {"limit", limit}},
                 [&](const sql::Row& row) { orders.push_back(row.integer(0)); });
    for (const std::int64_t order : orders) batch.add(order, import.value);
    batch.finish();
    if (static_cast<std::int64_t>(orders.size()) == limit) last.value = orders.back();
    return last;
}

std::int64_t undo_profiles(sql::Session& session, const std::vector<std::int64_t>& unordered,
                           std::span<const ProfileId> staying) {
    const auto told = told_of(session, unordered);
    std::vector<std::int64_t> going;
    std::set_difference(unordered.begin(), unordered.end(), told.begin(), told.end(),
                        std::back_inserter(going));
    std::vector<ProfileId> left(staying.begin(), staying.end());
    for (const std::int64_t id : told) left.push_back({id});
    remove_profiles(session, going);
    gather_again(session, store::customers_of(session, left));
    return static_cast<std::int64_t>(going.size());
}

void undo_products(sql::Session& session, std::span<const ProductLeft> products) {
    std::vector<ProductWord> words;
    for (const ProductLeft& left : products) words.push_back(left.word);
    const auto stored = store::load_products(session, words);
    std::vector<std::int64_t> unordered;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (stored[i] && !products[i].named) unordered.push_back(stored[i]->id.value);
    }
    std::set<std::int64_t> told;
    for (const auto& word : store::load_product_words(session, unordered)) {
        told.insert(word.word.subject);
    }
    std::vector<store::StoredProduct> changed;
    std::vector<std::int64_t> gone;
    std::vector<store::TokensOf> before, after;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!stored[i] || (products[i].named && stored[i]->word == words[i])) continue;
        before.push_back(store::tokens_of(*stored[i]));
        if (!products[i].named && !told.contains(stored[i]->id.value)) {
            gone.push_back(stored[i]->id.value);
            continue;
        }
        changed.push_back(*stored[i]);
        changed.back().word = words[i];
        changed.back().ordered = products[i].named;
        after.push_back(store::tokens_of(changed.back()));
    }
    std::sort(gone.begin(), gone.end());
    store::change_tokens(session, store::Searched::products, before, after);
    store::update_products(session, changed);
    erase(session, "commerce_product", "id", gone);
}

void release_currency(sql::Session& session) {
    if (session.one<std::int64_t>(queries::any_order)) return;
    session.execute(queries::delete_setting, {{"key", "currency"}});
}

}  // namespace vafa::commerce
