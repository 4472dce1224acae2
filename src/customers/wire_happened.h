#pragma once

#include "customers/happened.h"
#include "customers/wire.h"

namespace vafa::customers {

BOOST_DESCRIBE_ENUM(What, order, order_change, consent, profile, note)

namespace wire {

struct Note {
    commerce::wire::TextId<NoteTag> id;
    std::string text, author;
    Instant created_at;
    Moment changed_at;
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, text, author, created_at, changed_at))
json::Notes field_notes(const Note*);

struct TimelineItem {
    What what = What::order;
    Instant at;
    std::optional<commerce::wire::TextId<OrderTag>> order;
    Text number;
    std::optional<commerce::OrderStatus> status;
    Flag counts;
    Amount net_minor, refund_minor;
    Text currency;
    std::optional<commerce::Channel> channel;
    Flag granted;
    Text source;
    std::vector<std::string> fields;
    std::optional<Note> note;
};
BOOST_DESCRIBE_STRUCT(TimelineItem, (),
                      (what, at, order, number, status, counts, net_minor, refund_minor, currency,
                       channel, granted, source, fields, note))
json::Notes field_notes(const TimelineItem*);
VAFA_PAGE(TimelinePage, TimelineItem)

struct TimelineRequest {
    std::string id;
    Amount limit;
    Text cursor;
};
BOOST_DESCRIBE_STRUCT(TimelineRequest, (), (id, limit, cursor))
json::Notes field_notes(const TimelineRequest*);

struct NoteAdd {
    std::string id, text;
};
BOOST_DESCRIBE_STRUCT(NoteAdd, (), (id, text))
json::Notes field_notes(const NoteAdd*);

struct NoteChange {
    std::string id, note;
    Text text;
};
BOOST_DESCRIBE_STRUCT(NoteChange, (), (id, note, text))
json::Notes field_notes(const NoteChange*);

struct NoteRef {
    std::string id, note;
};
BOOST_DESCRIBE_STRUCT(NoteRef, (), (id, note))
json::Notes field_notes(const NoteRef*);

}  // namespace wire

wire::Note view_of(const Note& note);
wire::TimelineItem view_of(const Happened& happened, const commerce::CountedOrders& counted);

}  // namespace vafa::customers
