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

std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
    return out + "'";
}

}  // namespace vafa::metrics::reference
