#include "commerce/replay.h"

#include <algorithm>
#include <optional>

#include "commerce/dto.h"

namespace vafa::commerce {
namespace {

// A fact with everything it says.
struct Heard {
    std::int64_t arrival = 0;
    ProfileId profile;
    OrderFact fact;
    std::uint64_t fingerprint = 0;
    bool was_claim = false;
};

Result<Heard> hear(const Told& told) {
    Heard heard{told.arrival, told.profile, told.fact};
    const auto read = read_order_properties(told.properties, heard.fact);
    if (read.has_error()) return damaged("error.history_damaged").with("path", told.fact.key);
    heard.fingerprint = fingerprint(heard.fact);
    return heard;
}

// What stood when the claim was made, should its words be found under no fingerprint: one that an
// earlier program made.
const Heard* stood_before(std::span<const Heard> told, std::int64_t arrival) {
    const Heard* stood = nullptr;
    for (const Heard& one : told) {
        if (one.arrival > arrival) break;
        if (stood == nullptr || one.fact.version >= stood->fact.version) stood = &one;
    }
    return stood;
}

// One order's facts.
class Order {
public:
    Order(ImportId undone, std::span<const Told> told, std::span<const StoredClaim> claims)
        : undone_(undone), told_(told), claims_(claims) {}

    Result<std::vector<Heard>> left() {
        std::vector<Heard> left;
        if (nothing_left()) return left;
        VAFA_CHECK(hear_all());
        for (const Heard& one : heard_) {
            if (one.fact.import != undone_) left.push_back(one);
        }
        const std::size_t events = left.size();
        for (const StoredClaim& stored : claims_) {
            if (stored.claim.import == undone_) continue;
            const bool has_event =
                std::any_of(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(events),
                            [&](const Heard& event) { return same(event, stored.claim); });
            if (!has_event) left.push_back(said_again(stored));
        }
        std::stable_sort(left.begin(), left.end(),
                         [](const Heard& a, const Heard& b) { return a.arrival < b.arrival; });
        return left;
    }

private:
    bool nothing_left() const {
        const auto undone_told = [&](const Told& t) { return t.fact.import == undone_; };
        const auto undone_claim = [&](const StoredClaim& c) { return c.claim.import == undone_; };
        return std::all_of(told_.begin(), told_.end(), undone_told) &&
               std::all_of(claims_.begin(), claims_.end(), undone_claim);
    }
    Result<void> hear_all() {
        for (const Told& told : told_) {
            VAFA_TRY(auto heard, hear(told));
            heard_.push_back(std::move(heard));
        }
        return {};
    }
    static bool same(const Heard& event, const Claim& claim) {
        return event.fact.import == claim.import && event.fact.version == claim.version &&
               event.fingerprint == claim.fingerprint;
    }
    Heard said_again(const StoredClaim& stored) const {
        const Heard* words = nullptr;
        for (const Heard& one : heard_) {
            const bool fits = one.fingerprint == stored.claim.fingerprint;
            if (fits && (words == nullptr || one.fact.import != undone_)) words = &one;
        }
        if (words == nullptr) words = stood_before(heard_, stored.arrival);
        if (words == nullptr) words = &heard_.front();
        Heard again = *words;
        again.arrival = stored.arrival;
        again.fact.import = stored.claim.import;
        again.fact.version = stored.claim.version;
        again.was_claim = true;
        return again;
    }

    ImportId undone_;
    std::span<const Told> told_;
    std::span<const StoredClaim> claims_;
    std::vector<Heard> heard_;
};

// What plan() is given.
struct Input {
    Slots slots;
    std::vector<OrderId> orders;  // of the slots
    std::vector<ProfileId> profiles;
    std::vector<bool> was_claim;
};

void add(Replay& replay, Input& input, OrderId order, std::vector<Heard> left) {
    const auto slot = static_cast<std::uint32_t>(input.slots.size());
    input.slots.first_fact.push_back(static_cast<std::uint32_t>(replay.facts.size()));
    input.orders.push_back(order);
    for (Heard& one : left) {
        input.slots.of_fact.push_back(slot);
        input.profiles.push_back(one.profile);
        input.was_claim.push_back(one.was_claim);
        replay.arrivals.push_back(one.arrival);
        replay.facts.push_back(std::move(one.fact));
    }
}

std::span<const StoredClaim> claims_of(std::span<const StoredClaim> claims, OrderId order) {
    const auto before = [](const StoredClaim& c, OrderId o) { return c.claim.order < o; };
    const auto first = std::lower_bound(claims.begin(), claims.end(), order, before);
    auto last = first;
    while (last != claims.end() && last->claim.order == order) ++last;
    return {first, last};
}

}  // namespace

Result<Replay> replay_without(ImportId undone, std::span<const Told> told,
                              std::span<const StoredClaim> claims) {
    Replay replay;
    Input input;
    while (!told.empty()) {
        const OrderId order = told.front().order;
        std::size_t facts = 1;
        while (facts < told.size() && told[facts].order == order) ++facts;
        VAFA_TRY(auto left, Order(undone, told.first(facts), claims_of(claims, order)).left());
        told = told.subspan(facts);
        if (left.empty()) {
            replay.gone.push_back(order);
        } else {
            add(replay, input, order, std::move(left));
        }
    }
    std::size_t next = 0;  // plan() asks for one id a slot, in their order
    const std::vector<std::optional<OrderState>> nothing(input.slots.size());
    replay.changes = plan(replay.facts, input.slots, nothing, input.profiles,
                          [&] { return input.orders[next++].value; });
    for (std::uint32_t i = 0; i < replay.facts.size(); ++i) {
        const Verdict& verdict = replay.changes.verdicts[i];
        const bool says = verdict.outcome != Outcome::unchanged || verdict.lifted;
        if (input.was_claim[i] && says) replay.revealed.push_back(i);
    }
    return replay;
}

}  // namespace vafa::commerce
