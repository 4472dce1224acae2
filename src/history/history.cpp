#include <cstdlib>
#include <filesystem>
#include <numeric>

#include "history/api.h"
#include "history/impl.h"

namespace vafa::history {

namespace {

// Bump when a column changes its meaning; a program refuses a file of a later format.
constexpr std::int64_t kFormat = 1;

constexpr const char* kCreateTables = R"sql(
BEGIN;
CREATE TABLE event (
    partition INTEGER NOT NULL, seq BIGINT NOT NULL, event_id BIGINT NOT NULL,
    source VARCHAR NOT NULL, shop BIGINT NOT NULL, import_id BIGINT NOT NULL,
    kind VARCHAR NOT NULL, occurred_at BIGINT NOT NULL, received_at BIGINT NOT NULL,
    profile BIGINT NOT NULL, subject_kind VARCHAR NOT NULL, subject_id BIGINT NOT NULL,
    subject_key VARCHAR NOT NULL, version BIGINT NOT NULL, amount_minor BIGINT NOT NULL,
    currency VARCHAR NOT NULL, flags UTINYINT NOT NULL, properties VARCHAR NOT NULL,
    schema_version INTEGER NOT NULL);
CREATE TABLE watermark AS SELECT i::INTEGER AS partition, 0::BIGINT AS seq FROM range(64) t(i);
CREATE TABLE meta AS SELECT 1::BIGINT AS format;
COMMIT;
)sql";
static_assert(kPartitions == 64);

// A folder nobody else can have prepared; "" when there is no room for temporary files.
std::string make_private_folder() {
    std::error_code error;
    const auto base = std::filesystem::temp_directory_path(error);
    if (error) return {};
    std::string name = (base / "vafa-XXXXXX").string();
    return mkdtemp(name.data()) != nullptr ? name : std::string();
}

duck::Database::Settings settings_of(const OpenOptions& options, const std::string& scratch) {
    duck::Database::Settings settings{
        {"autoinstall_known_extensions", "false"},
        {"autoload_known_extensions", "false"},
        {"allow_community_extensions", "false"},
        {"temp_directory", scratch},
        {"enable_external_access", "false"},    // what lies in the scratch folder stays reachable
        {"preserve_insertion_order", "false"},  // every query that needs an order asks for it
        // Each checkpoint compresses the last, unfinished row group anew: at the default of 16 MB
        // that is every batch of an import, and halves its speed.
        {"checkpoint_threshold", "256MB"},
        {"threads", std::to_string(std::max(1U, options.threads))},
    };
    if (options.read_only) settings.emplace_back("access_mode", "READ_ONLY");
    if (options.memory_limit_mb > 0) {
        settings.emplace_back("memory_limit", std::to_string(options.memory_limit_mb) + "MB");
    }
    return settings;
}

}  // namespace

History::Impl::~Impl() {
    database.reset();
    if (scratch.empty()) return;
    std::error_code ignored;
    if (remove_scratch) {
        std::filesystem::remove_all(scratch, ignored);
    } else {
        std::filesystem::remove(scratch, ignored);  // only when empty
    }
}

Result<void> History::Impl::create_tables() {
    return duck::Connection(*database).run(kCreateTables);
}

Result<void> History::Impl::load_watermarks() {
    duck::Connection connection(*database);
    VAFA_TRY(auto meta, connection.query("SELECT coalesce(max(format), 0) FROM meta"));
    VAFA_TRY(const bool found, meta.next());
    if (found && meta.column<std::int64_t>(0)[0] > kFormat) {
        return conflict("error.history_newer").with("path", path);
    }
    VAFA_TRY(auto rows, connection.query("SELECT partition, seq FROM watermark"));
    while (true) {
        VAFA_TRY(const bool more, rows.next());
        if (!more) return {};
        const auto partitions = rows.column<std::int32_t>(0);
        const auto seqs = rows.column<std::int64_t>(1);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (partitions[i] < 0 || partitions[i] >= kPartitions) {
                return damaged("error.history_damaged").with("path", path);
            }
            watermarks[static_cast<std::size_t>(partitions[i])] = seqs[i];
        }
    }
}

History::History(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
History::~History() = default;

Result<std::unique_ptr<History>> History::open(const std::string& path, OpenOptions options) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    impl->remove_scratch = options.read_only && options.scratch.empty();
    impl->scratch = !options.scratch.empty() ? options.scratch
                    : options.read_only      ? make_private_folder()
                                             : path + ".tmp";
    VAFA_TRY(impl->database, duck::Database::open(path, settings_of(options, impl->scratch)));
    VAFA_TRY(auto tables,
             duck::Connection(*impl->database).query("SELECT count(*) FROM duckdb_tables()"));
    VAFA_TRY(const bool answered, tables.next());
    const bool is_new = answered && tables.column<std::int64_t>(0)[0] == 0;
    if (is_new && options.read_only) return not_found("error.history_missing").with("path", path);
    if (is_new) VAFA_CHECK(impl->create_tables());
    VAFA_CHECK(impl->load_watermarks());
    VAFA_CHECK(impl->load_undone());
    VAFA_CHECK(impl->register_id_function());
    return std::unique_ptr<History>(new History(std::move(impl)));
}

Watermarks History::watermarks() const {
    const std::lock_guard lock(impl_->writing);
    return impl_->watermarks;
}

std::uint64_t History::total() const {
    const Watermarks marks = watermarks();
    return std::accumulate(
        marks.begin(), marks.end(), std::uint64_t{0},
        [](std::uint64_t sum, std::int64_t seq) { return sum + static_cast<std::uint64_t>(seq); });
}

Result<void> History::checkpoint() {
    const std::lock_guard lock(impl_->writing);
    const auto done = duck::Connection(*impl_->database).run("CHECKPOINT");
    if (done.has_error() && done.error().key == "error.history_busy") return {};
    return done;
}

}  // namespace vafa::history
