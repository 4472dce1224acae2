#pragma once

#include <string>
#include <vector>

#include "history/api.h"

// For tests only.
namespace vafa::history {

// An order event of partition `partition`; the rest are defaults a test overrides.
inline Event order_event(std::int32_t partition, std::int64_t seq, std::string key,
                         std::int64_t version = 1) {
    Event event;
    event.partition = partition;
    event.seq = seq;
    event.event_id = seq * kPartitions + partition;
    event.source = "file";
    event.shop = 1;
    event.import_id = 7;
    event.kind = "order";
    event.occurred_at = 1'700'000'000'000 + seq;
    event.received_at = 1'700'000'500'000;
    event.profile = 1000 + partition;
    event.subject_kind = "order";
    event.subject_id = static_cast<std::int64_t>(key.size()) * 100 + seq;
    event.subject_key = std::move(key);
    event.version = version;
    event.amount_minor = 100 * seq;
    event.currency = "EUR";
    event.flags = 3;
    event.properties = R"({"product":"tea","total_minor":)" + std::to_string(100 * seq) + "}";
    return event;
}

inline std::vector<Event> all_events(const History& history, const EventFilter& filter = {}) {
    std::vector<Event> events;
    history.for_each(filter, [&](const Event& event) { events.push_back(event); }).value();
    return events;
}

}  // namespace vafa::history
