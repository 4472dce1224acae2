#include "ingest/undo_steps.h"

#include <memory>

#include "commerce/api.h"
#include "history/api.h"
#include "ingest/order_events.h"
#include "platform/sql/session.h"

namespace vafa::ingest {
namespace {

constexpr std::int64_t kOrdersAtOnce = 20'000;
constexpr std::int64_t kClaimsAtOnce = 100'000;
constexpr std::int64_t kWordsAtOnce = 20'000;
constexpr std::int64_t kProfilesAtOnce = 20'000;
constexpr std::int64_t kProductsAtOnce = 50'000;  // all orders are gone through once for each lot

void begin(UndoCursor& cursor, const char* phase) {
    cursor.progress.phase = phase;
    cursor.after = 0;
    cursor.after_key.clear();
}

UndoWork done() {
    return [](sql::Session& session, UndoCursor& cursor, UndoTelling&) -> Result<void> {
        commerce::release_currency(session);
        begin(cursor, "done");
        return {};
    };
}

UndoWork on_to(const char* phase) {
    return [phase](sql::Session&, UndoCursor& cursor, UndoTelling&) -> Result<void> {
        begin(cursor, phase);
        return {};
    };
}

Result<UndoWork> orders(const history::History& history, ImportId import, const UndoCursor& cursor,
                        IdSource& ids, TimeMs now) {
    VAFA_TRY(auto page,
             history.events_beside(kOrderKind, import.value, cursor.after, kOrdersAtOnce));
    if (page.empty()) return on_to("claims");
    auto events = std::make_shared<const std::vector<history::Event>>(std::move(page));
    return [events, import, &ids, now](sql::Session& session, UndoCursor& at,
                                       UndoTelling& telling) -> Result<void> {
        std::vector<commerce::Told> told;
        told.reserve(events->size());
        for (const history::Event& event : *events) {
            VAFA_TRY(auto one, told_by(event));
            told.push_back(std::move(one));
        }
        VAFA_TRY(const auto undone, commerce::undo_orders(session, import, told, now, ids));
        telling.events = revealed_events(undone.replay);
        telling.rows = undone_rows(undone);
        at.after = events->back().subject_id;
        const auto gone = static_cast<std::int64_t>(undone.gone.size());
        at.progress.orders += gone + static_cast<std::int64_t>(undone.standing.size());
        at.progress.removed += gone;
        at.progress.changed += undone.changed;
        return {};
    };
}

UndoWork claims(ImportId import) {
    return [import](sql::Session& session, UndoCursor& at, UndoTelling&) -> Result<void> {
        at.after = commerce::undo_claims(session, import, OrderId{at.after}, kClaimsAtOnce).value;
        if (at.after == 0) begin(at, "words");
        return {};
    };
}

UndoWork words(ImportId import) {
    return [import](sql::Session& session, UndoCursor& at, UndoTelling& telling) -> Result<void> {
        const auto forgotten = commerce::forget_import(session, import, kWordsAtOnce);
        telling.links = !forgotten.customers.empty();
        if (!forgotten.more) begin(at, "profiles");
        return {};
    };
}

Result<UndoWork> profiles(const history::History& history, ImportId import,
                          const UndoCursor& cursor) {
    VAFA_TRY(const auto page,
             history.profiles_beside(kOrderKind, import.value, cursor.after, kProfilesAtOnce));
    if (page.empty()) return on_to("products");
    std::vector<std::int64_t> unordered;
    std::vector<ProfileId> staying;
    for (const auto& [profile, stays] : page) {
        if (stays)
            staying.push_back({profile});
        else
            unordered.push_back(profile);
    }
    return [unordered, staying, last = page.back().profile](sql::Session& session, UndoCursor& at,
                                                            UndoTelling& telling) -> Result<void> {
        const auto gone = commerce::undo_profiles(session, unordered, staying);
        telling.links = gone > 0;
        at.after = last;
        at.progress.customers += gone;
        return {};
    };
}

commerce::ProductLeft left_of(const history::LastWords& last) {
    const auto stamp = [](const history::LastWords::Word& word) {
        return commerce::Stamp{word.occurred_at, word.subject_key, word.version};
    };
    return {{ShopId{last.shop}, last.key, last.words[0].text, last.words[1].text,
             stamp(last.words[0]), stamp(last.words[1])},
            last.named};
}

Result<UndoWork> products(const history::History& history, ImportId import,
                          const UndoCursor& cursor) {
    static const history::ListedWords kWords{"lines", "product", {"title", "category"}};
    VAFA_TRY(const auto page,
             history.words_beside(kOrderKind, import.value, kWords,
                                  {cursor.after, cursor.after_key}, kProductsAtOnce));
    if (page.empty()) return done();
    std::vector<commerce::ProductLeft> left;
    left.reserve(page.size());
    for (const auto& last : page) left.push_back(left_of(last));
    return [left = std::move(left)](sql::Session& session, UndoCursor& at,
                                    UndoTelling&) -> Result<void> {
        commerce::undo_products(session, left);
        at.after = left.back().word.shop.value;
        at.after_key = left.back().word.key;
        return {};
    };
}

}  // namespace

Result<UndoWork> next_undo_work(const history::History& history, ImportId import,
                                const UndoCursor& cursor, IdSource& ids, TimeMs now) {
    const std::string& phase = cursor.progress.phase;
    if (phase == "orders") return orders(history, import, cursor, ids, now);
    if (phase == "claims") return claims(import);
    if (phase == "words") return words(import);
    if (phase == "profiles") return profiles(history, import, cursor);
    return products(history, import, cursor);
}

}  // namespace vafa::ingest
