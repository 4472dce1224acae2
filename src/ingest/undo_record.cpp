#include "ingest/undo_record.h"

#include "commerce/imports.h"
#include "platform/json/json.h"

namespace vafa::ingest {
namespace {

template <class T>
std::optional<T> decode(const boost::json::value& value) {
    auto decoded = json::decode<T>(value, json::UnknownKeys::ignore);
    if (!decoded.ok()) return std::nullopt;
    return std::move(decoded.value);
}

std::optional<UndoCursor> cursor_in(const std::string& text) {
    const auto parsed = json::parse(text);
    return parsed ? decode<UndoCursor>(*parsed) : std::nullopt;
}

std::string with_undo(const std::string& counters, const UndoProgress& progress) {
    auto parsed = json::parse(counters);
    boost::json::object object;
    if (parsed && parsed->is_object()) object = std::move(parsed->as_object());
    object["undo"] = json::encode(progress);
    object.erase("error");
    return boost::json::serialize(object);
}

}  // namespace

Result<UndoCursor> load_undo(sql::Session& session, ImportId import) {
    const auto record = commerce::find_import(session, import);
    if (!record) return not_found("error.import_not_found");
    if (record->state != commerce::ImportState::undoing) {
        return conflict("error.import_not_undoing").with("import", to_string(import));
    }
    return cursor_in(record->cursor).value_or(UndoCursor{});
}

Result<void> save_undo(sql::Session& session, ImportId import, const UndoCursor& cursor,
                       TimeMs now) {
    const auto record = commerce::find_import(session, import);
    if (!record) return not_found("error.import_not_found");
    if (cursor.progress.done()) {
        commerce::finish_import(session, import, commerce::ImportState::undone,
                                with_undo(record->counters, cursor.progress), now);
    } else {
        commerce::move_import(session, import, boost::json::serialize(json::encode(cursor)),
                              record->counters);
    }
    return {};
}

std::optional<UndoProgress> undo_in(const commerce::ImportRecord& record) {
    if (record.state == commerce::ImportState::undoing) {
        return cursor_in(record.cursor).value_or(UndoCursor{}).progress;
    }
    const auto parsed = json::parse(record.counters);
    if (parsed.has_error() || !parsed->is_object()) return std::nullopt;
    const auto* undo = parsed->as_object().if_contains("undo");
    return undo == nullptr ? std::nullopt : decode<UndoProgress>(*undo);
}

}  // namespace vafa::ingest
