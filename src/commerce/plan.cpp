#include "commerce/plan.h"

#include <algorithm>
#include <tuple>

namespace vafa::commerce {
namespace {

// How one order stands while the batch is read.
struct OrderStanding {
    std::optional<OrderState> state;
    std::uint32_t winner = 0;
    bool changed = false;
};

OrderState as_said(const OrderFact& fact, ProfileId profile) {
    OrderState state;
    state.profile = profile;
    state.ordered_at = fact.ordered_at;
    state.net_minor = net_revenue_minor(fact.amounts).value_or(0);
    state.flags = order_flags(fact);
    state.version = fact.version;
    state.fingerprint = fingerprint(fact);
    state.import = fact.import;
    return state;
}

Outcome judge(const std::optional<OrderState>& stands, const OrderState& said) {
    if (!stands) return Outcome::added;
    if (said.fingerprint == stands->fingerprint) return Outcome::unchanged;
    return said.version < stands->version ? Outcome::stale : Outcome::updated;
}

bool is_claim(const OrderState& stands, const OrderState& said) {
    return said.import && said.import != stands.import;
}

// The last word of each import about each order: the greatest version, of equals the latest.
void keep_one_an_import(std::vector<Claim>& claims) {
    std::reverse(claims.begin(), claims.end());
    std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
        return std::tie(a.order, a.import, b.version) < std::tie(b.order, b.import, a.version);
    });
    const auto same = [](const Claim& a, const Claim& b) {
        return a.order == b.order && a.import == b.import;
    };
    claims.erase(std::unique(claims.begin(), claims.end(), same), claims.end());
}

void conclude(std::span<const OrderStanding> standings,
              std::span<const std::optional<OrderState>> stored, Changes& changes) {
    for (std::size_t slot = 0; slot < standings.size(); ++slot) {
        const OrderStanding& standing = standings[slot];
        if (standing.changed) {
            changes.changes.push_back({standing.winner, stored[slot], *standing.state});
        } else if (standing.state->version > stored[slot]->version) {
            changes.lifts.push_back({standing.state->id, standing.state->version});
        }
    }
    keep_one_an_import(changes.claims);
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
    added += other.added;
    updated += other.updated;
    unchanged += other.unchanged;
    stale += other.stale;
    customers_added += other.customers_added;
    anonymous += other.anonymous;
    return *this;
}

void count(Counts& counts, Outcome outcome) {
    counts.added += outcome == Outcome::added ? 1 : 0;
    counts.updated += outcome == Outcome::updated ? 1 : 0;
    counts.unchanged += outcome == Outcome::unchanged ? 1 : 0;
    counts.stale += outcome == Outcome::stale ? 1 : 0;
}

Changes plan(std::span<const OrderFact> facts, const Slots& slots,
             std::span<const std::optional<OrderState>> stored, std::span<const ProfileId> profiles,
             const std::function<std::int64_t()>& new_id) {
    VAFA_ASSERT(slots.of_fact.size() == facts.size() && profiles.size() == facts.size());
    VAFA_ASSERT(stored.size() == slots.size());
    std::vector<OrderStanding> standings(stored.size());
    for (std::size_t i = 0; i < stored.size(); ++i) standings[i].state = stored[i];

    Changes changes;
    changes.verdicts.reserve(facts.size());
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        OrderStanding& standing = standings[slots.of_fact[i]];
        OrderState said = as_said(facts[i], profiles[i]);
        const Outcome outcome = judge(standing.state, said);
        bool lifted = false;
        said.id = standing.state ? standing.state->id : OrderId{new_id()};
        if (outcome == Outcome::unchanged) {
            if (is_claim(*standing.state, said)) {
                changes.claims.push_back({said.id, said.import, said.version, said.fingerprint, i});
            }
            lifted = said.version > standing.state->version;
            if (lifted) standing.state->version = said.version;
        } else if (outcome != Outcome::stale) {
            standing = {said, i, true};
        }
        count(changes.counts, outcome);
        if (!facts[i].customer) ++changes.counts.anonymous;
        changes.verdicts.push_back({outcome, said, lifted});
    }
    conclude(standings, stored, changes);
    return changes;
}

}  // namespace vafa::commerce
