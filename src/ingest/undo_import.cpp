#include "ingest/undo_import.h"

#include "commerce/api.h"
#include "history/outbox.h"
#include "ingest/import_record.h"
#include "ingest/order_events.h"
#include "platform/sql/database.h"

namespace vafa::ingest {
namespace {

using commerce::ImportState;

Result<void> may_be_undone(const commerce::ImportRecord& record) {
    const auto refuse = [&](const char* key) {
        return conflict(key).with("import", to_string(record.id));
    };
    switch (record.state) {
        case ImportState::queued:
        case ImportState::running:
            return refuse("error.import_not_over");
        case ImportState::undoing:
            return refuse("error.import_undoing");
        case ImportState::undone:
            return refuse("error.import_undone");
        case ImportState::done:
        case ImportState::failed:
        case ImportState::cancelled:
            return {};  // also what a failed or cancelled one had added
    }
    return {};
}

// How many orders there may be to look at; 0: unknown.
Result<std::uint64_t> orders_of(const ImportDeps& deps, ImportId import) {
    return deps.database.read([&](sql::Session& session) -> Result<std::uint64_t> {
        const auto record = commerce::find_import(session, import);
        if (!record) return not_found("error.import_not_found");
        const auto result = result_in(record->counters, i18n::Locale::en);
        return result ? static_cast<std::uint64_t>(result->orders) : 0;
    });
}

Result<void> look_up(const ImportWatch& watch, ImportId import, const UndoProgress& at,
                     std::uint64_t total) {
    const auto orders = static_cast<std::uint64_t>(at.orders);
    if (watch.progress) {
        watch.progress({.phase = ImportPhase::undoing,
                        .done = orders,
                        .total = std::max(total, orders),
                        .rows = orders});
    }
    if (watch.cancelled && watch.cancelled()) {
        return Error{ErrorCode::cancelled, "error.undo_interrupted"}.with("import",
                                                                          to_string(import));
    }
    return {};
}

}  // namespace

Result<void> begin_undo(sql::Session& session, ImportId import, TimeMs now, IdSource& ids) {
    const auto record = commerce::find_import(session, import);
    if (!record) return not_found("error.import_not_found");
    VAFA_CHECK(may_be_undone(*record));
    VAFA_ASSERT(commerce::begin_undo(session, *record));
    std::vector<history::Event> mark{undone_mark(import, now, ids)};
    VAFA_CHECK(history::outbox_put(session, mark));
    return {};
}

Result<std::vector<ImportId>> unfinished_undos(const ImportDeps& deps) {
    return deps.database.read([](sql::Session& session) -> Result<std::vector<ImportId>> {
        std::vector<ImportId> imports;
        for (const auto& record : commerce::undoing_imports(session)) imports.push_back(record.id);
        return imports;
    });
}

Result<UndoResult> resume_undo(const ImportDeps& deps, ImportId import, const ImportWatch& watch) {
    VAFA_TRY(const std::uint64_t total, orders_of(deps, import));
    const TimeMs started = deps.clock.now();
    VAFA_CHECK(commerce::end_first_fill(deps.database));  // its indexes are wanted
    UndoResult result{import, {}};
    while (true) {
        VAFA_TRY(result.done, deps.intake.undo_step(import));
        if (result.done.done()) break;
        VAFA_CHECK(look_up(watch, import, result.done, total));
    }
    result.seconds = static_cast<double>(deps.clock.now() - started) / 1000;
    return result;
}

Result<UndoResult> undo_import(const ImportDeps& deps, ImportId import, const ImportWatch& watch) {
    VAFA_CHECK(deps.database.write([&](sql::Session& session) {
        return begin_undo(session, import, deps.clock.now(), deps.ids);
    }));
    return resume_undo(deps, import, watch);
}

}  // namespace vafa::ingest
