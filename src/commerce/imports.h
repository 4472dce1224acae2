#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// The words are stored.
// Queued: nothing of it is in the store yet.
// Undoing: marked as taken back, not yet wholly.
enum class ImportState { running, done, failed, cancelled, undone, queued, undoing };

// One run of an import. `files`, `options`, `counters` and `cursor` are JSON of the importer's own;
// commerce keeps them, so that an import can be named, resumed and taken back.
struct ImportRecord {
    ImportId id;
    std::string kind = "orders";
    ImportState state = ImportState::running;
    std::string files = "[]";
    std::string options = "{}";
    std::string counters = "{}";
    std::string cursor = "{}";
    TimeMs started_at = 0;
    std::optional<TimeMs> finished_at = {};
    bool operator==(const ImportRecord&) const = default;
};

void add_import(sql::Session& session, const ImportRecord& import);
// Where it stands: cheap, meant for the transaction of each chunk.
void move_import(sql::Session& session, ImportId id, const std::string& cursor,
                 const std::string& counters);
// From queued to running. False: it is queued no more.
bool start_import(sql::Session& session, ImportId id, TimeMs at);
void finish_import(sql::Session& session, ImportId id, ImportState state,
                   const std::string& counters, TimeMs at);
// False: it is in another state by now.
bool begin_undo(sql::Session& session, const ImportRecord& import);
std::optional<ImportRecord> find_import(sql::Session& session, ImportId id);
std::vector<ImportRecord> running_imports(sql::Session& session);       // oldest first
std::vector<ImportRecord> undoing_imports(sql::Session& session);       // oldest first
std::optional<ImportRecord> next_queued_import(sql::Session& session);  // the oldest
// `options` of the queued and the running.
std::vector<std::string> open_import_options(sql::Session& session);
// Newest first, those older than `before` (0: from the newest).
std::vector<ImportRecord> list_imports(sql::Session& session, ImportId before, int limit);

}  // namespace vafa::commerce
