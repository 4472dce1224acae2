#pragma once

#include <cstdint>
#include <duckdb.h>
#include <span>
#include <string>
#include <vector>

#include "timeline/types.h"

namespace vafa::bench {

// All of a query's rows, a column each: whole numbers (dates as days) and doubles. NULL is 0.
struct Table {
    std::vector<std::vector<std::int64_t>> whole;  // empty for a column of doubles
    std::vector<std::vector<double>> real;         // empty for a column of whole numbers
    std::size_t rows = 0;
};

// A DuckDB file with the orders; any failure ends the program with DuckDB's own words.
class Duck {
public:
    Duck(const std::string& path, unsigned threads);
    ~Duck();
    Duck(const Duck&) = delete;
    Duck& operator=(const Duck&) = delete;

    void append(std::span<const timeline::Row> rows);  // sorted by profile, then time
    void finish_loading();
    void run(const std::string& sql);
    // Seconds to the last row in memory; `table` is filled after the clock has stopped.
    double ask(const std::string& sql, Table& table);

private:
    duckdb_database database_ = nullptr;
    duckdb_connection connection_ = nullptr;
    duckdb_appender appender_ = nullptr;
};

// "-- name: x" sections of a file, with {placeholders} filled.
struct Formulation {
    std::string name;
    std::string sql;
};
std::vector<Formulation> read_formulations(
    const std::string& path, const std::vector<std::pair<std::string, std::string>>& values);

}  // namespace vafa::bench
