// Writes the made-up store of `./dev bench http`: the same orders as an export of a shop and as
// tables for COPY.
//   http_rows FOLDER CUSTOMERS ORDERS              export.csv, customers.csv, orders.csv
//   http_rows FOLDER CUSTOMERS ORDERS ROUND COUNT  the same of COUNT later orders

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "bench/http/orders.h"
#include "bench/http/people.h"

namespace {

using namespace vafa;
using namespace vafa::bench;

constexpr std::size_t kBufferBytes = std::size_t{1} << 20;

class Writer {
public:
    explicit Writer(const std::filesystem::path& path)
        : path_(path), file_(std::fopen(path.c_str(), "wb"), &std::fclose) {
        if (!file_) fail();
    }

    template <class... Args>
    void line(fmt::format_string<Args...> text, Args&&... args) {
        fmt::format_to(std::back_inserter(buffer_), text, std::forward<Args>(args)...);
        if (buffer_.size() > kBufferBytes) flush();
    }

    void flush() {
        const bool all =
            std::fwrite(buffer_.data(), 1, buffer_.size(), file_.get()) == buffer_.size();
        if (!all || std::fflush(file_.get()) != 0) fail();
        buffer_.clear();
    }

private:
    [[noreturn]] void fail() {
        fmt::print(stderr, "{}: cannot be written\n", path_.string());
        std::exit(1);
    }

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

class Files {
public:
    Files(const std::filesystem::path& folder, const Rng& seed)
        : seed_(seed),
          export_(folder / "export.csv"),
          customers_(folder / "customers.csv"),
          orders_(folder / "orders.csv") {
        export_.line(
            "Order ID,Created at,Status,Total,Currency,Customer ID,Customer Name,Email,Phone,City,"
            "Country\n");
    }

    void order(const Order& order) {
        const Person one = person(seed_, order.customer);
        const std::string at = moment(order.ordered_at_s);
        const char* status = order.cancelled ? "cancelled" : "completed";
        export_.line("{},{},{},{}.{:02},EUR,C{},{} {},{},{},{},{}\n", order.id, at, status,
                     order.total_minor / 100, order.total_minor % 100, order.customer, one.first,
                     one.last, one.email, one.phone, one.city, one.country);
        orders_.line("{},{},{},{},{}\n", order.id, order.customer, at, status, order.total_minor);
    }

    void customer(std::uint64_t number) {
        const Person one = person(seed_, number);
        customers_.line("{},{},{},{},{},{},{}\n", number, one.first, one.last, one.email, one.phone,
                        one.city, one.country);
    }

    void flush() {
        for (Writer* file : {&export_, &customers_, &orders_}) file->flush();
    }

private:
    Rng seed_;
    Writer export_, customers_, orders_;
};

struct Settings {
    std::string folder;
    Size size;
    std::uint64_t round = 0, later = 0;
};

void write(const Settings& settings) {
    const Rng seed(2026);
    const Orders orders(seed, settings.size);
    Files files(settings.folder, seed);
    if (settings.later == 0) {
        for (std::uint64_t i = 1; i <= settings.size.customers; ++i) files.customer(i);
        for (std::uint64_t i = 0; i < orders.count(); ++i) files.order(orders.at(i));
    }
    for (std::uint64_t i = 0; i < settings.later; ++i) {
        const Order order = orders.later(settings.round, i, settings.later);
        files.order(order);
        if (order.customer > settings.size.customers) files.customer(order.customer);
    }
    files.flush();
}

}  // namespace

int main(int argc, char** argv) {
    Settings settings;
    CLI::App app("Rows of a made-up store");
    app.add_option("folder", settings.folder)->required();
    app.add_option("customers", settings.size.customers)->required();
    app.add_option("orders", settings.size.orders)->required();
    app.add_option("round", settings.round);
    app.add_option("later", settings.later);
    CLI11_PARSE(app, argc, argv);
    std::filesystem::create_directories(settings.folder);
    write(settings);
    return 0;
}
