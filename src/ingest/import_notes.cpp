#include "ingest/import_notes.h"

#include <string>

namespace vafa::ingest {

namespace {

constexpr std::size_t kShownStatuses = 10;

void note_unknown_statuses(const StatusWords& statuses, std::vector<Note>& notes) {
    if (statuses.unknown_rows() == 0) return;
    std::string words;
    std::size_t shown = 0;
    for (const auto& use : statuses.counted()) {
        if (use.known || ++shown > kShownStatuses) continue;
        words += (words.empty() ? "" : ", ") + use.word + " (" + std::to_string(use.rows) + ")";
    }
    notes.push_back({"import.note_unknown_status",
                     {{"count", std::to_string(statuses.unknown_rows())}, {"words", words}}});
}

}  // namespace

void append_sightings(const ParseSightings& seen, const StatusWords& statuses,
                      ImportResult& result) {
    note_unknown_statuses(statuses, result.notes);
    const auto counted = [&](const char* key, std::uint64_t count) {
        if (count > 0) result.notes.push_back({key, {{"count", std::to_string(count)}}});
    };
    counted("import.note_ignored_rows", static_cast<std::uint64_t>(result.ignored));
    counted("import.note_unreadable_emails", seen.unreadable_emails);
    counted("import.note_unreadable_phones", seen.unreadable_phones - seen.rounded_phones);
    counted("import.note_rounded_phones", seen.rounded_phones);
    counted("import.note_unreadable_consents", seen.unreadable_consents);
    counted("import.note_unreadable_genders", seen.unreadable_genders);
    counted("import.note_unreadable_birthdays", seen.unreadable_birthdays);
    counted("import.note_dates_without_time", seen.dates_without_time);
    counted("import.note_persian_dates", seen.persian_dates);
}

}  // namespace vafa::ingest
