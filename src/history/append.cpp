#include <algorithm>
#include <array>
#include <duckdb.h>
#include <optional>
#include <utility>

#include "base/text.h"
#include "history/impl.h"

namespace vafa::history {

namespace {

// The event's columns in the table's order.
constexpr std::array<duckdb_type, 19> kColumns{
    DUCKDB_TYPE_INTEGER,  DUCKDB_TYPE_BIGINT,  DUCKDB_TYPE_BIGINT,  DUCKDB_TYPE_VARCHAR,
    DUCKDB_TYPE_BIGINT,   DUCKDB_TYPE_BIGINT,  DUCKDB_TYPE_VARCHAR, DUCKDB_TYPE_BIGINT,
    DUCKDB_TYPE_BIGINT,   DUCKDB_TYPE_BIGINT,  DUCKDB_TYPE_VARCHAR, DUCKDB_TYPE_BIGINT,
    DUCKDB_TYPE_VARCHAR,  DUCKDB_TYPE_BIGINT,  DUCKDB_TYPE_BIGINT,  DUCKDB_TYPE_VARCHAR,
    DUCKDB_TYPE_UTINYINT, DUCKDB_TYPE_VARCHAR, DUCKDB_TYPE_INTEGER};

using Events = std::span<const Event* const>;

class Chunk {
public:
    Chunk() {
        std::array<duckdb_logical_type, kColumns.size()> types{};
        std::transform(kColumns.begin(), kColumns.end(), types.begin(), duckdb_create_logical_type);
        chunk_ = duckdb_create_data_chunk(types.data(), types.size());
        for (auto& type : types) duckdb_destroy_logical_type(&type);
    }
    ~Chunk() { duckdb_destroy_data_chunk(&chunk_); }
    Chunk(const Chunk&) = delete;
    Chunk& operator=(const Chunk&) = delete;

    duckdb_data_chunk fill(Events events) {
        duckdb_data_chunk_reset(chunk_);
        column_ = 0;
        put(events, &Event::partition);
        put(events, &Event::seq);
        put(events, &Event::event_id);
        put(events, &Event::source);
        put(events, &Event::shop);
        put(events, &Event::import_id);
        put(events, &Event::kind);
        put(events, &Event::occurred_at);
        put(events, &Event::received_at);
        put(events, &Event::profile);
        put(events, &Event::subject_kind);
        put(events, &Event::subject_id);
        put(events, &Event::subject_key);
        put(events, &Event::version);
        put(events, &Event::amount_minor);
        put(events, &Event::currency);
        put(events, &Event::flags);
        put(events, &Event::properties);
        put(events, &Event::schema_version);
        duckdb_data_chunk_set_size(chunk_, events.size());
        return chunk_;
    }

private:
    duckdb_vector next_vector() { return duckdb_data_chunk_get_vector(chunk_, column_++); }

    template <class T>
    void put(Events events, T Event::*field) {
        auto* out = static_cast<T*>(duckdb_vector_get_data(next_vector()));
        for (std::size_t i = 0; i < events.size(); ++i) out[i] = events[i]->*field;
    }

    void put(Events events, std::string Event::*field) {
        duckdb_vector vector = next_vector();
        for (std::size_t i = 0; i < events.size(); ++i) {
            const std::string& text = events[i]->*field;
            if (is_valid_utf8(text)) {
                duckdb_vector_assign_string_element_len(vector, i, text.data(), text.size());
            } else {  // one such text would make the whole column unreadable
                const std::string valid = valid_utf8(text);
                duckdb_vector_assign_string_element_len(vector, i, valid.data(), valid.size());
            }
        }
    }

    duckdb_data_chunk chunk_ = nullptr;
    idx_t column_ = 0;
};

// The events that are new, in order; `marks` moves along.
Result<std::vector<const Event*>> beyond(Watermarks& marks, std::span<const Event> events) {
    std::vector<const Event*> fresh;
    fresh.reserve(events.size());
    for (const Event& event : events) {
        VAFA_ASSERT(event.partition >= 0 && event.partition < kPartitions);
        std::int64_t& mark = marks[static_cast<std::size_t>(event.partition)];
        if (event.seq <= mark) continue;
        if (event.seq != mark + 1) {
            return damaged("error.history_gap")
                .with("partition", std::to_string(event.partition))
                .with("expected", std::to_string(mark + 1))
                .with("found", std::to_string(event.seq));
        }
        mark = event.seq;
        fresh.push_back(&event);
    }
    return fresh;
}

// Rows of the table `event`, within the connection's transaction.
class Appender {
public:
    explicit Appender(const duck::Connection& connection) : path_(connection.path()) {
        state_ = duckdb_appender_create(connection.raw(), nullptr, "event", &handle_);
    }
    ~Appender() { duckdb_appender_destroy(&handle_); }
    Appender(const Appender&) = delete;
    Appender& operator=(const Appender&) = delete;

    Result<void> add(Events events) {
        const std::size_t step = duckdb_vector_size();
        for (std::size_t at = 0; at < events.size() && state_ == DuckDBSuccess; at += step) {
            const auto part = events.subspan(at, std::min(step, events.size() - at));
            state_ = duckdb_append_data_chunk(handle_, chunk_.fill(part));
        }
        return answer();
    }
    Result<void> close() {
        if (state_ == DuckDBSuccess) state_ = duckdb_appender_close(handle_);
        return answer();
    }

private:
    Result<void> answer() const {
        if (state_ == DuckDBSuccess) return {};
        const char* message = duckdb_appender_error(handle_);
        return duck::error_of(message != nullptr ? message : "append", path_);
    }

    std::string path_;
    duckdb_appender handle_ = nullptr;
    duckdb_state state_ = DuckDBSuccess;
    Chunk chunk_;
};

Result<void> write_watermarks(duck::Connection& connection, const Watermarks& before,
                              const Watermarks& after) {
    std::string values;
    for (std::size_t p = 0; p < after.size(); ++p) {
        if (after[p] == before[p]) continue;
        values += (values.empty() ? "(" : ", (") + std::to_string(p) + ", " +
                  std::to_string(after[p]) + ")";
    }
    return connection.run("UPDATE watermark SET seq = moved.seq FROM (VALUES " + values +
                          ") AS moved(partition, seq) WHERE watermark.partition = moved.partition");
}

}  // namespace

Result<void> History::append(std::span<const Event> events) {
    return append_all([&events] { return std::exchange(events, {}); });
}

Result<void> History::append_all(const NextEvents& next) {
    const std::lock_guard lock(impl_->writing);
    Watermarks marks = impl_->watermarks;
    duck::Connection connection(*impl_->database);  // an early return rolls back
    std::optional<Appender> appender;
    std::vector<std::pair<std::int64_t, TimeMs>> undone;
    while (true) {
        VAFA_TRY(const auto events, next());
        if (events.empty()) break;
        VAFA_TRY(const auto fresh, beyond(marks, events));
        if (fresh.empty()) continue;
        if (!appender) {
            VAFA_CHECK(connection.run("BEGIN"));
            appender.emplace(connection);
        }
        VAFA_CHECK(appender->add(fresh));
        for (const Event* event : fresh) {
            if (event->kind == kUndoneKind) {
                undone.emplace_back(event->subject_id, event->received_at);
            }
        }
    }
    if (!appender) return {};
    VAFA_CHECK(appender->close());
    VAFA_CHECK(write_watermarks(connection, impl_->watermarks, marks));
    VAFA_CHECK(connection.run("COMMIT"));
    impl_->watermarks = marks;
    for (const auto& [import, received_at] : undone) impl_->note_undone(import, received_at);
    return {};
}

}  // namespace vafa::history
