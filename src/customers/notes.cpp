#include "customers/notes.h"

#include <algorithm>

#include "customers/sql.h"
#include "platform/sql/session.h"

namespace vafa::customers {
namespace {

Note note_from(const sql::Row& row) {
    return {.id = {row.integer(0)},
            .profile = {row.integer(1)},
            .author = std::string(row.text(2)),
            .text = std::string(row.text(3)),
            .created_at = row.integer(4),
            .changed_at = row.get<std::optional<std::int64_t>>(5)};
}

}  // namespace

void add_note(sql::Session& session, const Note& note) {
    session.execute(queries::add_note, {{"id", note.id.value},
                                        {"profile", note.profile.value},
                                        {"author", note.author},
                                        {"text", note.text},
                                        {"at", note.created_at}});
}

std::optional<Note> find_note(sql::Session& session, NoteId id) {
    std::optional<Note> note;
    session.one(queries::note, {{"id", id.value}},
                [&](const sql::Row& row) { note = note_from(row); });
    return note;
}

void change_note(sql::Session& session, NoteId id, std::string_view text, TimeMs now) {
    session.execute(queries::change_note, {{"id", id.value}, {"text", text}, {"at", now}});
}

void delete_note(sql::Session& session, NoteId id) {
    session.execute(queries::delete_note, {{"id", id.value}});
}

std::vector<Note> notes_of(sql::Session& session, ProfileId profile, std::int64_t limit) {
    std::vector<Note> notes;
    session.rows(queries::notes_of_profile, {{"profile", profile.value}, {"limit", limit}},
                 [&](const sql::Row& row) { notes.push_back(note_from(row)); });
    return notes;
}

std::vector<ProfileId> profiles_of(sql::Session& session, CustomerId customer) {
    std::vector<ProfileId> profiles;
    session.rows(queries::profiles_of_customer, {{"customer", customer.value}},
                 [&](const sql::Row& row) { profiles.push_back({row.integer(0)}); });
    std::sort(profiles.begin(), profiles.end());
    return profiles;
}

}  // namespace vafa::customers
