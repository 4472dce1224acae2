#pragma once

#include "history/duck.h"
#include "history/event.h"

namespace vafa::history {

// The event's columns, as read_event wants them.
inline constexpr const char* kEventColumns =
    "partition, seq, event_id, source, shop, import_id, kind, occurred_at, received_at, profile, "
    "subject_kind, subject_id, subject_key, version, amount_minor, currency, flags, properties, "
    "schema_version";

inline void read_event(const duck::Rows& rows, std::size_t row, Event& event) {
    event.partition = rows.column<std::int32_t>(0)[row];
    event.seq = rows.column<std::int64_t>(1)[row];
    event.event_id = rows.column<std::int64_t>(2)[row];
    event.source = rows.text(3, row);
    event.shop = rows.column<std::int64_t>(4)[row];
    event.import_id = rows.column<std::int64_t>(5)[row];
    event.kind = rows.text(6, row);
    event.occurred_at = rows.column<std::int64_t>(7)[row];
    event.received_at = rows.column<std::int64_t>(8)[row];
    event.profile = rows.column<std::int64_t>(9)[row];
    event.subject_kind = rows.text(10, row);
    event.subject_id = rows.column<std::int64_t>(11)[row];
    event.subject_key = rows.text(12, row);
    event.version = rows.column<std::int64_t>(13)[row];
    event.amount_minor = rows.column<std::int64_t>(14)[row];
    event.currency = rows.text(15, row);
    event.flags = rows.column<std::uint8_t>(16)[row];
    event.properties = rows.text(17, row);
    event.schema_version = rows.column<std::int32_t>(18)[row];
}

}  // namespace vafa::history
