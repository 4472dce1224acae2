#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/calendar.h"

namespace vafa::ingest {

// How a word moves the hour before or after it. The three languages divide the day differently:
// «شب» and "ночи" are late evening and the small hours, «ظهر» and "дня" noon and what follows it.
enum class DayPart : std::uint8_t { none, am, pm, noon, night };

struct DateWord {
    enum class Kind : std::uint8_t { filler, month, day_part, utc, t };
    Kind kind = Kind::filler;
    CalendarKind calendar = CalendarKind::gregorian;  // of a month
    int month = 0;
    DayPart part = DayPart::none;
};

// What a word of a date means, in English, Russian and Persian; `word` as search_key folds it and
// without dots: "июля", "ژویه", "pm", "قظ". Nothing for a word that no date holds.
std::optional<DateWord> date_word(std::string_view word);

// Of a clock that counts to twelve; -1 for an hour that is none. "14:30 PM" is half past two.
int hour_of(int hour, DayPart part);

}  // namespace vafa::ingest
