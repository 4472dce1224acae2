#include "bench/timeline/duck.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "bench/timeline/stopwatch.h"

namespace vafa::bench {
namespace {

[[noreturn]] void fail(const std::string& what, const char* why) {
    std::fprintf(stderr, "DuckDB: %s\n%s\n", what.c_str(), why == nullptr ? "" : why);
    std::exit(1);
}

template <class T>
void take(const void* data, idx_t rows, std::vector<std::int64_t>& out) {
    const auto* values = static_cast<const T*>(data);
    for (idx_t i = 0; i < rows; ++i) out.push_back(static_cast<std::int64_t>(values[i]));
}

// 128-bit sums are read by their lower half: the made-up revenue fits 63 bits.
void take_huge(const void* data, idx_t rows, std::vector<std::int64_t>& out) {
    const auto* values = static_cast<const duckdb_hugeint*>(data);
    for (idx_t i = 0; i < rows; ++i) out.push_back(static_cast<std::int64_t>(values[i].lower));
}

void take_column(duckdb_vector vector, duckdb_type type, idx_t rows, Table& table,
                 std::size_t column) {
    const void* data = duckdb_vector_get_data(vector);
    auto& whole = table.whole[column];
    switch (type) {
        case DUCKDB_TYPE_DOUBLE: {
            const auto* values = static_cast<const double*>(data);
            table.real[column].insert(table.real[column].end(), values, values + rows);
            return;
        }
        case DUCKDB_TYPE_BOOLEAN:
        case DUCKDB_TYPE_UTINYINT:
            return take<std::uint8_t>(data, rows, whole);
        case DUCKDB_TYPE_SMALLINT:
            return take<std::int16_t>(data, rows, whole);
        case DUCKDB_TYPE_USMALLINT:
            return take<std::uint16_t>(data, rows, whole);
        case DUCKDB_TYPE_DATE:
        case DUCKDB_TYPE_INTEGER:
            return take<std::int32_t>(data, rows, whole);
        case DUCKDB_TYPE_UINTEGER:
            return take<std::uint32_t>(data, rows, whole);
        case DUCKDB_TYPE_BIGINT:
            return take<std::int64_t>(data, rows, whole);
        case DUCKDB_TYPE_UBIGINT:
            return take<std::uint64_t>(data, rows, whole);
        case DUCKDB_TYPE_HUGEINT:
            return take_huge(data, rows, whole);
        default:
            fail("column type " + std::to_string(static_cast<int>(type)), nullptr);
    }
}

}  // namespace

Duck::Duck(const std::string& path, unsigned threads) {
    char* why = nullptr;
    if (duckdb_open_ext(path.c_str(), &database_, nullptr, &why) == DuckDBError) fail(path, why);
    if (duckdb_connect(database_, &connection_) == DuckDBError) fail("connect", nullptr);
    run("SET threads = " + std::to_string(threads));
    run("SET preserve_insertion_order = false");
    run("CREATE TABLE orders (profile BIGINT NOT NULL, placed BIGINT NOT NULL, "
        "flags UTINYINT NOT NULL, amount BIGINT NOT NULL)");
    if (duckdb_appender_create(connection_, nullptr, "orders", &appender_) == DuckDBError) {
        fail("appender", duckdb_appender_error(appender_));
    }
}

Duck::~Duck() {
    duckdb_appender_destroy(&appender_);
    duckdb_disconnect(&connection_);
    duckdb_close(&database_);
}

void Duck::append(std::span<const timeline::Row> rows) {
    const idx_t most = duckdb_vector_size();
    duckdb_logical_type types[] = {duckdb_create_logical_type(DUCKDB_TYPE_BIGINT),
                                   duckdb_create_logical_type(DUCKDB_TYPE_BIGINT),
                                   duckdb_create_logical_type(DUCKDB_TYPE_UTINYINT),
                                   duckdb_create_logical_type(DUCKDB_TYPE_BIGINT)};
    duckdb_data_chunk chunk = duckdb_create_data_chunk(types, 4);
    while (!rows.empty()) {
        const auto now = rows.first(std::min<std::size_t>(most, rows.size()));
        duckdb_data_chunk_reset(chunk);
        const auto data = [&](idx_t column) {
            return duckdb_vector_get_data(duckdb_data_chunk_get_vector(chunk, column));
        };
        auto* profile = static_cast<std::int64_t*>(data(0));
        auto* placed = static_cast<std::int64_t*>(data(1));
        auto* flags = static_cast<std::uint8_t*>(data(2));
        auto* amount = static_cast<std::int64_t*>(data(3));
        for (std::size_t i = 0; i < now.size(); ++i) {
            profile[i] = now[i].profile;
            placed[i] = now[i].at;
            flags[i] = now[i].flags;
            amount[i] = now[i].amount_minor;
        }
        duckdb_data_chunk_set_size(chunk, now.size());
        if (duckdb_append_data_chunk(appender_, chunk) == DuckDBError) {
            fail("append", duckdb_appender_error(appender_));
        }
        rows = rows.subspan(now.size());
    }
    duckdb_destroy_data_chunk(&chunk);
    for (auto& type : types) duckdb_destroy_logical_type(&type);
}

void Duck::finish_loading() {
    if (duckdb_appender_close(appender_) == DuckDBError) {
        fail("append", duckdb_appender_error(appender_));
    }
    run("CHECKPOINT");
}

void Duck::run(const std::string& sql) {
    duckdb_result result;
    if (duckdb_query(connection_, sql.c_str(), &result) == DuckDBError) {
        fail(sql, duckdb_result_error(&result));
    }
    duckdb_destroy_result(&result);
}

double Duck::ask(const std::string& sql, Table& table) {
    duckdb_result result;
    const Stopwatch watch;
    if (duckdb_query(connection_, sql.c_str(), &result) == DuckDBError) {
        fail(sql, duckdb_result_error(&result));
    }
    const double seconds = watch.seconds();
    const idx_t columns = duckdb_column_count(&result);
    table = Table{};
    table.whole.resize(columns);
    table.real.resize(columns);
    while (duckdb_data_chunk chunk = duckdb_fetch_chunk(result)) {
        const idx_t rows = duckdb_data_chunk_get_size(chunk);
        for (idx_t column = 0; column < columns; ++column) {
            take_column(duckdb_data_chunk_get_vector(chunk, column),
                        duckdb_column_type(&result, column), rows, table, column);
        }
        table.rows += rows;
        duckdb_destroy_data_chunk(&chunk);
    }
    duckdb_destroy_result(&result);
    return seconds;
}

std::vector<Formulation> read_formulations(
    const std::string& path, const std::vector<std::pair<std::string, std::string>>& values) {
    std::ifstream file(path);
    if (!file) fail(path, "cannot be read");
    std::vector<Formulation> all;
    for (std::string line; std::getline(file, line);) {
        constexpr std::string_view kName = "-- name: ";
        if (line.starts_with(kName)) {
            all.push_back({line.substr(kName.size()), ""});
        } else if (!all.empty()) {
            all.back().sql += line + "\n";
        }
    }
    for (Formulation& one : all) {
        for (const auto& [name, value] : values) {
            const std::string mark = "{" + name + "}";
            for (std::size_t at; (at = one.sql.find(mark)) != std::string::npos;) {
                one.sql.replace(at, mark.size(), value);
            }
        }
    }
    return all;
}

}  // namespace vafa::bench
