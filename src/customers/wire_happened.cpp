#include "customers/wire_happened.h"

#include "commerce/counted.h"

namespace vafa::customers {
namespace wire {
namespace {

constexpr std::size_t kMaxHappenedId = 40, kMaxHappenedCursor = 2000;

json::FieldNote customer() {
    return {.name = "id", .text = "The customer.", .max_length = kMaxHappenedId, .format = "cus_…"};
}
json::FieldNote note() {
    return {.name = "note", .text = "The note.", .max_length = kMaxHappenedId, .format = "not_…"};
}
json::FieldNote text() { return {.name = "text", .text = "What it says.", .max_length = kMaxNote}; }

}  // namespace

json::Notes field_notes(const Note*) {
    return {"CustomerNote",
            {{.name = "id", .text = "The id; time-ordered.", .format = "not_…"},
             text(),
             {.name = "author", .text = "Who wrote it: a user, a key.", .format = "usr_…"},
             {.name = "created_at", .text = "When it was written.", .format = "date-time"},
             {.name = "changed_at", .text = "When it was last changed.", .format = "date-time"}}};
}

json::Notes field_notes(const TimelineItem*) {
    return {"TimelineItem",
            {{.name = "what", .text = "The kind of thing; what is not of it is null or empty."},
             {.name = "at", .text = "When it happened.", .format = "date-time"},
             {.name = "order", .text = "The order.", .format = "ord_…"},
             {.name = "number", .text = "What people call the order."},
             {.name = "status", .text = "How the order stands now."},
             {.name = "counts", .text = "Whether the order counts as a purchase."},
             {.name = "net_minor", .text = "Its net revenue, in minor units; null: unknown."},
             {.name = "refund_minor", .text = "Of it given back, in minor units."},
             {.name = "currency", .text = "ISO 4217."},
             {.name = "channel", .text = "Which way of being written to."},
             {.name = "granted", .text = "Agreed, or took it back."},
             {.name = "source", .text = "Where the word came from."},
             {.name = "fields", .text = "Names of what a file said of the customer."},
             {.name = "note", .text = "The note that was written."}}};
}

json::Notes field_notes(const TimelineRequest*) {
    return {"TimelineRequest",
            {customer(),
             {.name = "limit",
              .text = "How many items at most; 50 if absent.",
              .min = 1,
              .max = static_cast<double>(rest::kMaxPage)},
             {.name = "cursor",
              .text = "The `next_cursor` of the page before.",
              .max_length = kMaxHappenedCursor}}};
}

json::Notes field_notes(const NoteAdd*) { return {"NoteAdd", {customer(), text()}}; }
json::Notes field_notes(const NoteChange*) { return {"NoteChange", {customer(), note(), text()}}; }
json::Notes field_notes(const NoteRef*) { return {"NoteRef", {customer(), note()}}; }

}  // namespace wire

wire::Note view_of(const Note& note) {
    return {
        .id = {note.id},
        .text = note.text,
        .author = note.author,
        .created_at = {note.created_at},
        .changed_at = note.changed_at ? wire::Moment{Instant{*note.changed_at}} : wire::Moment{}};
}

wire::TimelineItem view_of(const Happened& happened, const commerce::CountedOrders& counted) {
    wire::TimelineItem item;
    item.what = happened.what;
    item.at = {happened.at};
    switch (happened.what) {
        case What::order:
        case What::order_change:
            item.order = commerce::wire::TextId<OrderTag>{OrderId{happened.id}};
            item.number = happened.number;
            item.status = happened.status;
            item.counts = commerce::counts(counted, happened.flags);
            item.net_minor = happened.net_minor;
            item.refund_minor = happened.refund_minor;
            item.currency = happened.currency;
            break;
        case What::consent:
            item.channel = happened.channel;
            item.granted = happened.granted;
            item.source = happened.source;
            break;
        case What::profile:
            item.fields = happened.fields;
            break;
        case What::note:
            item.note = view_of(*happened.note);
            break;
    }
    return item;
}

}  // namespace vafa::customers
