#pragma once

// For tests and the fuzzer: stores of extreme numbers, and whether all models bear them.

#include <cmath>
#include <fmt/format.h>
#include <string>
#include <vector>

#include "base/rng.h"
#include "models/api.h"

namespace vafa::models {

constexpr Model kPurchaseModels[] = {Model::nbd,      Model::bgnbd,     Model::mbgnbd,
                                     Model::mbgcnbdk, Model::paretonbd, Model::bgbb};

struct HostileStore {
    Model model = Model::bgnbd;
    FitOptions fit;
    PredictOptions predict;
    std::vector<History> histories;
    std::vector<Spend> spends;
};

inline std::uint32_t hostile_number(Rng& rng) {
    switch (rng.below(6)) {
        case 0:
            return 0;
        case 1:
            return 1;
        case 2:
            return static_cast<std::uint32_t>(rng.below(10));
        case 3:
            return static_cast<std::uint32_t>(rng.below(1000));
        case 4:
            return static_cast<std::uint32_t>(rng.below(120'000));
        default:
            return static_cast<std::uint32_t>(rng.next());
    }
}

inline HostileStore hostile_store(Rng& rng) {
    HostileStore store;
    store.model = kPurchaseModels[rng.below(std::size(kPurchaseModels))];
    store.fit.days_per_period = store.model == Model::bgbb ? 1 : rng.chance(0.5) ? 7 : 0.01;
    store.fit.prior = static_cast<PriorUse>(rng.below(3));
    store.fit.k = static_cast<std::uint32_t>(rng.below(4));
    store.predict.horizon = rng.chance(0.3) ? 0 : rng.uniform() * 100 / store.fit.days_per_period;
    store.predict.discount_per_period = rng.chance(0.3) ? 0 : std::exp(-12 * rng.uniform());
    const auto customers = rng.below(60);
    const bool alike = rng.chance(0.2);
    for (std::uint64_t i = 0; i < customers; ++i) {
        History h{hostile_number(rng), hostile_number(rng), hostile_number(rng)};
        if (rng.chance(0.7)) {  // possible, if strange
            h.age %= store.model == Model::bgbb ? 40 : 5000;
            h.t_x = h.x == 0 ? 0 : h.t_x % (h.age + 1);
            h.x %= 1200;
            if (h.x == 0 || (store.model == Model::bgbb && h.t_x == 0)) h.x = h.t_x = 0;
            if (store.model == Model::bgbb && h.t_x > 0) h.x = 1 + h.x % h.t_x;
        }
        if (alike && i > 0) h = store.histories.front();
        store.histories.push_back(h);
        const double mean = rng.chance(0.2) ? -5.0 : std::exp(60 * rng.uniform() - 30);
        store.spends.push_back({h.x, rng.chance(0.05) ? std::nan("") : mean});
    }
    return store;
}

inline bool is_sound(const Estimate& e) {
    return std::isfinite(e.low) && std::isfinite(e.high) && std::isfinite(e.value) && e.low >= 0 &&
           e.low <= e.value && e.value <= e.high;
}

// What is wrong with the answers; empty where nothing is.
inline std::string fault_of(const HostileStore& store) {
    const auto found = fit(store.model, store.histories, store.fit);
    if (found.has_error()) return "refused: " + found.error().key;
    const std::string name = fmt::format("model {}: ", static_cast<int>(store.model));
    if (!std::isfinite(found->log_likelihood)) return name + "the likelihood";
    for (const auto& one : found->parameters) {
        if (!(one.value > 0) || !std::isfinite(one.value)) return name + std::string(one.name);
        if (one.standard_error && !std::isfinite(*one.standard_error)) return name + "an error";
    }
    const auto spend = fit_spend(store.spends);
    if (spend.has_error()) return "spend: " + spend.error().key;
    const auto scorer = Scorer::make(*found, store.histories, store.predict, &*spend);
    if (scorer.has_error()) return name + "scorer: " + scorer.error().key;
    for (std::size_t i = 0; i < scorer->size(); ++i) {
        const Prediction p = scorer->at(i, store.spends[i].mean);
        const auto where =
            name + fmt::format("customer {} of x {} t_x {} T {}: ", i, store.histories[i].x,
                               store.histories[i].t_x, store.histories[i].age);
        if (!is_sound(p.p_alive) || p.p_alive.high > 1) return where + "p_alive";
        if (!is_sound(p.expected_purchases)) return where + "expected_purchases";
        if (!is_sound(p.dert)) return where + "dert";
        if (!is_sound(p.next_purchase)) return where + "next_purchase";
        if (!is_sound(*p.value)) return where + "value";
        if (!is_sound(*p.lifetime_value)) return where + "lifetime_value";
    }
    return {};
}

}  // namespace vafa::models
