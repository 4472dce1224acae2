#include "bench/timeline/questions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bench/timeline/stopwatch.h"

namespace vafa::bench {
namespace {

constexpr double kDay = 2, kFlags = 1, kAmount = 4, kOffset = 4, kId = 8;

template <class T>
double timed(const std::function<Result<T>()>& ask, T& out) {
    const Stopwatch watch;
    auto result = ask();
    const double seconds = watch.seconds();
    out = std::move(result).value();
    return seconds;
}

Answer rows_of(const Table& table, std::size_t whole_columns) {
    Answer answer;
    for (std::size_t row = 0; row < table.rows; ++row) {
        for (std::size_t i = 0; i < whole_columns; ++i) {
            answer.whole.push_back(table.whole[i][row]);
        }
    }
    return answer;
}

double ask_cohorts(const metrics::Engine& engine, Answer& answer) {
    metrics::Cohorts found;
    const double seconds = timed<metrics::Cohorts>([&] { return engine.cohorts({}); }, found);
    for (const auto& cohort : found.cohorts) {
        const Date date =
            to_date(CalendarKind::gregorian, first_day_of({}, PeriodKind::month, cohort.period));
        for (const auto& cell : cohort.cells) {
            if (cell.customers == 0) continue;
            answer.whole.insert(answer.whole.end(),
                                {date.year * 12 + date.month - 1, cell.offset, cell.customers,
                                 cell.orders, cell.revenue_minor});
        }
    }
    return seconds;
}

double ask_model_inputs(const metrics::Engine& engine, Answer& answer) {
    metrics::ModelInputs found;
    const double seconds =
        timed<metrics::ModelInputs>([&] { return engine.model_inputs({}); }, found);
    for (const auto& chunk : found.chunks) {
        for (std::size_t i = 0; i < chunk.size; ++i) {
            answer.whole.insert(answer.whole.end(), {chunk.id.data()[i], chunk.x.data()[i],
                                                     chunk.t_x.data()[i], chunk.age.data()[i]});
        }
    }
    return seconds;
}

// DuckDB's rows come in any order.
Answer read_model_inputs(Table& table) {
    std::vector<std::size_t> order(table.rows);
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t row) { return table.whole[0][row]; });
    Answer answer;
    for (const std::size_t row : order) {
        for (std::size_t i = 0; i < 4; ++i) answer.whole.push_back(table.whole[i][row]);
    }
    return answer;
}

double ask_repurchase(const metrics::Engine& engine, Answer& answer) {
    metrics::Repurchase found;
    const double seconds = timed<metrics::Repurchase>([&] { return engine.repurchase({}); }, found);
    for (std::size_t i = 0; i < found.windows.size(); ++i) {
        const auto& window = found.windows[i];
        answer.whole.insert(answer.whole.end(),
                            {static_cast<std::int64_t>(i), window.retained, window.eligible});
    }
    return seconds;
}

double ask_rfm(const metrics::Engine& engine, Answer& answer) {
    metrics::Rfm found;
    const double seconds = timed<metrics::Rfm>([&] { return engine.rfm({}); }, found);
    for (int cell = 0; cell < 125; ++cell) {
        const std::int64_t customers = found.cells[static_cast<std::size_t>(cell)];
        if (customers == 0) continue;
        answer.whole.insert(answer.whole.end(),
                            {cell / 25 + 1, cell / 5 % 5 + 1, cell % 5 + 1, customers});
    }
    std::int64_t revenue = 0;
    for (const auto& group : found.groups) revenue += group.revenue_minor;
    answer.whole.push_back(revenue);
    for (const auto& part : {found.recency_days, found.frequency, found.monetary_minor}) {
        answer.real.insert(answer.real.end(), part->begin(), part->end());
    }
    return seconds;
}

Answer read_rfm(Table& table) {
    Answer answer = rows_of(table, 4);
    answer.whole.push_back(std::accumulate(table.whole[4].begin(), table.whole[4].end(), 0LL));
    for (std::size_t i = 5; i < 17; ++i) answer.real.push_back(table.real[i].at(0));
    return answer;
}

double ask_summary(const metrics::Engine& engine, Answer& answer) {
    metrics::Summary found;
    const double seconds = timed<metrics::Summary>([&] { return engine.summary({}); }, found);
    answer.whole = {found.customers,  found.orders,    found.anonymous_orders, found.revenue_minor,
                    *found.first_day, *found.last_day, found.repeat_customers};
    answer.whole.insert(answer.whole.end(), found.customers_by_purchases.begin(),
                        found.customers_by_purchases.end());
    const auto& gaps = found.days_between_purchases;
    answer.whole.push_back(gaps.gaps);
    answer.real = {*gaps.mean,
                   *gaps.median,
                   *gaps.mean_of_customer_means,
                   *found.concentration.top_10_percent_share,
                   *found.concentration.top_20_percent_share,
                   *found.concentration.gini};
    return seconds;
}

Answer read_summary(Table& table) {
    Answer answer = rows_of(table, 18);
    for (std::size_t i = 18; i < 24; ++i) answer.real.push_back(table.real[i].at(0));
    return answer;
}

}  // namespace

std::string difference(const Answer& a, const Answer& b) {
    if (a.whole.size() != b.whole.size() || a.real.size() != b.real.size()) {
        return std::to_string(a.whole.size()) + " numbers against " +
               std::to_string(b.whole.size());
    }
    for (std::size_t i = 0; i < a.whole.size(); ++i) {
        if (a.whole[i] == b.whole[i]) continue;
        return "number " + std::to_string(i) + ": " + std::to_string(a.whole[i]) + " against " +
               std::to_string(b.whole[i]);
    }
    for (std::size_t i = 0; i < a.real.size(); ++i) {
        const double size = std::max(std::abs(a.real[i]), std::abs(b.real[i]));
        if (std::abs(a.real[i] - b.real[i]) <= 1e-9 * size) continue;
        return "quotient " + std::to_string(i) + ": " + std::to_string(a.real[i]) + " against " +
               std::to_string(b.real[i]);
    }
    return "";
}

std::vector<Question> questions() {
    return {
        {"cohorts", kDay + kFlags + kAmount, kOffset, 60, ask_cohorts,
         [](Table& table) { return rows_of(table, 5); }},
        {"model_inputs", kDay + kFlags, kOffset + kId, 60, ask_model_inputs, read_model_inputs},
        {"repurchase", kDay + kFlags, kOffset, 50, ask_repurchase,
         [](Table& table) { return rows_of(table, 3); }},
        {"rfm", kDay + kFlags + kAmount, kOffset, 15, ask_rfm, read_rfm},
        {"summary", kDay + kFlags + kAmount, kOffset, 15, ask_summary, read_summary},
    };
}

void make_window_tables(Duck& duck) {
    struct Span {
        int low, high, followed;
    };
    constexpr int kLast = 6 * 366;
    std::vector<Span> spans;
    const metrics::Options options;
    for (const auto days : options.days) spans.push_back({1, days, days});
    for (const auto days : options.days) spans.push_back({days, days, days});
    for (const auto days : options.days) spans.push_back({days, kLast, days});
    for (const auto& bracket : options.brackets) {
        spans.push_back({bracket.from, bracket.to, bracket.to});
    }
    duck.run("CREATE TABLE span (number INTEGER, low INTEGER, high INTEGER, followed INTEGER)");
    for (std::size_t i = 0; i < spans.size(); ++i) {
        duck.run("INSERT INTO span VALUES (" + std::to_string(i) + ", " +
                 std::to_string(spans[i].low) + ", " + std::to_string(spans[i].high) + ", " +
                 std::to_string(spans[i].followed) + ")");
    }
    duck.run(
        "CREATE TABLE masks AS SELECT days::INTEGER AS days, "
        "coalesce(bit_or(1::UBIGINT << number), 0::UBIGINT) AS hit FROM range(0, " +
        std::to_string(kLast + 1) +
        ") AS r(days) LEFT JOIN span ON days BETWEEN low AND high GROUP BY days ORDER BY days");
}

}  // namespace vafa::bench
