#include "ingest/import_notes.h"

#include <string>

namespace vafa::ingest {

void append_sightings(const ParseSightings& seen, std::vector<Note>& notes) {
    if (seen.unknown_statuses > 0) {
        std::string words;
        for (const auto& [word, count] : seen.unknown_status_words) {
            words += (words.empty() ? "" : ", ") + word + " (" + std::to_string(count) + ")";
        }
        notes.push_back({"import.note_unknown_status",
                         {{"count", std::to_string(seen.unknown_statuses)}, {"words", words}}});
    }
    const auto counted = [&](const char* key, std::uint64_t count) {
        if (count > 0) notes.push_back({key, {{"count", std::to_string(count)}}});
    };
    counted("import.note_unreadable_emails", seen.unreadable_emails);
    counted("import.note_unreadable_phones", seen.unreadable_phones - seen.rounded_phones);
    counted("import.note_rounded_phones", seen.rounded_phones);
    counted("import.note_dates_without_time", seen.dates_without_time);
    counted("import.note_persian_dates", seen.persian_dates);
}

}  // namespace vafa::ingest
