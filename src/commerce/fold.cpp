#include "commerce/fold.h"

#include <algorithm>

#include "commerce/consents.h"
#include "commerce/customer_fold.h"
#include "commerce/profiles.h"
#include "commerce/search_index.h"
#include "commerce/settings.h"
#include "commerce/store.h"

namespace vafa::commerce {
namespace {

std::vector<store::ProfileName> names_of(std::span<const OrderFact> facts, const Slots& slots) {
    std::vector<store::ProfileName> names;
    names.reserve(slots.size());
    for (const auto first : slots.first_fact) {
        names.push_back({facts[first].shop, &*facts[first].customer});
    }
    return names;
}

std::vector<Word> words_heard(std::span<const OrderFact> facts) {
    std::vector<Word> words;
    words.reserve(facts.size());
    for (const OrderFact& fact : facts) {
        words.push_back({fact.customer ? &*fact.customer : nullptr,
                         {fact.ordered_at, fact.key, 0},
                         &fact.customer_fields});
    }
    return words;
}

// Who said what of whom: every change of the batch that speaks of a customer, and every order that
// stopped saying what it said.
CustomerWords words_of(std::span<const OrderFact> facts, const Changes& changes,
                       const Slots& order_slots, const Profiles& profiles,
                       std::span<const std::optional<store::StoredOrder>> stored) {
    CustomerWords words;
    for (const auto& [id, slot] : profiles.fresh) {
        words.fresh.push_back({CustomerId{id.value}, profiles.slots.first_fact[slot]});
    }
    for (const Change& change : changes.changes) {
        const OrderFact& fact = facts[change.fact];
        const auto slot = profiles.slots.of_fact[change.fact];
        if (slot != kNoSlot && !change.after.deleted()) {
            words.said.push_back({profiles.of_slot[slot].customer, change.fact});
        }
        if (change.before) {
            const auto& before = stored[order_slots.of_fact[change.fact]];
            if (takes_back(*change.before, change.after, before->fields, fact)) {
                words.taken_back.push_back(change.before->profile);
            }
        }
    }
    return words;
}

void fold_products(sql::Session& session, std::span<const OrderFact> facts, const Changes& changes,
                   IdSource& ids) {
    const auto words = products_named(facts, changes.verdicts);
    const auto stored = store::load_products(session, words);
    std::vector<store::StoredProduct> fresh, heard;
    std::vector<store::TokensOf> before, after;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!stored[i]) {
            fresh.push_back({ProductId{ids.next()}, words[i]});
        } else if (auto product = *stored[i]; hear(product.word, words[i]) || !product.ordered) {
            product.ordered = true;
            before.push_back(tokens_of(*stored[i]));
            after.push_back(tokens_of(product));
            heard.push_back(std::move(product));
        }
    }
    store::insert_products(session, fresh);
    store::update_products(session, heard);
    for (const auto& product : fresh) after.push_back(tokens_of(product));
    store::change_tokens(session, store::Searched::products, before, after);
}

// A word that another import said first is kept for this one, too: either may be taken back.
std::vector<SaidConsent> consents_said(std::span<const OrderFact> facts, const Changes& changes) {
    std::vector<SaidConsent> said;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto& [outcome, state, lifted] = changes.verdicts[i];
        if (outcome == Outcome::stale || !state.profile || state.deleted()) continue;
        for (const Consent& consent : facts[i].consents) {
            said.push_back(
                {state.profile, &consent, facts[i].ordered_at, facts[i].version, facts[i].import});
        }
    }
    return said;
}

std::vector<std::optional<OrderState>> states_of(
    std::span<const std::optional<store::StoredOrder>> stored) {
    std::vector<std::optional<OrderState>> states(stored.size());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        if (stored[i]) states[i] = stored[i]->state;
    }
    return states;
}

}  // namespace

Result<Changes> fold(sql::Session& session, std::span<const OrderFact> facts, IdSource& ids,
                     TimeMs now) {
    if (facts.empty()) return Changes{};
    VAFA_CHECK(fix_currency(session, facts));
    const Slots slots = order_slots(facts);
    const auto stored = store::load_orders(session, facts, slots);
    Slots customers = profile_slots(facts);
    const auto names = names_of(facts, customers);
    const Profiles profiles = meet_profiles(session, std::move(customers), names, ids);
    Changes changes =
        plan(facts, slots, states_of(stored), profiles.of_facts(), [&ids] { return ids.next(); });
    changes.counts.customers_added = static_cast<std::int64_t>(profiles.fresh.size());
    store::write_orders(session, facts, changes, [&ids](const Claim&) { return ids.next(); });
    fold_customers(session, words_heard(facts), words_of(facts, changes, slots, profiles, stored));
    fold_products(session, facts, changes, ids);
    keep_consents(session, consents_said(facts, changes), now, ids);
    return changes;
}

}  // namespace vafa::commerce
