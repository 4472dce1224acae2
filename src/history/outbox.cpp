#include "history/outbox.h"

#include <numeric>
#include <optional>

#include "history/api.h"
#include "history/codec.h"
#include "history/sql.h"
#include "platform/sql/error.h"
#include "platform/sql/sql.h"

namespace vafa::history {

namespace {

[[noreturn]] void lacks_rows() {
    throw sql::DatabaseError(sql::FailureKind::damaged, "history_partition");
}

Watermarks given_out(sql::Session& session, const sql::Query& query) {
    Watermarks marks{};
    std::size_t next = 0;
    session.rows(query, {}, [&](const sql::Row& row) {
        if (row.integer(0) != static_cast<std::int64_t>(next) || next >= marks.size()) lacks_rows();
        marks[next++] = row.integer(1);
    });
    if (next != marks.size()) lacks_rows();
    return marks;
}

int partition_for(const Event& event) {
    if (event.profile != 0) return partition_of(event.profile);
    return partition_of(static_cast<std::int64_t>(hash64(event.subject_key)));
}

void save_partitions(sql::Session& session, const Watermarks& before, const Watermarks& after) {
    auto batch = sql::Batch::update(session, "history_partition", {"partition"}, {"last_seq"});
    for (std::size_t p = 0; p < after.size(); ++p) {
        if (after[p] != before[p]) batch.add(static_cast<std::int64_t>(p), after[p]);
    }
    batch.finish();
}

struct Kept {
    std::int64_t id = 0;
    std::vector<Event> events;
};

Result<std::optional<Kept>> next_kept(sql::Database& database, std::int64_t after,
                                      std::int64_t up_to) {
    return database.read([&](sql::Session& session) -> Result<std::optional<Kept>> {
        Result<std::optional<Kept>> kept = std::optional<Kept>();
        session.one(queries::next_outbox, {{"after", after}, {"up_to", up_to}},
                    [&](const sql::Row& row) {
                        auto events = decode_events(row.bytes(1));
                        if (events.has_error()) {
                            kept = std::move(events).error();
                        } else {
                            kept = Kept{row.integer(0), std::move(events).value()};
                        }
                    });
        return kept;
    });
}

}  // namespace

std::span<const sql::Migration> outbox_migrations() { return migrations::all; }

Result<std::int64_t> outbox_put(sql::Session& session, std::vector<Event>& events) {
    if (events.empty()) return 0;
    const Watermarks before = given_out(session, queries::lock_partitions);
    Watermarks after = before;
    for (Event& event : events) {
        event.partition = partition_for(event);
        event.seq = ++after[static_cast<std::size_t>(event.partition)];
    }
    save_partitions(session, before, after);
    // The number of events ever given out: unique, and ascending like the sequence numbers.
    const auto id = std::accumulate(after.begin(), after.end(), std::int64_t{0});
    const std::string payload = encode_events(events);
    session.execute(queries::insert_outbox, {{"id", id}, {"payload", sql::Bytes{payload}}});
    return id;
}

Result<void> outbox_drain(sql::Database& database, History& history, std::int64_t up_to) {
    std::int64_t last = 0;
    bool more = true;
    while (more) {
        Kept kept;  // outlives the append of its events
        std::size_t appended = 0;
        const auto next = [&]() -> Result<std::span<const Event>> {
            if (appended >= kAppendAtOnce) return std::span<const Event>();
            VAFA_TRY(auto found, next_kept(database, last, up_to));
            more = found.has_value();
            if (!more) return std::span<const Event>();
            kept = std::move(*found);
            last = kept.id;
            appended += kept.events.size();
            return std::span<const Event>(kept.events);
        };
        VAFA_CHECK(history.append_all(next));
    }
    if (last == 0) return {};
    return database.write([&](sql::Session& session) -> Result<void> {
        session.execute(queries::delete_outbox, {{"last", last}});
        return {};
    });
}

Result<OutboxState> outbox_state(sql::Database& database) {
    return database.read([](sql::Session& session) -> Result<OutboxState> {
        OutboxState state;
        for (const std::int64_t seq : given_out(session, queries::partitions)) {
            state.given += static_cast<std::uint64_t>(seq);
        }
        state.waiting = session.one<std::int64_t>(queries::any_outbox).has_value();
        return state;
    });
}

Result<void> outbox_recover(sql::Database& database, History& history) {
    VAFA_CHECK(outbox_drain(database, history));
    const Watermarks kept = history.watermarks();
    return database.read([&](sql::Session& session) -> Result<void> {
        const Watermarks given = given_out(session, queries::partitions);
        for (std::size_t p = 0; p < given.size(); ++p) {
            if (given[p] == kept[p]) continue;
            return damaged("error.history_mismatch")
                .with("partition", std::to_string(p))
                .with("state", std::to_string(given[p]))
                .with("history", std::to_string(kept[p]));
        }
        return {};
    });
}

}  // namespace vafa::history
