#include "base/text.h"
#include "board/route_support.h"
#include "board/routes.h"
#include "board/store.h"
#include "board/wire.h"
#include "platform/rest/route_make.h"

namespace vafa::board {
namespace {

using http::Method;
using rest::Call;
using rest::Nothing;
using rest::Permission;
using rest::Route;

wire::Note view_of(const Note& note, CalendarKind calendar) {
    return {to_string(note.id), day_label(calendar, note.day), note.text};
}

Route list_notes(const RoutesDeps& deps) {
    return rest::read_route<Nothing, wire::NoteList>(
        {.path = "/api/v1/notes",
         .summary = "The notes pinned on days, the latest day first.",
         .permission = Permission::reports_read},
        [&database = deps.database](Call&, const Nothing&) -> Result<wire::NoteList> {
            return database.read([](sql::Session& session) -> Result<wire::NoteList> {
                const auto calendar = calendar_of(session);
                wire::NoteList list;
                for (const Note& note : store::notes(session)) {
                    list.items.push_back(view_of(note, calendar));
                }
                return list;
            });
        });
}

Route add_note(const RoutesDeps& deps) {
    return rest::write_route<wire::NewNote, wire::Note>(
        {.method = Method::post,
         .path = "/api/v1/notes",
         .summary = "Pin a note on a day.",
         .permission = Permission::settings_write,
         .errors = {ErrorCode::conflict},
         .success = 201},
        [&ids = deps.ids](Call& call, sql::Session& session,
                          const wire::NewNote& request) -> Result<wire::Note> {
            const auto text = trim(request.text);
            if (text.empty()) return invalid("error.board_no_text").at("/text");
            if (store::notes(session).size() >= kMostNotes) return too_many(kMostNotes);
            const Note note{{ids.next()}, request.day.days.first, std::string(text), call.now};
            store::add_note(session, note);
            const auto view = view_of(note, calendar_of(session));
            call.audit({"note.add", view.id, nullptr, json::encode(view)});
            return view;
        });
}

Route remove_note(const RoutesDeps&) {
    return rest::write_route<wire::OneId, Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/notes/{id}",
         .summary = "Take a note off.",
         .permission = Permission::settings_write},
        [](Call& call, sql::Session& session, const wire::OneId& request) -> Result<Nothing> {
            VAFA_TRY(const auto id, path_id<NoteTag>(request.id));
            const auto note = store::note(session, id);
            if (!note) return no_entry();
            store::delete_note(session, id);
            call.audit({"note.delete", to_string(id),
                        json::encode(view_of(*note, calendar_of(session))), nullptr});
            return Nothing{};
        });
}

}  // namespace

std::vector<Route> note_routes(const RoutesDeps& deps) {
    return {list_notes(deps), add_note(deps), remove_note(deps)};
}

}  // namespace vafa::board
