#include "ingest/apply_orders.h"

#include "commerce/api.h"
#include "ingest/import_cursor.h"
#include "ingest/import_record.h"
#include "ingest/order_feed.h"
#include "ingest/order_stats.h"
#include "platform/parallel/ahead.h"
#include "platform/sql/database.h"

namespace vafa::ingest {

namespace {

AssembleRules rules_of(const StagedImport& staged) {
    return {.shop = staged.shop,
            .import = staged.import,
            .currency = staged.currency,
            .source = staged.source,
            .traits = staged.traits,
            .files = staged.files};
}

Result<OrderFeed> open_order_feed(const StagedImport& staged, const std::filesystem::path& folder) {
    VAFA_TRY(auto merger, RunMerger::open(folder, staged.runs));
    return OrderFeed(std::move(merger), rules_of(staged));
}

// Progress, and whether to stop.
Result<void> look_up(const ImportWatch& watch, std::uint64_t rows, const StagedImport& staged) {
    if (watch.progress) {
        watch.progress({.phase = ImportPhase::applying,
                        .done = rows,
                        .total = staged.staged_rows,
                        .rows = rows,
                        .rejected = static_cast<std::uint64_t>(staged.result.rejected)});
    }
    if (watch.cancelled && watch.cancelled()) {
        return Error{ErrorCode::cancelled, "error.import_interrupted"}.with(
            "import", to_string(staged.import));
    }
    return {};
}

ImportResult result_of(const StagedImport& staged, const OrderFeed& feed, OrderStats& stats,
                       std::uint64_t orders) {
    ImportResult result = staged.result;
    result.import = staged.import;
    result.orders = static_cast<std::int64_t>(orders);
    result.currency = staged.currency;
    result.first_day = stats.first_day();
    result.last_day = stats.last_day();
    result.revenue_minor = stats.revenue_minor();
    result.median_order_minor = stats.median_minor();
    result.largest_order_minor = stats.largest_minor();
    const auto counted = [&](const char* key, std::uint64_t count) {
        if (count > 0) result.notes.push_back({key, {{"count", std::to_string(count)}}});
    };
    counted("import.note_two_customers", feed.orders_of_two_customers());
    counted("import.note_rows_over_limit", feed.rows_over_limit());
    return result;
}

// The orders behind the cursor, a chunk at a time, all of them counted. It runs ahead of what
// applies them.
class ChunkFeed {
public:
    struct Chunk {
        std::vector<commerce::OrderFact> orders;
        std::uint64_t orders_after = 0, rows_after = 0;
    };

    ChunkFeed(OrderFeed feed, const StoreView& store, std::uint64_t cursor, std::size_t size)
        : feed_(std::move(feed)), stats_(store.zone, store.counted), cursor_(cursor), size_(size) {}

    // An empty chunk at the end, unless nothing is left at all.
    Result<Chunk> next() {
        Chunk chunk;
        chunk.orders.reserve(size_);
        commerce::OrderFact order;
        while (chunk.orders.size() < size_) {
            VAFA_TRY(const bool more, feed_.next(order));
            if (!more) break;
            stats_.add(order);
            if (++orders_ > cursor_) chunk.orders.push_back(std::move(order));
        }
        chunk.orders_after = orders_;
        chunk.rows_after = feed_.rows();
        return chunk;
    }
    ImportResult result(const StagedImport& staged) {
        return result_of(staged, feed_, stats_, orders_);
    }

private:
    OrderFeed feed_;
    OrderStats stats_;
    std::uint64_t orders_ = 0;
    const std::uint64_t cursor_;
    const std::size_t size_;
};

// Phase 2 while it runs.
class Applier {
public:
    Applier(const ImportDeps& deps, const StagedImport& staged, const ImportWatch& watch)
        : deps_(deps), staged_(staged), watch_(watch) {}

    Result<ImportResult> run(OrderFeed feed, const StoreView& store);

private:
    Result<void> load_cursor();
    Result<void> begin();
    Result<void> apply_all(ChunkFeed& feed);
    Result<void> apply_chunk(const ChunkFeed::Chunk& chunk);
    Result<void> checkpoint() { return deps_.checkpoint ? deps_.checkpoint() : Result<void>(); }
    Result<void> finish(const ImportResult& result);

    const ImportDeps& deps_;
    const StagedImport& staged_;
    const ImportWatch& watch_;
    Cursor cursor_;
    Counters counters_;
};

Result<void> Applier::load_cursor() {
    const auto load = [&](sql::Session& session) -> Result<void> {
        const auto record = commerce::find_import(session, staged_.import);
        if (!record) return not_found("error.import_not_found");
        cursor_ = from_text<Cursor>(record->cursor);
        counters_ = from_text<Counters>(record->counters);
        return {};
    };
    return deps_.database.read(load);
}

Result<void> Applier::begin() {
    if (cursor_.orders > 0 || staged_.staged_rows < deps_.first_fill_rows) return {};
    return deps_.database.write([&](sql::Session& session) -> Result<void> {
        commerce::begin_first_fill(session, deps_.clock.now());
        return {};
    });
}

Result<void> Applier::apply_chunk(const ChunkFeed::Chunk& chunk) {
    VAFA_CHECK(checkpoint());
    const Counters before = counters_;
    const auto also = [&](sql::Session& session, const Outcome& outcome) -> Result<void> {
        counters_ = {.added = before.added + outcome.added,
                     .updated = before.updated + outcome.updated,
                     .unchanged = before.unchanged + outcome.unchanged + outcome.stale,
                     .customers_added = before.customers_added + outcome.customers_added,
                     .anonymous = before.anonymous + outcome.anonymous};
        cursor_.orders = chunk.orders_after;
        commerce::move_import(session, staged_.import, to_text(cursor_), to_text(counters_));
        return {};
    };
    VAFA_CHECK(deps_.intake.apply_ahead(chunk.orders, also));
    return checkpoint();
}

Result<void> Applier::finish(const ImportResult& result) {
    return deps_.database.write([&](sql::Session& session) -> Result<void> {
        commerce::finish_import(session, staged_.import, commerce::ImportState::done,
                                with_result(to_text(counters_), result), deps_.clock.now());
        return {};
    });
}

// The next chunk is read and put together while one is applied.
Result<void> Applier::apply_all(ChunkFeed& feed) {
    using Read = std::optional<Result<ChunkFeed::Chunk>>;
    const auto read = [&feed, over = false]() mutable -> Read {
        if (over) return std::nullopt;
        Read chunk = feed.next();
        over = chunk->has_error() || (*chunk)->orders.empty();
        return chunk;
    };
    Ahead<Result<ChunkFeed::Chunk>> ahead(1, read);
    while (true) {
        VAFA_TRY(const ChunkFeed::Chunk chunk, *ahead.next());
        if (chunk.orders.empty()) return {};
        VAFA_CHECK(apply_chunk(chunk));
        VAFA_CHECK(look_up(watch_, chunk.rows_after, staged_));
    }
}

Result<ImportResult> Applier::run(OrderFeed orders, const StoreView& store) {
    VAFA_CHECK(load_cursor());
    const TimeMs started = deps_.clock.now();
    VAFA_CHECK(begin());
    ChunkFeed feed(std::move(orders), store, cursor_.orders, deps_.chunk_orders);
    auto applied = apply_all(feed);
    if (applied.has_value()) applied = commerce::end_first_fill(deps_.database);
    const auto settled = deps_.intake.settle();  // also of an import that was stopped
    if (applied.has_error()) return applied.error();
    VAFA_CHECK(settled);
    ImportResult result = feed.result(staged_);
    result.orders_added = counters_.added;
    result.orders_updated = counters_.updated;
    result.orders_unchanged = counters_.unchanged;
    result.customers_added = counters_.customers_added;
    result.anonymous_orders = counters_.anonymous;
    result.seconds = static_cast<double>(staged_.read_ms + deps_.clock.now() - started) / 1000;
    VAFA_CHECK(finish(result));
    return result;
}

}  // namespace

Result<ImportResult> apply_orders(const ImportDeps& deps, const StagedImport& staged,
                                  const std::filesystem::path& folder, const StoreView& store,
                                  const ImportWatch& watch) {
    VAFA_TRY(auto feed, open_order_feed(staged, folder));
    return Applier(deps, staged, watch).run(std::move(feed), store);
}

Result<ImportResult> preview_orders(const StagedImport& staged, const std::filesystem::path& folder,
                                    const StoreView& store, const ImportWatch& watch) {
    constexpr std::uint64_t kOrdersBetweenLooks = 4096;
    VAFA_TRY(auto feed, open_order_feed(staged, folder));
    OrderStats stats(store.zone, store.counted);
    std::uint64_t orders = 0;
    std::int64_t anonymous = 0;
    commerce::OrderFact order;
    while (true) {
        VAFA_TRY(const bool more, feed.next(order));
        if (!more) break;
        stats.add(order);
        anonymous += order.customer ? 0 : 1;
        if (++orders % kOrdersBetweenLooks == 0) {
            VAFA_CHECK(look_up(watch, feed.rows(), staged));
        }
    }
    ImportResult result = result_of(staged, feed, stats, orders);
    result.anonymous_orders = anonymous;
    return result;
}

}  // namespace vafa::ingest
