#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/time.h"

namespace vafa::sql {
class Session;
}

namespace vafa::customers {

struct NoteTag {
    static constexpr std::string_view kPrefix = "not";
};
using NoteId = Id<NoteTag>;

// What somebody of the store wrote down about a customer. It stands on the profile the customer was
// shown under, follows it when customers are made one or parted, and is gone with it.
struct Note {
    NoteId id;
    ProfileId profile;
    std::string author;  // "usr_…", "key_…"
    std::string text;
    TimeMs created_at = 0;
    std::optional<TimeMs> changed_at;
    bool operator==(const Note&) const = default;
};

inline constexpr std::size_t kMaxNote = 4000;  // characters

void add_note(sql::Session& session, const Note& note);
std::optional<Note> find_note(sql::Session& session, NoteId id);
void change_note(sql::Session& session, NoteId id, std::string_view text, TimeMs now);
void delete_note(sql::Session& session, NoteId id);
// The latest first, at most `limit`.
std::vector<Note> notes_of(sql::Session& session, ProfileId profile, std::int64_t limit);

// Every profile that is the customer's.
std::vector<ProfileId> profiles_of(sql::Session& session, CustomerId customer);

}  // namespace vafa::customers
