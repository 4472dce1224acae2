// The value models: fitting and scoring made-up customers, beside SciPy on the same likelihood.
//   ./dev bench models [--customers N,N] [--model NAME] [--no-scipy] [--workers N] [--json FILE]

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <unistd.h>

#include "bench/timeline/stopwatch.h"
#include "models/api.h"
#include "models/rows.h"
#include "models/simulation.h"
#include "platform/parallel/parallel.h"

namespace {

using namespace vafa;
using namespace vafa::bench;

struct Settings {
    std::vector<std::size_t> customers = {23'570, 1'000'000, 10'000'000};
    unsigned workers = 2;
    int runs = 3;
    bool scipy = true;
    bool cpu = false;
    std::string only;
    std::string json;
    std::string folder = std::filesystem::temp_directory_path() /
                         ("vafa-bench-models-" + std::to_string(::getpid()));
};

struct Candidate {
    std::string name;
    models::Model model;
    std::vector<double> at;  // what the customers are made of, in weeks
};

const std::vector<Candidate>& candidates() {
    static const std::vector<Candidate> all = {
        {"bgnbd", models::Model::bgnbd, {0.243, 4.414, 0.793, 2.426}},
        {"mbgnbd", models::Model::mbgnbd, {0.525, 6.183, 0.891, 1.614}},
        {"paretonbd", models::Model::paretonbd, {0.553, 10.578, 0.606, 11.669}},
    };
    return all;
}

struct Line {
    std::string model;
    std::size_t customers = 0, rows = 0;
    int evaluations = 0;
    double fit_s = 1e9, score_s = 1e9, full_score_s = 1e9, spend_s = 1e9;
    double worst = 0;  // relative error of the parameters found
    double scipy_s = 0, scipy_difference = 0;
};

models::Simulated customers_of(const Candidate& candidate, std::size_t customers) {
    models::Simulation simulation{candidate.model, candidate.at};
    simulation.days = 728;  // two years, births all along
    simulation.birth_days = 700;
    simulation.later_days = 0;
    constexpr std::size_t kChunk = 50'000;
    const std::size_t chunks = (customers + kChunk - 1) / kChunk;
    std::vector<models::Simulated> parts(chunks);
    parallel_for(hardware_workers(), chunks, [&](unsigned, std::size_t chunk) {
        Rng rng = Rng(42).fork(candidate.name, chunk);
        parts[chunk] =
            models::simulate(simulation, std::min(kChunk, customers - chunk * kChunk), rng);
    });
    models::Simulated all;
    for (const auto& part : parts)
        all.histories.insert(all.histories.end(), part.histories.begin(), part.histories.end());
    return all;
}

std::vector<models::Spend> spends_of(const std::vector<models::History>& histories) {
    Rng rng(43);
    std::vector<models::Spend> spends;
    spends.reserve(histories.size());
    for (const auto& history : histories) {
        const double p = 6.25 * history.x;
        const double mean = history.x == 0 ? 0 : rng.gamma(p, rng.gamma(3.74, 15.44) * history.x);
        spends.push_back({history.x, mean});
    }
    return spends;
}

// Debian's Python, with SciPy where ./dev unpacked it.
const std::string kPython =
    "PYTHONPATH=" VAFA_BENCH_DEPS "/scipy/usr/lib/python3/dist-packages /usr/bin/python3 ";

// Every customer's answer; their sum, so that nothing is left out by the compiler.
double score(const models::Fit& fit, const std::vector<models::History>& histories,
             const std::vector<models::Spend>& spends, const models::SpendFit& spend,
             const Settings& settings, bool intervals) {
    models::PredictOptions options;
    options.workers = settings.workers;
    options.intervals = intervals;
    const auto scorer = models::Scorer::make(fit, histories, options, &spend).value();
    constexpr std::size_t kChunk = 65'536;
    const std::size_t chunks = (histories.size() + kChunk - 1) / kChunk;
    std::vector<double> sums(chunks);
    parallel_for(settings.workers, chunks, [&](unsigned, std::size_t chunk) {
        const std::size_t end = std::min(histories.size(), (chunk + 1) * kChunk);
        for (std::size_t i = chunk * kChunk; i < end; ++i) {
            const auto p = scorer.at(i, spends[i].mean);
            sums[chunk] += p.p_alive.value + p.expected_purchases.value + p.value->value;
        }
    });
    double sum = 0;
    for (const double part : sums) sum += part;
    return sum;
}

// Writes the distinct rows, and reads "seconds log_likelihood" of the script.
void ask_scipy(const Settings& settings, const Candidate& candidate, const models::Rows& rows,
               const models::Fit& fit, Line& line) {
    const std::string input = settings.folder + "/rows.csv";
    const std::string output = settings.folder + "/found.txt";
    {
        std::ofstream file(input);
        for (const auto& group : rows.groups)
            for (std::uint32_t row = group.begin; row < group.end; ++row)
                file << group.x << ',' << rows.periods(rows.t_x[row]) << ','
                     << rows.periods(rows.age[row]) << ',' << rows.count[row] << '\n';
    }
    const std::string command = kPython + VAFA_BENCH_MODELS "/scipy_fit.py " + candidate.name +
                                " " + input + (settings.cpu ? " cpu" : "") + " > " + output;
    if (std::system(command.c_str()) != 0) {
        fmt::print(stderr, "SciPy failed on {}\n", candidate.name);
        std::exit(1);
    }
    double log_likelihood = 0;
    std::ifstream(output) >> line.scipy_s >> log_likelihood;
    line.scipy_difference = fit.log_likelihood - log_likelihood;
}

bool has_scipy() {
    return std::system((kPython + "-c 'import scipy.optimize' 2>/dev/null").c_str()) == 0;
}

Line measure(const Settings& settings, const Candidate& candidate, std::size_t customers,
             bool scipy) {
    const auto data = customers_of(candidate, customers);
    const auto spends = spends_of(data.histories);
    Line line{candidate.name, customers};
    models::FitOptions options;
    options.workers = settings.workers;
    models::Fit fit;
    models::SpendFit spend;
    for (int run = 0; run < settings.runs; ++run) {
        const Stopwatch fitting;
        fit = models::fit(candidate.model, data.histories, options).value();
        line.fit_s = std::min(line.fit_s, fitting.seconds());
        const Stopwatch spending;
        spend =
            models::fit_spend(spends, models::PriorUse::when_few_repeat, settings.workers).value();
        line.spend_s = std::min(line.spend_s, spending.seconds());
        const Stopwatch scoring;
        score(fit, data.histories, spends, spend, settings, false);
        line.score_s = std::min(line.score_s, scoring.seconds());
        const Stopwatch full;
        score(fit, data.histories, spends, spend, settings, true);
        line.full_score_s = std::min(line.full_score_s, full.seconds());
    }
    line.rows = fit.distinct_rows;
    line.evaluations = fit.evaluations;
    for (std::size_t i = 0; i < candidate.at.size(); ++i)
        line.worst = std::max(line.worst, std::fabs(fit.parameters[i].value / candidate.at[i] - 1));
    if (scipy) ask_scipy(settings, candidate, models::compress(data.histories, 7), fit, line);
    return line;
}

void print(const Line& line) {
    fmt::print("{:<10} {:>10} {:>9} {:>5} {:>9.4f} {:>9.4f} {:>9.4f} {:>9.4f} {:>8.3f}", line.model,
               line.customers, line.rows, line.evaluations, line.fit_s, line.score_s,
               line.full_score_s, line.spend_s, line.worst);
    if (line.scipy_s > 0)
        fmt::print(" {:>9.3f} {:>7.1f} {:>9.4f}", line.scipy_s, line.scipy_s / line.fit_s,
                   line.scipy_difference);
    fmt::print("\n");
    std::fflush(stdout);
}

void write_json(const std::string& path, const std::vector<Line>& lines) {
    std::ofstream file;
    if (path != "-") file.open(path);
    std::ostream& out = path == "-" ? std::cout : file;
    for (const Line& line : lines)
        out << fmt::format(
                   R"({{"model":"{}","customers":{},"rows":{},"evaluations":{},"fit_s":{:.6f},)"
                   R"("score_s":{:.6f},"score_with_intervals_s":{:.6f},"spend_fit_s":{:.6f},)"
                   R"("scipy_s":{:.6f}}})",
                   line.model, line.customers, line.rows, line.evaluations, line.fit_s,
                   line.score_s, line.full_score_s, line.spend_s, line.scipy_s)
            << "\n";
}

int run(Settings settings) {
    std::filesystem::create_directories(settings.folder);
    if (settings.scipy && !has_scipy()) {
        fmt::print("skipped: SciPy (Debian's python3-scipy is not installed)\n");
        settings.scipy = false;
    }
    fmt::print("{:<10} {:>10} {:>9} {:>5} {:>9} {:>9} {:>9} {:>9} {:>8}{}\n", "model", "customers",
               "rows", "evals", "fit s", "score s", "full s", "spend s", "off",
               settings.scipy ? "   scipy s   ratio  LL diff." : "");
    // SciPy is asked up to a million customers: beyond, it takes minutes and says nothing new.
    constexpr std::size_t kMostForScipy = 1'000'000;
    std::vector<Line> lines;
    for (const std::size_t customers : settings.customers) {
        for (const Candidate& candidate : candidates()) {
            if (!settings.only.empty() && settings.only != candidate.name) continue;
            lines.push_back(measure(settings, candidate, customers,
                                    settings.scipy && customers <= kMostForScipy));
            print(lines.back());
        }
    }
    if (!settings.json.empty()) write_json(settings.json, lines);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    Settings settings;
    CLI::App app{"Value models: fitting and scoring"};
    app.add_option("--customers", settings.customers, "How many, one or several")->delimiter(',');
    app.add_option("--model", settings.only, "Only this one");
    app.add_option("--workers", settings.workers, "Threads");
    app.add_option("--runs", settings.runs, "Runs; the fastest counts");
    app.add_option("--json", settings.json, "One JSON object a line to this file (-: output)")
        ->expected(0, 1)
        ->default_str("-");
    app.add_flag("--cpu", settings.cpu,
                 "Processor time instead of the wall clock, for a busy machine");
    app.add_flag("!--no-scipy", settings.scipy, "Without the other side");
    CLI11_PARSE(app, argc, argv);
    if (settings.cpu) Stopwatch::cpu_shared_by = settings.workers;
    const int code = run(settings);
    std::filesystem::remove_all(settings.folder);
    return code;
}
