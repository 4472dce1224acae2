#include <boost/json.hpp>

#include "base/text.h"
#include "commerce/api.h"
#include "commerce/route_support.h"
#include "customers/routes.h"
#include "customers/wire_happened.h"
#include "platform/rest/route_make.h"

namespace vafa::customers {
namespace {

using http::Method;
using rest::Call;
using rest::Permission;
using rest::Route;

Result<CustomerId> customer_at(sql::Session& session, const std::string& text) {
    VAFA_TRY(const auto id, commerce::path_id<CustomerTag>(text));
    const CustomerId customer = commerce::canonical_of(session, id);
    if (!commerce::find_customer(session, customer)) return commerce::no_customer();
    return customer;
}

// A note of that customer; one of somebody else is not found.
Result<Note> note_at(sql::Session& session, const std::string& customer, const std::string& text) {
    VAFA_TRY(const CustomerId id, customer_at(session, customer));
    auto note_id = parse_id<NoteTag>(text);
    if (note_id.has_error()) return std::move(note_id).error().at("/note");
    auto note = find_note(session, *note_id);
    if (!note || commerce::canonical_of(session, CustomerId{note->profile.value}) != id) {
        return not_found("customers.note_not_found").at("/note");
    }
    return *note;
}

Result<std::string> said(const std::string& text) {
    std::string note(trim(text));
    if (note.empty()) return invalid("error.text_empty").at("/text");
    return note;
}

// The log outlives what is known of people: whose note it was and who wrote it, not what it said.
boost::json::value logged(const Note& note) {
    return boost::json::object{{"note", to_string(note.id)}, {"author", note.author}};
}

std::string subject_of(const Note& note) { return to_string(CustomerId{note.profile.value}); }

Result<std::optional<HappenedPlace>> place_of(const wire::Text& cursor) {
    if (!cursor) return std::optional<HappenedPlace>();
    VAFA_TRY(const auto parts, rest::read_cursor(*cursor, 3));
    HappenedPlace place;
    VAFA_TRY(place.at, commerce::cursor_number(parts[0]));
    VAFA_TRY(const std::int64_t what, commerce::cursor_number(parts[1]));
    if (what < 0 || what > static_cast<int>(What::note)) return commerce::wrong_cursor();
    place.what = static_cast<What>(what);
    VAFA_TRY(place.id, commerce::cursor_number(parts[2]));
    return std::optional(place);
}

Route timeline(const RoutesDeps& deps) {
    return rest::read_route<wire::TimelineRequest, wire::TimelinePage>(
        {.path = "/api/v1/customers/{id}/timeline",
         .summary = "Everything that happened to a customer, the latest first.",
         .permission = Permission::orders_read},
        [&database = deps.database](
            Call&, const wire::TimelineRequest& request) -> Result<wire::TimelinePage> {
            VAFA_TRY(const auto after, place_of(request.cursor));
            return database.read([&](sql::Session& session) -> Result<wire::TimelinePage> {
                VAFA_TRY(const CustomerId customer, customer_at(session, request.id));
                const auto counted = commerce::load_settings(session).counted;
                const auto page =
                    page_of(happened_to(session, customer), after,
                            static_cast<std::size_t>(commerce::limit_of(request.limit)));
                wire::TimelinePage answer;
                for (const Happened& one : page.items) {
                    answer.items.push_back(view_of(one, counted));
                }
                if (page.next) {
                    answer.next_cursor =
                        rest::make_cursor({std::to_string(page.next->at),
                                           std::to_string(static_cast<int>(page.next->what)),
                                           std::to_string(page.next->id)});
                }
                return answer;
            });
        });
}

Route add_note(const RoutesDeps& deps) {
    return rest::write_route<wire::NoteAdd, wire::Note>(
        {.method = Method::post,
         .path = "/api/v1/customers/{id}/notes",
         .summary = "Write something down about a customer.",
         .permission = Permission::customers_write,
         .success = 201},
        [ids = deps.ids](Call& call, sql::Session& session,
                         const wire::NoteAdd& request) -> Result<wire::Note> {
            VAFA_TRY(const CustomerId customer, customer_at(session, request.id));
            Note note;
            VAFA_TRY(note.text, said(request.text));
            note.id = {ids->next()};
            note.profile = {customer.value};
            note.author = call.principal.id;
            note.created_at = call.now;
            add_note(session, note);
            call.audit({"customer.note_add", subject_of(note), nullptr, logged(note)});
            return view_of(note);
        });
}

Route change_note(const RoutesDeps&) {
    return rest::write_route<wire::NoteChange, wire::Note>(
        {.method = Method::patch,
         .path = "/api/v1/customers/{id}/notes/{note}",
         .summary = "Change what a note says.",
         .permission = Permission::customers_write},
        [](Call& call, sql::Session& session,
           const wire::NoteChange& request) -> Result<wire::Note> {
            VAFA_TRY(Note note, note_at(session, request.id, request.note));
            if (request.text) {
                VAFA_TRY(note.text, said(*request.text));
            }
            note.changed_at = call.now;
            change_note(session, note.id, note.text, call.now);
            call.audit({"customer.note_change", subject_of(note), logged(note), logged(note)});
            return view_of(note);
        });
}

Route remove_note(const RoutesDeps&) {
    return rest::write_route<wire::NoteRef, rest::Nothing>(
        {.method = Method::delete_,
         .path = "/api/v1/customers/{id}/notes/{note}",
         .summary = "Delete a note.",
         .permission = Permission::customers_write},
        [](Call& call, sql::Session& session,
           const wire::NoteRef& request) -> Result<rest::Nothing> {
            VAFA_TRY(const Note note, note_at(session, request.id, request.note));
            delete_note(session, note.id);
            call.audit({"customer.note_delete", subject_of(note), logged(note), nullptr});
            return rest::Nothing{};
        });
}

}  // namespace

std::vector<Route> note_routes(const RoutesDeps& deps) {
    return {timeline(deps), add_note(deps), change_note(deps), remove_note(deps)};
}

}  // namespace vafa::customers
