// What `./dev bench import` needs beside the program itself.
//   import_tool rows FOLDER CUSTOMERS ORDERS   plain.csv and phone.csv: the same orders, the second
//                                              with the customer's phone on every row
//   import_tool duckdb FILE DATABASE           one table by DuckDB's CSV reader
// Both print {"orders": …, "total_minor": …}.

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <duckdb.h>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "bench/http/orders.h"
#include "bench/http/people.h"

namespace {

using namespace vafa;
using namespace vafa::bench;

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;
constexpr std::uint64_t kFirstNumber = 100'000'000;  // of equal length, as most platforms count

[[noreturn]] void fail(const std::string& text) {
    fmt::print(stderr, "{}\n", text);
    std::exit(1);
}

void print_answer(std::uint64_t orders, std::int64_t total_minor) {
    fmt::print("{{\"orders\": {}, \"total_minor\": {}}}\n", orders, total_minor);
}

class File {
public:
    explicit File(const std::filesystem::path& path)
        : path_(path), file_(std::fopen(path.c_str(), "wb"), &std::fclose) {
        if (!file_) fail(path_.string());
    }
    template <class... Args>
    void line(fmt::format_string<Args...> text, Args&&... args) {
        fmt::format_to(std::back_inserter(buffer_), text, std::forward<Args>(args)...);
        buffer_.push_back('\n');
        if (buffer_.size() > kBufferBytes) flush();
    }
    void flush() {
        const bool all =
            std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) == buffer_.size();
        if (!all || std::fflush(file_.get()) != 0) fail(path_.string());
        buffer_.clear();
    }

private:
    std::filesystem::path path_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
    fmt::memory_buffer buffer_;
};

std::string moment(std::int64_t second) {
    const std::chrono::sys_seconds at{std::chrono::seconds(second)};
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day day(midnight);
    const std::chrono::hh_mm_ss time(at - midnight);
    return fmt::format("{}-{:02}-{:02} {:02}:{:02}:{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

void write_rows(const std::filesystem::path& folder, Size size) {
    std::filesystem::create_directories(folder);
    const Rng seed(2026);
    const Orders orders(seed, size);
    File plain(folder / "plain.csv"), phone(folder / "phone.csv");
    constexpr std::string_view kHeader = "Order ID,Created at,Status,Total,Currency,Customer ID";
    plain.line("{}", kHeader);
    phone.line("{},Phone", kHeader);
    std::int64_t total = 0;
    for (std::uint64_t i = 0; i < orders.count(); ++i) {
        const Order order = orders.at(i);
        const std::string row =
            fmt::format("{},{},{},{}.{:02},EUR,C{}", kFirstNumber + order.id,
                        moment(order.ordered_at_s), order.cancelled ? "cancelled" : "completed",
                        order.total_minor / 100, order.total_minor % 100, order.customer);
        plain.line("{}", row);
        phone.line("{},{}", row, person(seed, order.customer).phone);
        total += order.total_minor;
    }
    plain.flush();
    phone.flush();
    print_answer(orders.count(), total);
}

// Exits on an error: there is nothing to mend.
class Duck {
public:
    explicit Duck(const std::string& path) {
        const bool open = duckdb_open(path.c_str(), &database_) == DuckDBSuccess &&
                          duckdb_connect(database_, &connection_) == DuckDBSuccess;
        if (!open) fail(path);
    }
    ~Duck() {
        duckdb_disconnect(&connection_);
        duckdb_close(&database_);
    }
    Duck(const Duck&) = delete;
    Duck& operator=(const Duck&) = delete;

    // The first row's first two cells, where there are any.
    std::pair<std::int64_t, std::int64_t> run(const std::string& sql) {
        duckdb_result result{};
        if (duckdb_query(connection_, sql.c_str(), &result) != DuckDBSuccess) {
            fail(duckdb_result_error(&result));
        }
        const std::pair cells{duckdb_value_int64(&result, 0, 0), duckdb_value_int64(&result, 1, 0)};
        duckdb_destroy_result(&result);
        return cells;
    }

private:
    duckdb_database database_ = nullptr;
    duckdb_connection connection_ = nullptr;
};

void read_with_duckdb(const std::string& file, const std::string& database) {
    Duck duck(database);
    duck.run("SET threads = 2");
    duck.run("CREATE TABLE orders AS SELECT * FROM read_csv('" + file + "')");
    duck.run("CHECKPOINT");
    const auto [orders, total] =
        duck.run("SELECT count(*), sum(round(\"Total\" * 100)::BIGINT)::BIGINT FROM orders");
    print_answer(static_cast<std::uint64_t>(orders), total);
}

}  // namespace

int main(int argc, char** argv) {
    std::string place, database;
    Size size;
    CLI::App app("Rows of a made-up store, and DuckDB's reading of them");
    app.require_subcommand(1);
    CLI::App* const rows = app.add_subcommand("rows");
    rows->add_option("folder", place)->required();
    rows->add_option("customers", size.customers)->required();
    rows->add_option("orders", size.orders)->required();
    CLI::App* const duck = app.add_subcommand("duckdb");
    duck->add_option("file", place)->required();
    duck->add_option("database", database)->required();
    CLI11_PARSE(app, argc, argv);
    if (rows->parsed()) write_rows(place, size);
    if (duck->parsed()) read_with_duckdb(place, database);
    return 0;
}
