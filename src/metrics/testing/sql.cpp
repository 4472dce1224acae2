#include "metrics/testing/sql.h"

#include <duckdb.h>
#include <stdexcept>

namespace vafa::metrics::reference {

struct Sql::State {
    duckdb_database database = nullptr;
    duckdb_connection connection = nullptr;
};

Sql::Sql() : state_(std::make_unique<State>()) {
    duckdb_config config = nullptr;
    duckdb_create_config(&config);
    duckdb_set_config(config, "threads", "1");  // tiny tables: planning is all there is
    char* message = nullptr;
    const auto opened = duckdb_open_ext(nullptr, &state_->database, config, &message);
    duckdb_destroy_config(&config);
    duckdb_free(message);
    if (opened != DuckDBSuccess ||
        duckdb_connect(state_->database, &state_->connection) != DuckDBSuccess) {
        throw std::runtime_error("no DuckDB");
    }
    // Sum ÷ count in minor units × 10,000, rounded half away from zero.
    run("CREATE MACRO average(s, c) AS CASE WHEN c > 0 THEN "
        "((20000::HUGEINT * s + CASE WHEN s < 0 THEN -c ELSE c END) // (2 * c))::BIGINT END");
    run("CREATE MACRO rate(part, whole) AS "
        "CASE WHEN whole > 0 THEN part::DOUBLE / whole::DOUBLE END");
}

Sql::~Sql() {
    duckdb_disconnect(&state_->connection);
    duckdb_close(&state_->database);
}

namespace {

Cell read_cell(duckdb_result& result, idx_t column, idx_t row) {
    Cell cell;
    cell.null = duckdb_value_is_null(&result, column, row);
    if (cell.null) return cell;
    switch (duckdb_column_type(&result, column)) {
        case DUCKDB_TYPE_VARCHAR: {
            char* text = duckdb_value_varchar(&result, column, row);
            cell.text = text;
            duckdb_free(text);
            break;
        }
        case DUCKDB_TYPE_DOUBLE:
        case DUCKDB_TYPE_DECIMAL:
            cell.real = duckdb_value_double(&result, column, row);
            break;
        case DUCKDB_TYPE_BOOLEAN:
            cell.integer = duckdb_value_boolean(&result, column, row) ? 1 : 0;
            break;
        default:  // of HUGEINT only what fits is asked for
            cell.integer = duckdb_value_int64(&result, column, row);
            cell.real = static_cast<double>(cell.integer);
            break;
    }
    return cell;
}

}  // namespace

Table Sql::ask(const std::string& sql) {
    duckdb_result result{};
    if (duckdb_query(state_->connection, sql.c_str(), &result) != DuckDBSuccess) {
        const std::string message = duckdb_result_error(&result);
        duckdb_destroy_result(&result);
        throw std::runtime_error(message + "\nin: " + sql);
    }
    Table table(duckdb_row_count(&result));
    const idx_t columns = duckdb_column_count(&result);
    for (idx_t row = 0; row < table.size(); ++row) {
        for (idx_t column = 0; column < columns; ++column) {
            table[row].push_back(read_cell(result, column, row));
        }
    }
    duckdb_destroy_result(&result);
    return table;
}

void Sql::append(const char* table, const Table& rows) {
    duckdb_appender appender = nullptr;
    auto state = duckdb_appender_create(state_->connection, nullptr, table, &appender);
    for (const auto& row : rows) {
        for (const Cell& cell : row) {
            if (cell.null) {
                duckdb_append_null(appender);
            } else if (!cell.text.empty()) {
                duckdb_append_varchar_length(appender, cell.text.data(), cell.text.size());
            } else {
                duckdb_append_int64(appender, cell.integer);
            }
        }
        if (duckdb_appender_end_row(appender) != DuckDBSuccess) state = DuckDBError;
    }
    if (duckdb_appender_close(appender) != DuckDBSuccess) state = DuckDBError;
    const char* message = duckdb_appender_error(appender);
    const std::string text = message != nullptr ? message : "append";
    duckdb_appender_destroy(&appender);
    if (state != DuckDBSuccess) throw std::runtime_error(text);
}

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

}  // namespace vafa::metrics::reference
