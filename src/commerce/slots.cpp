#include <string_view>
#include <unordered_map>

#include "base/hash.h"
#include "commerce/plan.h"
#include "commerce/word_plan.h"

namespace vafa::commerce {
namespace {

// A key of the fact it points into; only ever looked up, so the map's order is of no consequence.
struct KeyRef {
    std::int64_t shop;
    int kind;
    std::string_view text;
    bool operator==(const KeyRef&) const = default;
};
struct KeyHash {
    std::size_t operator()(const KeyRef& key) const {
        return hash64(key.text, mix64(static_cast<std::uint64_t>(key.shop)) +
                                    static_cast<std::uint64_t>(key.kind));
    }
};

class SlotMap {
public:
    explicit SlotMap(std::size_t facts) {
        slots_.of_fact.reserve(facts);
        index_.reserve(facts);
    }
    void add(std::uint32_t fact, const KeyRef& key) {
        const auto next = static_cast<std::uint32_t>(slots_.first_fact.size());
        const auto [found, fresh] = index_.try_emplace(key, next);
        if (fresh) slots_.first_fact.push_back(fact);
        slots_.of_fact.push_back(found->second);
    }
    void add_none() { slots_.of_fact.push_back(kNoSlot); }
    Slots take() { return std::move(slots_); }

private:
    Slots slots_;
    std::unordered_map<KeyRef, std::uint32_t, KeyHash> index_;
};

bool same_order(const OrderFact& a, const OrderFact& b) {
    return a.shop == b.shop && a.key == b.key;
}

// An import's facts come sorted: then neighbours tell, and no map is needed.
bool sorted(std::span<const OrderFact> facts) {
    for (std::size_t i = 1; i < facts.size(); ++i) {
        if (facts[i].shop != facts[i - 1].shop || facts[i].key < facts[i - 1].key) return false;
    }
    return true;
}

Slots slots_of_sorted(std::span<const OrderFact> facts) {
    Slots slots;
    slots.of_fact.reserve(facts.size());
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        if (i == 0 || !same_order(facts[i], facts[i - 1])) slots.first_fact.push_back(i);
        slots.of_fact.push_back(static_cast<std::uint32_t>(slots.size() - 1));
    }
    return slots;
}

}  // namespace

Slots order_slots(std::span<const OrderFact> facts) {
    if (sorted(facts)) return slots_of_sorted(facts);
    SlotMap map(facts.size());
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        map.add(i, {facts[i].shop.value, 0, facts[i].key});
    }
    return map.take();
}

Slots profile_slots(std::span<const OrderFact> facts) {
    SlotMap map(facts.size());
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        const auto& customer = facts[i].customer;
        if (!customer)
            map.add_none();
        else
            map.add(i, {facts[i].shop.value, static_cast<int>(customer->kind), customer->value});
    }
    return map.take();
}

Slots profile_slots(std::span<const CustomerFact> facts) {
    SlotMap map(facts.size());
    for (std::uint32_t i = 0; i < facts.size(); ++i) {
        const ProfileKey& key = facts[i].key;
        map.add(i, {facts[i].shop.value, static_cast<int>(key.kind), key.value});
    }
    return map.take();
}

}  // namespace vafa::commerce
