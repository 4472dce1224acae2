#include "history/duck.h"

#include <array>
#include <duckdb.h>
#include <stdexcept>

namespace vafa::history::duck {

Error error_of(const std::string& message, const std::string& path) {
    struct Known {
        std::string_view words;
        ErrorCode code;
        const char* key;
    };
    // DuckDB tells causes apart by words only. "INTERNAL Error" and "FATAL Error" are what reading
    // altered bytes ends in when the block's checksum happened to be right or was not reached.
    static constexpr std::array<Known, 16> kKnown{{
        {"database does not exist", ErrorCode::not_found, "error.history_missing"},
        {"Conflicting lock is held", ErrorCode::conflict, "error.history_locked"},
        {"Could not set lock", ErrorCode::conflict, "error.history_locked"},
        {"Could not write all bytes", ErrorCode::unavailable, "error.disk_full"},
        {"No space left on device", ErrorCode::unavailable, "error.disk_full"},
        {"max_temp_directory_size", ErrorCode::unavailable, "error.disk_full"},
        {"Cannot CHECKPOINT", ErrorCode::unavailable, "error.history_busy"},
        {"database file with version number", ErrorCode::conflict, "error.history_newer"},
        {"Corrupt", ErrorCode::damaged, "error.history_damaged"},
        {"checksum", ErrorCode::damaged, "error.history_damaged"},
        {"not a valid DuckDB database", ErrorCode::damaged, "error.history_damaged"},
        {"Could not read enough bytes", ErrorCode::damaged, "error.history_damaged"},
        {"Could not read all bytes", ErrorCode::damaged, "error.history_damaged"},
        {"Failure while replaying WAL", ErrorCode::damaged, "error.history_damaged"},
        {"Serialization Error", ErrorCode::damaged, "error.history_damaged"},
        {"INTERNAL Error", ErrorCode::damaged, "error.history_damaged"},
    }};
    for (const Known& known : kKnown) {
        if (message.find(known.words) == std::string::npos) continue;
        return Error{known.code, known.key}.with("path", path).with("detail", message);
    }
    // Of whatever else can happen while a file is read or written a person must know which.
    return Error{ErrorCode::internal, "error.history_failed"}
        .with("path", path)
        .with("detail", message);
}

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') out += '\'';
        if (c != '\0') out += c;
    }
    return out += '\'';
}

struct Rows::Impl {
    duckdb_result result{};
    duckdb_data_chunk chunk = nullptr;
    const std::string* path = nullptr;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() {
        duckdb_destroy_data_chunk(&chunk);
        duckdb_destroy_result(&result);
    }
};

Rows::Rows(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Rows::Rows(Rows&&) noexcept = default;
Rows& Rows::operator=(Rows&&) noexcept = default;
Rows::~Rows() = default;

Result<bool> Rows::next() {
    duckdb_destroy_data_chunk(&impl_->chunk);
    impl_->chunk = duckdb_fetch_chunk(impl_->result);
    if (impl_->chunk != nullptr) return size() > 0;
    const char* message = duckdb_result_error(&impl_->result);
    if (message != nullptr && *message != '\0') return error_of(message, *impl_->path);
    return false;
}

std::size_t Rows::size() const { return duckdb_data_chunk_get_size(impl_->chunk); }

const void* Rows::data(std::size_t index) const {
    return duckdb_vector_get_data(duckdb_data_chunk_get_vector(impl_->chunk, index));
}

std::string_view Rows::text(std::size_t index, std::size_t row) const {
    // The C API takes a mutable pointer and only reads.
    auto* strings = const_cast<duckdb_string_t*>(static_cast<const duckdb_string_t*>(data(index)));
    return {duckdb_string_t_data(&strings[row]), duckdb_string_t_length(strings[row])};
}

struct Database::Impl {
    duckdb_database database = nullptr;
    std::string path;

    Impl() = default;
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    ~Impl() { duckdb_close(&database); }
};

Database::Database(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::~Database() = default;
const std::string& Database::path() const { return impl_->path; }

Result<std::unique_ptr<Database>> Database::open(const std::string& path,
                                                 const Settings& settings) {
    auto impl = std::make_unique<Impl>();
    impl->path = path;
    duckdb_config config = nullptr;
    duckdb_create_config(&config);
    bool known = true;
    for (const auto& [name, value] : settings) {
        known = known && duckdb_set_config(config, name.c_str(), value.c_str()) == DuckDBSuccess;
    }
    VAFA_ASSERT(known);
    char* message = nullptr;
    const auto state = duckdb_open_ext(path.c_str(), &impl->database, config, &message);
    duckdb_destroy_config(&config);
    if (state == DuckDBSuccess) {
        return std::unique_ptr<Database>(new Database(std::move(impl)));
    }
    const std::string text = message != nullptr ? message : "cannot open";
    duckdb_free(message);
    return error_of(text, path);
}

Connection::Connection(const Database& database) : path_(&database.path()) {
    if (duckdb_connect(database.impl_->database, &connection_) != DuckDBSuccess) {
        throw std::runtime_error("DuckDB, " + *path_ + ": no connection");
    }
}

Connection::Connection(Connection&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)), path_(other.path_) {}

Connection::~Connection() { duckdb_disconnect(&connection_); }

Result<void> Connection::run(const std::string& sql) {
    duckdb_result result{};
    const auto state = duckdb_query(connection_, sql.c_str(), &result);
    const char* message = state == DuckDBSuccess ? nullptr : duckdb_result_error(&result);
    const std::string text = message != nullptr ? message : "";
    duckdb_destroy_result(&result);
    if (state != DuckDBSuccess) return error_of(text, *path_);
    return {};
}

namespace {

struct Statement {
    duckdb_prepared_statement handle = nullptr;
    ~Statement() { duckdb_destroy_prepare(&handle); }
};

struct Pending {
    duckdb_pending_result handle = nullptr;
    ~Pending() { duckdb_destroy_pending(&handle); }
};

}  // namespace

Result<Rows> Connection::query(const std::string& sql) {
    Statement statement;
    if (duckdb_prepare(connection_, sql.c_str(), &statement.handle) != DuckDBSuccess) {
        return error_of(duckdb_prepare_error(statement.handle), *path_);
    }
    Pending pending;
    if (duckdb_pending_prepared_streaming(statement.handle, &pending.handle) != DuckDBSuccess) {
        return error_of(duckdb_pending_error(pending.handle), *path_);
    }
    auto impl = std::make_unique<Rows::Impl>();
    impl->path = path_;
    if (duckdb_execute_pending(pending.handle, &impl->result) != DuckDBSuccess) {
        return error_of(duckdb_result_error(&impl->result), *path_);
    }
    return Rows(std::move(impl));
}

}  // namespace vafa::history::duck
