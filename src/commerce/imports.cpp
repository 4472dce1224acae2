#include "commerce/imports.h"

#include <array>
#include <limits>

#include "commerce/sql.h"
#include "platform/sql/session.h"

namespace vafa::commerce {
namespace {

constexpr std::array<std::string_view, 7> kStates{"running", "done",   "failed", "cancelled",
                                                  "undone",  "queued", "undoing"};

std::string_view word_of(ImportState state) { return kStates[static_cast<std::size_t>(state)]; }

ImportState state_of(std::string_view word) {
    for (std::size_t i = 0; i < kStates.size(); ++i) {
        if (kStates[i] == word) return static_cast<ImportState>(i);
    }
    return ImportState::failed;
}

ImportRecord import_from(const sql::Row& row) {
    ImportRecord import;
    import.id.value = row.integer(0);
    import.kind = row.text(1);
    import.state = state_of(row.text(2));
    import.files = row.text(3);
    import.options = row.text(4);
    import.counters = row.text(5);
    import.cursor = row.text(6);
    import.started_at = row.integer(7);
    import.finished_at = row.get<std::optional<TimeMs>>(8);
    return import;
}

}  // namespace

void add_import(sql::Session& session, const ImportRecord& import) {
    session.execute(queries::add_import, {{"id", import.id.value},
                                          {"kind", import.kind},
                                          {"state", word_of(import.state)},
                                          {"files", import.files},
                                          {"options", import.options},
                                          {"counters", import.counters},
                                          {"cursor", import.cursor},
                                          {"started_at", import.started_at},
                                          {"finished_at", import.finished_at}});
}

void move_import(sql::Session& session, ImportId id, const std::string& cursor,
                 const std::string& counters) {
    session.execute(queries::move_import,
                    {{"id", id.value}, {"cursor", cursor}, {"counters", counters}});
}

bool start_import(sql::Session& session, ImportId id, TimeMs at) {
    return session.execute(queries::start_import, {{"id", id.value}, {"at", at}}) == 1;
}

void finish_import(sql::Session& session, ImportId id, ImportState state,
                   const std::string& counters, TimeMs at) {
    session.execute(
        queries::finish_import,
        {{"id", id.value}, {"state", word_of(state)}, {"counters", counters}, {"at", at}});
}

bool begin_undo(sql::Session& session, const ImportRecord& import) {
    return session.execute(queries::begin_undo,
                           {{"id", import.id.value}, {"state", word_of(import.state)}}) == 1;
}

std::optional<ImportRecord> find_import(sql::Session& session, ImportId id) {
    std::optional<ImportRecord> import;
    session.one(queries::find_import, {{"id", id.value}},
                [&](const sql::Row& row) { import = import_from(row); });
    return import;
}

std::vector<ImportRecord> running_imports(sql::Session& session) {
    std::vector<ImportRecord> imports;
    session.rows(queries::running_imports, {},
                 [&](const sql::Row& row) { imports.push_back(import_from(row)); });
    return imports;
}

std::vector<ImportRecord> undoing_imports(sql::Session& session) {
    std::vector<ImportRecord> imports;
    session.rows(queries::undoing_imports, {},
                 [&](const sql::Row& row) { imports.push_back(import_from(row)); });
    return imports;
}

std::optional<ImportRecord> next_queued_import(sql::Session& session) {
    std::optional<ImportRecord> import;
    session.one(queries::next_queued_import, {},
                [&](const sql::Row& row) { import = import_from(row); });
    return import;
}

std::vector<std::string> open_import_options(sql::Session& session) {
    std::vector<std::string> options;
    session.rows(queries::open_import_options, {},
                 [&](const sql::Row& row) { options.emplace_back(row.text(0)); });
    return options;
}

std::vector<ImportRecord> list_imports(sql::Session& session, ImportId before, int limit) {
    const std::int64_t bound = before ? before.value : std::numeric_limits<std::int64_t>::max();
    std::vector<ImportRecord> imports;
    session.rows(queries::list_imports, {{"before", bound}, {"limit", limit}},
                 [&](const sql::Row& row) { imports.push_back(import_from(row)); });
    return imports;
}

}  // namespace vafa::commerce
