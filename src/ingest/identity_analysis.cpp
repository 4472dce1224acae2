#include "ingest/identity_analysis.h"

#include <algorithm>
#include <fmt/format.h>

#include "base/hash.h"

namespace vafa::ingest {

namespace {

using commerce::ProfileKind;

constexpr std::array kKinds = {ProfileKind::id, ProfileKind::phone, ProfileKind::email,
                               ProfileKind::name};

std::string percent(double share) { return fmt::format("{:.0f}", share * 100); }

void note_nobodies(const char* key, const NobodyCounts& counts, std::vector<Note>& notes) {
    std::uint64_t orders = 0;
    std::string words;
    for (const auto& [word, count] : counts) {
        orders += count;
        words += fmt::format("{}{} ({})", words.empty() ? "" : ", ", word.second, count);
    }
    if (orders > 0) {
        notes.push_back({key, {{"count", std::to_string(orders)}, {"words", std::move(words)}}});
    }
}

}  // namespace

bool IdentityAnalysis::begins_order(const StagedRow& row) {
    if (!row.keyed_by_content) {
        if (row.key == last_key_) return false;
        last_key_ = row.key;
        if (!keys_.add(hash64(row.key))) return false;
    }
    ++orders_;
    return true;
}

void IdentityAnalysis::add(const RowIdentities& row) {
    const std::uint64_t name = row.values[index_of(ProfileKind::name)].hash;
    const std::uint64_t companion = name != 0 ? name : row.values[index_of(ProfileKind::id)].hash;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const auto& [hash, shown] = row.values[i];
        if (hash == 0) continue;
        ++kinds_[i].orders;
        kinds_[i].customers.add(hash);
        kinds_[i].heavy.add(hash, shown, companion);
    }
}

std::vector<WalkIn> IdentityAnalysis::walk_ins(const Context& context) const {
    std::vector<WalkIn> found;
    const auto total = static_cast<double>(std::max<std::int64_t>(orders_, 1));
    const auto least = std::max(kWalkInOrders, static_cast<std::int64_t>(total * kWalkInShare));
    for (const ProfileKind kind : kKinds) {
        if (orders_ < kWalkInOfOrders) break;
        const auto& [customers, heavy, orders] = kinds_[index_of(kind)];
        for (const auto& hitter : heavy.at_least(least)) {
            const auto others =
                static_cast<double>(orders - hitter.count) /
                static_cast<double>(std::max<std::int64_t>(customers.count() - 1, 1));
            const auto count = static_cast<double>(hitter.count);
            if (count < total * kWalkInShare || count < others * kWalkInTimesOthers) continue;
            // Where something else tells the customers, only what many of them share is suspect.
            const bool shared = kind != ProfileKind::name && kind != ProfileKind::id &&
                                hitter.companions >= HeavyHitters::kCompanions;
            if (kind != context.chosen && !shared) continue;
            found.push_back({.kind = std::string(kind_name(kind)),
                             .value = hitter.shown,
                             .orders = hitter.count,
                             .share = count / total,
                             .set_aside = false,
                             .reason = "many"});
        }
    }
    const auto add = [&](const NobodyCounts& counts, const char* reason) {
        for (const auto& [word, count] : counts) {
            found.push_back({.kind = std::string(kind_name(word.first)),
                             .value = word.second,
                             .orders = static_cast<std::int64_t>(count),
                             .share = static_cast<double>(count) / total,
                             .set_aside = true,
                             .reason = reason});
        }
    };
    add(context.told, "told");
    add(context.words, "word");
    return found;
}

void IdentityAnalysis::advise(const Context& context, ImportResult& result) const {
    const auto& chosen = kinds_[index_of(context.chosen)];
    const auto customers = chosen.customers.count();
    if (chosen.orders < kNeverRepeatsFrom) return;
    const bool never_repeats =
        static_cast<double>(customers) >= static_cast<double>(chosen.orders) * kNeverRepeats;
    for (const ProfileKind kind : kKinds) {
        const auto& other = kinds_[index_of(kind)];
        const auto others = other.customers.count();
        if (kind == context.chosen || others == 0 ||
            static_cast<double>(other.orders) < static_cast<double>(orders_) * kKnownOfMost) {
            continue;
        }
        const double fewer = static_cast<double>(customers) / static_cast<double>(others);
        const bool differs = fewer >= kVeryDifferent || fewer * kVeryDifferent <= 1;
        if (!differs) continue;
        const bool useless = never_repeats && fewer > 1;
        result.notes.push_back(
            {useless ? "import.note_identity_never_repeats" : "import.note_identity_differs",
             {{"kind", std::string(kind_name(context.chosen))},
              {"customers", std::to_string(customers)},
              {"orders", std::to_string(chosen.orders)},
              {"other", std::string(kind_name(kind))},
              {"others", std::to_string(others)}}});
        return;
    }
}

void IdentityAnalysis::finish(const Context& context, ImportResult& result) const {
    for (const ProfileKind kind : kKinds) {
        const auto& column = context.columns[index_of(kind)];
        if (column.empty()) continue;
        const auto& [customers, heavy, orders] = kinds_[index_of(kind)];
        result.identities.push_back({.kind = std::string(kind_name(kind)),
                                     .column = column,
                                     .customers = customers.count(),
                                     .orders_without = orders_ - orders,
                                     .exact = customers.is_exact(),
                                     .chosen = kind == context.chosen});
    }
    result.walk_ins = walk_ins(context);
    note_nobodies("import.note_nobody_words", context.words, result.notes);
    note_nobodies("import.note_set_aside", context.told, result.notes);
    for (const auto& each : result.walk_ins) {
        if (each.set_aside) continue;
        result.notes.push_back({"import.note_walk_in",
                                {{"value", each.value},
                                 {"count", std::to_string(each.orders)},
                                 {"percent", percent(each.share)}}});
    }
    advise(context, result);
}

}  // namespace vafa::ingest
