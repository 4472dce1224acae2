// The timeline against DuckDB: the same questions about one made-up store, answers compared.
//   ./dev bench timeline [--orders N] [--json FILE] [--no-duckdb] [--linear] [--runs N] [--cpu]

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <unistd.h>

#include "bench/timeline/bandwidth.h"
#include "bench/timeline/questions.h"
#include "bench/timeline/stopwatch.h"
#include "bench/timeline/store.h"
#include "platform/i18n/time_zones.h"

namespace {

using namespace vafa;
using namespace vafa::bench;

struct Settings {
    std::uint64_t orders = 40'000'000;
    unsigned workers = 2;
    int runs = 7;
    bool duckdb = true;
    bool linear = false;
    bool cpu = false;
    std::string only;
    std::string json;
    // Of its own, so that two can run at once.
    std::string folder = std::filesystem::temp_directory_path() /
                         ("vafa-bench-timeline-" + std::to_string(::getpid()));
};

struct Line {
    std::string question;
    double vafa_s = 0, duckdb_s = 0, bytes_read = 0, share = 0, target = 0;
    double ratio() const { return vafa_s > 0 ? duckdb_s / vafa_s : 0; }
};

TimeZone tehran() { return i18n::load_time_zone("Asia/Tehran").value(); }

std::unique_ptr<timeline::Timeline> load(const Store& store) {
    auto live = std::make_unique<timeline::Timeline>(tehran(), store.workers);
    store.generate([&](std::span<const timeline::Row> rows) {
        live->append("order", {rows.begin(), rows.end()}).value();
    });
    live->merge();
    return live;
}

std::unique_ptr<metrics::Engine> engine_of(const timeline::Timeline& live) {
    return metrics::make_timeline_engine(live, [](const std::string&) { return Result<void>(); });
}

double best_of(const Settings& settings, const Question& question, const metrics::Engine& engine,
               Answer& answer) {
    double best = 1e9;
    for (int run = 0; run < settings.runs; ++run) {
        answer = {};
        best = std::min(best, question.ask_vafa(engine, answer));
    }
    return best;
}

void print_memory(const timeline::Timeline& live) {
    const auto use = live.memory();
    const auto rows = static_cast<double>(use.rows);
    fmt::print(
        "{} orders, {} profiles: {:.2f} bytes an order (columns {:.2f}, buffers {:.2f})\n",
        use.rows, use.profiles, static_cast<double>(use.base_bytes + use.buffer_bytes) / rows,
        static_cast<double>(use.base_bytes) / rows, static_cast<double>(use.buffer_bytes) / rows);
}

// Every formulation once, the fastest twice more; the least counts.
double ask_duckdb(Duck& duck, const Question& question, const Answer& expected) {
    double best = 1e9;
    std::string best_sql;
    Table table;
    const auto check = [&](const std::string& name) {
        const std::string wrong = difference(expected, question.read_duck(table));
        if (wrong.empty()) return;
        fmt::print(stderr, "{}, “{}”: the answers differ, {}\n", question.name, name, wrong);
        std::exit(1);
    };
    for (const auto& one : read_formulations(VAFA_BENCH_SQL "/" + question.name + ".sql", {})) {
        const double seconds = duck.ask(one.sql, table);
        check(one.name);
        fmt::print("  {:<14} {:8.3f} s  {}\n", question.name, seconds, one.name);
        std::fflush(stdout);
        if (seconds < best) best_sql = one.sql;
        best = std::min(best, seconds);
    }
    for (int again = 0; again < 2; ++again) best = std::min(best, duck.ask(best_sql, table));
    return best;
}

std::unique_ptr<Duck> load_duckdb(const Settings& settings, const Store& store) {
    const std::string path = settings.folder + "/orders.duckdb";
    std::filesystem::remove(path);
    auto duck = std::make_unique<Duck>(path, settings.workers);
    store.generate([&](std::span<const timeline::Row> rows) { duck->append(rows); });
    duck->finish_loading();
    for (const auto& macro : read_formulations(VAFA_BENCH_SQL "/macros.sql", {})) {
        duck->run(macro.sql);
    }
    make_window_tables(*duck);
    return duck;
}

void drop_from_page_cache(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY);
    if (file < 0) return;
    ::fsync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

double open_and_answer(const std::string& path, unsigned workers) {
    const Stopwatch watch;
    const auto opened = timeline::Timeline::open(path, tehran(), workers, 1);
    if (opened.has_error()) {
        fmt::print(stderr, "snapshot: {}\n", opened.error().key);
        std::exit(1);
    }
    const auto engine = engine_of(**opened);
    engine->summary({}).value();
    return watch.seconds();
}

void snapshot_times(const Settings& settings, timeline::Timeline& live) {
    const std::string path = settings.folder + "/timeline.snapshot";
    const Stopwatch watch;
    live.save(path, 1).value();
    const double saved = watch.seconds();
    drop_from_page_cache(path);
    const double cold = open_and_answer(path, settings.workers);
    double warm = 1e9;
    for (int run = 0; run < 3; ++run) {
        warm = std::min(warm, open_and_answer(path, settings.workers));
    }
    fmt::print(
        "snapshot: written in {:.2f} s; opened, checked and first summary in {:.2f} s warm, "
        "{:.2f} s cold\n",
        saved, warm, cold);
}

void print_table(const std::vector<Line>& lines, double bandwidth) {
    fmt::print("\nmemory bandwidth, 2 threads: {:.1f} GB/s\n", bandwidth / 1e9);
    fmt::print("{:<14} {:>9} {:>10} {:>8} {:>8} {:>12} {:>10}\n", "question", "vafa s", "duckdb s",
               "ratio", "target", "MB read", "bandwidth");
    for (const Line& line : lines) {
        fmt::print("{:<14} {:>9.4f} {:>10.3f} {:>8.1f} {:>8.0f} {:>12.1f} {:>9.1f}%{}\n",
                   line.question, line.vafa_s, line.duckdb_s, line.ratio(), line.target,
                   line.bytes_read / 1e6, line.share * 100,
                   line.duckdb_s > 0 && line.ratio() < line.target ? "  below target" : "");
    }
}

void write_json(const std::string& path, const std::vector<Line>& lines) {
    std::ofstream file;
    if (path != "-") file.open(path);
    std::ostream& out = path == "-" ? std::cout : file;
    for (const Line& line : lines) {
        out << fmt::format(R"({{"question":"{}","vafa_s":{:.6f},"duckdb_s":{:.6f},"ratio":{:.2f},)"
                           R"("bytes_read":{:.0f},"share_of_memory_bandwidth":{:.4f}}})",
                           line.question, line.vafa_s, line.duckdb_s, line.ratio(), line.bytes_read,
                           line.share)
            << "\n";
    }
}

void run_linear(const Settings& settings) {
    fmt::print("{:>12} {:>9}", "orders", "load s");
    for (const auto& question : questions()) fmt::print(" {:>22}", question.name);
    fmt::print("\n");
    for (const std::uint64_t orders :
         {settings.orders / 10, settings.orders, settings.orders * 2}) {
        const Stopwatch watch;
        const auto live = load({orders, settings.workers});
        fmt::print("{:>12} {:>9.1f}", live->memory().rows, watch.seconds());
        const auto engine = engine_of(*live);
        for (const auto& question : questions()) {
            Answer answer;
            const double seconds = best_of(settings, question, *engine, answer);
            fmt::print(" {:>9.4f} s {:>5.2f} ns/o", seconds,
                       seconds * 1e9 / static_cast<double>(live->memory().rows));
        }
        fmt::print("\n");
        std::fflush(stdout);
    }
}

int run(const Settings& settings) {
    std::filesystem::create_directories(settings.folder);
    if (settings.linear) {
        run_linear(settings);
        return 0;
    }
    const double bandwidth = memory_bandwidth(settings.workers);
    const Store store{settings.orders, settings.workers};
    const Stopwatch watch;
    const auto live = load(store);
    fmt::print("generated and loaded in {:.1f} s\n", watch.seconds());
    print_memory(*live);
    snapshot_times(settings, *live);
    std::fflush(stdout);
    const auto duck = settings.duckdb ? load_duckdb(settings, store) : nullptr;
    const auto engine = engine_of(*live);
    const auto use = live->memory();
    std::vector<Line> lines;
    for (const Question& question : questions()) {
        if (!settings.only.empty() && settings.only != question.name) continue;
        Answer answer;
        Line line{question.name};
        line.vafa_s = best_of(settings, question, *engine, answer);
        line.target = question.target;
        line.bytes_read = question.row_bytes * static_cast<double>(use.rows) +
                          question.customer_bytes * static_cast<double>(use.profiles);
        line.share = line.bytes_read / line.vafa_s / bandwidth;
        if (duck != nullptr) line.duckdb_s = ask_duckdb(*duck, question, answer);
        lines.push_back(line);
    }
    print_table(lines, bandwidth);
    if (!settings.json.empty()) write_json(settings.json, lines);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    Settings settings;
    CLI::App app{"The timeline against DuckDB"};
    app.add_option("--orders", settings.orders, "Orders of the made-up store");
    app.add_option("--runs", settings.runs, "Runs a question; the fastest counts");
    app.add_option("--question", settings.only, "Only this one");
    app.add_option("--json", settings.json, "One JSON object a question to this file (-: output)")
        ->expected(0, 1)
        ->default_str("-");
    app.add_option("--folder", settings.folder, "For the snapshot and the DuckDB file");
    app.add_flag("--linear", settings.linear, "A tenth of the orders, all, and twice as many");
    app.add_flag("--cpu", settings.cpu,
                 "Processor time instead of the wall clock, for a busy machine");
    app.add_flag("!--no-duckdb", settings.duckdb, "Without the other side");
    CLI11_PARSE(app, argc, argv);
    if (settings.cpu) Stopwatch::cpu_shared_by = settings.workers;
    const int code = run(settings);
    std::filesystem::remove_all(settings.folder);
    return code;
}
