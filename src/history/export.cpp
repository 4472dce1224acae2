#include <cerrno>
#include <cstdio>
#include <duckdb.h>
#include <filesystem>
#include <vector>

#include "base/ids.h"
#include "history/impl.h"
#include "platform/files/error.h"
#include "platform/files/reader.h"
#include "platform/files/whole_file.h"

namespace vafa::history {

namespace {

namespace fs = std::filesystem;

// vafa_id(prefix, number): what encode_id makes of them, '' for 0.
void id_function(duckdb_function_info /*info*/, duckdb_data_chunk input, duckdb_vector output) {
    auto* prefixes = static_cast<duckdb_string_t*>(
        duckdb_vector_get_data(duckdb_data_chunk_get_vector(input, 0)));
    const auto* numbers = static_cast<const std::int64_t*>(
        duckdb_vector_get_data(duckdb_data_chunk_get_vector(input, 1)));
    const idx_t rows = duckdb_data_chunk_get_size(input);
    for (idx_t row = 0; row < rows; ++row) {
        const std::string_view prefix(duckdb_string_t_data(&prefixes[row]),
                                      duckdb_string_t_length(prefixes[row]));
        const std::string id = numbers[row] == 0 ? "" : encode_id(prefix, numbers[row]);
        duckdb_vector_assign_string_element_len(output, row, id.data(), id.size());
    }
}

std::string id_sql(std::string_view prefix, const std::string& column) {
    return "vafa_id(" + duck::quoted(prefix) + ", " + column + ") AS " + column;
}

std::string export_sql() {
    const std::string subject =
        "vafa_id(CASE subject_kind WHEN 'order' THEN " + duck::quoted(OrderTag::kPrefix) +
        " WHEN 'product' THEN " + duck::quoted(ProductTag::kPrefix) + " WHEN 'customer' THEN " +
        duck::quoted(CustomerTag::kPrefix) + " WHEN 'import' THEN " +
        duck::quoted(ImportTag::kPrefix) + " ELSE subject_kind END, subject_id) AS subject_id";
    return "SELECT partition, seq, " + id_sql(EventTag::kPrefix, "event_id") + ", source, " +
           id_sql(ShopTag::kPrefix, "shop") + ", " + id_sql(ImportTag::kPrefix, "import_id") +
           ", kind, make_timestamptz(occurred_at * 1000) AS occurred_at, "
           "make_timestamptz(received_at * 1000) AS received_at, " +
           id_sql(ProfileTag::kPrefix, "profile") + ", subject_kind, " + subject +
           ", subject_key, version, amount_minor, currency, flags, properties, schema_version "
           "FROM event ORDER BY partition, seq";
}

Result<void> copy_to_stdout(const std::string& from) {
    VAFA_TRY(auto reader, files::Reader::open(from));
    std::vector<char> buffer(1 << 20);
    while (true) {
        VAFA_TRY(const std::size_t size, reader.read(buffer));
        if (std::fwrite(buffer.data(), 1, size, stdout) != size) return files::error_of(errno, "-");
        if (size == 0) break;
    }
    if (std::fflush(stdout) != 0) return files::error_of(errno, "-");
    return {};
}

// Across file systems by a copy beside the target, so that `output` is never half a file.
Result<void> move_to(const std::string& from, const std::string& output) {
    std::error_code error;
    fs::rename(from, output, error);
    if (!error) return {};
    if (error != std::errc::cross_device_link) return files::error_of(error.value(), output);
    const std::string part = output + ".part";
    fs::copy_file(from, part, fs::copy_options::overwrite_existing, error);
    if (!error) fs::rename(part, output, error);
    if (!error) return {};
    const Error failed = files::error_of(error.value(), output);
    fs::remove(part, error);
    return failed;
}

}  // namespace

Result<void> History::Impl::register_id_function() {
    duck::Connection connection(*database);
    duckdb_scalar_function function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, "vafa_id");
    duckdb_logical_type text = duckdb_create_logical_type(DUCKDB_TYPE_VARCHAR);
    duckdb_logical_type number = duckdb_create_logical_type(DUCKDB_TYPE_BIGINT);
    duckdb_scalar_function_add_parameter(function, text);
    duckdb_scalar_function_add_parameter(function, number);
    duckdb_scalar_function_set_return_type(function, text);
    duckdb_scalar_function_set_function(function, id_function);
    const auto state = duckdb_register_scalar_function(connection.raw(), function);
    duckdb_destroy_logical_type(&number);
    duckdb_destroy_logical_type(&text);
    duckdb_destroy_scalar_function(&function);
    VAFA_ASSERT(state == DuckDBSuccess);
    return {};
}

Result<void> History::export_events(ExportFormat format, const std::string& output) const {
    const std::lock_guard lock(impl_->exporting);
    VAFA_CHECK(files::make_folders(impl_->scratch));
    const std::string staged = impl_->scratch + "/export";
    const char* how = format == ExportFormat::parquet ? "(FORMAT parquet, COMPRESSION zstd)"
                                                      : "(FORMAT csv, HEADER)";
    duck::Connection connection(*impl_->database);
    VAFA_CHECK(connection.run("SET TimeZone = 'UTC'"));
    Result<void> done =
        connection.run("COPY (" + export_sql() + ") TO " + duck::quoted(staged) + " " + how);
    if (done.has_value()) done = output == "-" ? copy_to_stdout(staged) : move_to(staged, output);
    std::error_code ignored;
    fs::remove(staged, ignored);
    return done;
}

}  // namespace vafa::history
