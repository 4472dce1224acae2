#include "board/wire.h"

namespace vafa::board::wire {

using json::Notes;

Notes field_notes(const OneId*) { return {"BoardEntryId", {{.name = "id", .text = "Which one."}}}; }

Notes field_notes(const Note*) {
    return {"Note",
            {{.name = "id", .text = "Its identity.", .format = "pin_…"},
             {.name = "day", .text = "When it happened, on the store's calendar."},
             {.name = "text", .text = "What happened, in the owner's words."}}};
}

Notes field_notes(const NoteList*) {
    return {"NoteList",
            {{.name = "items", .text = "The latest day first.", .max_length = kMostNotes}}};
}

Notes field_notes(const NewNote*) {
    return {"NewNote",
            {{.name = "day", .text = "When it happened; of a month its first day."},
             {.name = "text", .text = "What happened.", .max_length = kLongestNote}}};
}

Notes field_notes(const Goal*) {
    return {"Goal",
            {{.name = "id", .text = "Its identity.", .format = "goa_…"},
             {.name = "metric", .text = "The number of Today that it is about."},
             {.name = "target", .text = "What it shall be: shares of 1, money in minor units."},
             {.name = "from", .text = "First day that counts, on the store's calendar."},
             {.name = "due", .text = "Last day that counts."}}};
}

Notes field_notes(const GoalList*) {
    return {"GoalList", {{.name = "items", .text = "Due first first.", .max_length = kMostGoals}}};
}

Notes field_notes(const NewGoal*) {
    return {"NewGoal",
            {{.name = "metric", .text = "The number of Today that it is about."},
             {.name = "target",
              .text = "What it shall be: shares of 1, money in minor units; above 0.",
              .min = 0},
             {.name = "from", .text = "First day that counts; of a month its first."},
             {.name = "due", .text = "Last day that counts; of a month its last."}}};
}

Notes field_notes(const PriceMonth*) {
    return {"PriceMonth",
            {{.name = "month", .text = "As it was written: a month of either calendar."},
             {.name = "index", .text = "The price level of that month; only ratios matter."}}};
}

Notes field_notes(const Prices*) {
    return {"Prices",
            {{.name = "months",
              .text = "Month by month, ascending; amounts become those of the last.",
              .max_length = kMostMonths}}};
}

Notes field_notes(const NewPriceMonth*) {
    return {"NewPriceMonth",
            {{.name = "month", .text = "A month of either calendar.", .example = "\"1404-02\""},
             {.name = "index",
              .text = "The price level of that month, above 0.",
              .min = 0,
              .max = kMostIndex}}};
}

Notes field_notes(const NewPrices*) {
    return {"NewPrices",
            {{.name = "months",
              .text = "In any order, each month once; none ends the index.",
              .max_length = kMostMonths}}};
}

}  // namespace vafa::board::wire
