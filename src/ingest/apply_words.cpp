#include "ingest/apply_words.h"

#include "commerce/api.h"
#include "ingest/import_cursor.h"
#include "ingest/import_record.h"
#include "ingest/word_feed.h"
#include "platform/sql/database.h"

namespace vafa::ingest {

namespace {

using commerce::CustomerFact;
using commerce::ProductFact;

Result<WordFeed> open_word_feed(const StagedImport& staged, const std::filesystem::path& folder) {
    VAFA_TRY(auto merger, RunMerger::open(folder, staged.runs));
    return WordFeed(std::move(merger),
                    {.shop = staged.shop,
                     .import = staged.import,
                     .currency = staged.currency,
                     .source = staged.source,
                     .traits = staged.traits,
                     .files = staged.files},
                    staged.said_at);
}

// Progress, and whether to stop.
Result<void> look_up(const ImportWatch& watch, const WordFeed& feed, const StagedImport& staged) {
    if (watch.progress) {
        watch.progress({.phase = ImportPhase::applying,
                        .done = feed.rows(),
                        .total = staged.staged_rows,
                        .rows = feed.rows(),
                        .rejected = static_cast<std::uint64_t>(staged.result.rejected)});
    }
    if (watch.cancelled && watch.cancelled()) {
        return Error{ErrorCode::cancelled, "error.import_interrupted"}.with(
            "import", to_string(staged.import));
    }
    return {};
}

void count(ImportResult& result, const CustomerFact*, std::int64_t told, const Counters& counters) {
    result.customers = told;
    result.customers_added = counters.added;
    result.customers_updated = counters.updated;
    result.customers_unchanged = counters.unchanged;
}

void count(ImportResult& result, const ProductFact*, std::int64_t told, const Counters& counters) {
    result.products = told;
    result.products_added = counters.added;
    result.products_updated = counters.updated;
    result.products_unchanged = counters.unchanged;
}

template <class Fact>
ImportResult result_of(const StagedImport& staged, const WordFeed& feed, std::uint64_t told,
                       const Counters& counters) {
    ImportResult result = staged.result;
    result.import = staged.import;
    result.currency = staged.currency;
    count(result, static_cast<const Fact*>(nullptr), static_cast<std::int64_t>(told), counters);
    if (feed.rows_over_limit() > 0) {
        result.notes.push_back(
            {"import.note_rows_over_limit", {{"count", std::to_string(feed.rows_over_limit())}}});
    }
    return result;
}

// Phase 2 while it runs.
template <class Fact>
class WordApplier {
public:
    WordApplier(const ImportDeps& deps, const StagedImport& staged, const ImportWatch& watch)
        : deps_(deps), staged_(staged), watch_(watch) {}

    Result<ImportResult> run(WordFeed feed);

private:
    Result<void> load_cursor();
    Result<void> apply_chunk(std::uint64_t told_after);
    Result<void> checkpoint() { return deps_.checkpoint ? deps_.checkpoint() : Result<void>(); }
    Result<void> finish(const ImportResult& result);

    const ImportDeps& deps_;
    const StagedImport& staged_;
    const ImportWatch& watch_;
    Cursor cursor_;
    Counters counters_;
    std::vector<Fact> chunk_;
};

template <class Fact>
Result<void> WordApplier<Fact>::load_cursor() {
    return deps_.database.read([&](sql::Session& session) -> Result<void> {
        const auto record = commerce::find_import(session, staged_.import);
        if (!record) return not_found("error.import_not_found");
        cursor_ = from_text<Cursor>(record->cursor);
        counters_ = from_text<Counters>(record->counters);
        return {};
    });
}

template <class Fact>
Result<void> WordApplier<Fact>::apply_chunk(std::uint64_t told_after) {
    VAFA_CHECK(checkpoint());
    const Counters before = counters_;
    const auto also = [&](sql::Session& session, const Outcome& outcome) -> Result<void> {
        counters_ = {.added = before.added + outcome.added,
                     .updated = before.updated + outcome.updated,
                     .unchanged = before.unchanged + outcome.unchanged + outcome.stale,
                     .customers_added = before.customers_added + outcome.customers_added,
                     .anonymous = 0};
        cursor_.orders = told_after;
        commerce::move_import(session, staged_.import, to_text(cursor_), to_text(counters_));
        return {};
    };
    VAFA_CHECK(deps_.intake.apply(std::span<const Fact>(chunk_), also));
    chunk_.clear();
    return checkpoint();
}

template <class Fact>
Result<void> WordApplier<Fact>::finish(const ImportResult& result) {
    return deps_.database.write([&](sql::Session& session) -> Result<void> {
        commerce::finish_import(session, staged_.import, commerce::ImportState::done,
                                with_result(to_text(counters_), result), deps_.clock.now());
        return {};
    });
}

template <class Fact>
Result<ImportResult> WordApplier<Fact>::run(WordFeed feed) {
    VAFA_CHECK(load_cursor());
    const TimeMs started = deps_.clock.now();
    std::uint64_t told = 0;
    Fact fact;
    while (true) {
        VAFA_TRY(const bool more, feed.next(fact));
        if (more && ++told > cursor_.orders) chunk_.push_back(std::move(fact));
        const bool full = chunk_.size() >= deps_.chunk_orders;
        if (full || (!more && !chunk_.empty())) {
            VAFA_CHECK(apply_chunk(told));
            VAFA_CHECK(look_up(watch_, feed, staged_));
        }
        if (!more) break;
    }
    auto result = result_of<Fact>(staged_, feed, told, counters_);
    result.seconds = static_cast<double>(staged_.read_ms + deps_.clock.now() - started) / 1000;
    VAFA_CHECK(finish(result));
    return result;
}

template <class Fact>
Result<ImportResult> preview(WordFeed feed, const StagedImport& staged, const ImportWatch& watch) {
    constexpr std::uint64_t kBetweenLooks = 4096;
    std::uint64_t told = 0;
    Fact fact;
    while (true) {
        VAFA_TRY(const bool more, feed.next(fact));
        if (!more) return result_of<Fact>(staged, feed, told, {});
        if (++told % kBetweenLooks == 0) VAFA_CHECK(look_up(watch, feed, staged));
    }
}

}  // namespace

Result<ImportResult> apply_words(const ImportDeps& deps, const StagedImport& staged,
                                 const std::filesystem::path& folder, const ImportWatch& watch) {
    VAFA_TRY(auto feed, open_word_feed(staged, folder));
    if (staged.kind == ImportKind::customers) {
        return WordApplier<CustomerFact>(deps, staged, watch).run(std::move(feed));
    }
    return WordApplier<ProductFact>(deps, staged, watch).run(std::move(feed));
}

Result<ImportResult> preview_words(const StagedImport& staged, const std::filesystem::path& folder,
                                   const ImportWatch& watch) {
    VAFA_TRY(auto feed, open_word_feed(staged, folder));
    if (staged.kind == ImportKind::customers) {
        return preview<CustomerFact>(std::move(feed), staged, watch);
    }
    return preview<ProductFact>(std::move(feed), staged, watch);
}

}  // namespace vafa::ingest
