#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// For tests only: a DuckDB in memory that is asked plain SQL. Any error fails the test's process.
namespace vafa::metrics::reference {

// A cell; what is not there is NULL. Integers stand in `real` as well.
struct Cell {
    Cell() = default;
    explicit Cell(std::int64_t number)
        : null(false), integer(number), real(static_cast<double>(number)) {}
    explicit Cell(std::string words) : null(false), text(std::move(words)) {}

    bool null = true;
    std::int64_t integer = 0;
    double real = 0;
    std::string text;

    std::optional<std::int64_t> maybe_integer() const {
        return null ? std::nullopt : std::optional(integer);
    }
    std::optional<double> maybe_real() const { return null ? std::nullopt : std::optional(real); }
};
using Table = std::vector<std::vector<Cell>>;

class Sql {
public:
    Sql();
    ~Sql();
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;

    void run(const std::string& sql) { ask(sql); }
    Table ask(const std::string& sql);
    // Rows of a table that exists: cells with text as text, the others as integers.
    void append(const char* table, const Table& rows);

private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string quoted(const std::string& text);

}  // namespace vafa::metrics::reference
