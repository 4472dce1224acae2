#include "value/wire.h"

namespace vafa::value::wire {
namespace {

constexpr std::size_t kMaxCursor = 200;

}  // namespace

json::Notes field_notes(const OneRun*) {
    return {"ValueRunId",
            {{.name = "id", .text = "The run.", .max_length = 40, .format = "vru_…"}}};
}

json::Notes field_notes(const RunList*) {
    return {"ValueRunList",
            {{.name = "limit",
              .text = "How many items at most; 50 if absent.",
              .min = 1,
              .max = static_cast<double>(rest::kMaxPage)},
             {.name = "cursor",
              .text = "The `next_cursor` of the page before.",
              .max_length = kMaxCursor}}};
}

json::Notes field_notes(const Run*) {
    return {"ValueRun",
            {{.name = "id", .text = "Its identity.", .format = "vru_…"},
             {.name = "state", .text = "queued, running, then how it ended."},
             {.name = "asked_by",
              .text = "Who asked for it: `usr_…`, `key_…`, `cli`, or `nightly` of itself."},
             {.name = "asked_at", .text = "When.", .format = "date-time"},
             {.name = "ended_at", .text = "Null while it is not over.", .format = "date-time"},
             {.name = "as_of", .text = "The last day it looked at; of one that is done."},
             {.name = "model", .text = "The model it kept; of one that is done."},
             {.name = "problem", .text = "What went wrong; of one that failed."},
             {.name = "customers", .text = "How many have a score; of one that is done."},
             {.name = "progress", .text = "How far it is; of the one that runs."}}};
}

json::Notes field_notes(const Overview*) {
    return {"CustomerValueOverview",
            {{.name = "run", .text = "The latest that is done; null before the first."},
             {.name = "open", .text = "The one that waits or runs; null: none."},
             {.name = "summary", .text = "What `run` found; null before the first."}}};
}

}  // namespace vafa::value::wire
