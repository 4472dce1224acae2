#include <cmath>
#include <fmt/format.h>

#include "metrics/rfm_groups.h"
#include "metrics/testing/reference.h"

namespace vafa::metrics::reference {

namespace {

std::optional<Day> day(const Cell& cell) {
    if (cell.null) return std::nullopt;
    return static_cast<Day>(cell.integer);
}

GapFigures gaps_of(Sql& sql) {
    const auto row = sql.ask(
        "WITH g AS (SELECT customer, day - lag(day) OVER (PARTITION BY customer ORDER BY n) AS gap "
        "FROM ranged) SELECT count(gap), avg(gap), median(gap), (SELECT avg(m) FROM (SELECT "
        "avg(gap) AS m FROM g WHERE gap IS NOT NULL GROUP BY customer)) FROM g")[0];
    return {row[0].integer, row[1].maybe_real(), row[2].maybe_real(), row[3].maybe_real()};
}

Concentration concentration_of(Sql& sql) {
    const auto row = sql.ask(
        "WITH r AS (SELECT sum(revenue) AS x FROM ranged GROUP BY customer), "
        "s AS (SELECT x, row_number() OVER (ORDER BY x) AS i, count(*) OVER () AS n FROM r) "
        "SELECT rate(sum(x) FILTER (i > n - (n + 9) // 10), sum(x)), "
        "rate(sum(x) FILTER (i > n - (2 * n + 9) // 10), sum(x)), "
        "rate(2 * sum(i * x) - (any_value(n) + 1) * sum(x), any_value(n) * sum(x)) FROM s")[0];
    return {row[0].maybe_real(), row[1].maybe_real(), row[2].maybe_real()};
}

}  // namespace

Summary Reference::summary() {
    const auto row = sql_->ask(
        "SELECT count(DISTINCT customer), coalesce(sum(orders), 0)::BIGINT, count(*), "
        "coalesce(sum(revenue), 0)::BIGINT, min(day), max(day), "
        "rate(count(*), count(DISTINCT customer)), average(sum(revenue), sum(orders)), "
        "average(sum(revenue), count(*)), average(sum(revenue), count(DISTINCT customer)) "
        "FROM ranged")[0];
    Summary s;
    s.customers = row[0].integer;
    s.orders = row[1].integer;
    s.purchases = row[2].integer;
    s.revenue_minor = row[3].integer;
    s.first_day = day(row[4]);
    s.last_day = day(row[5]);
    s.purchases_per_customer = row[6].maybe_real();
    s.average_order_value_minor = average(row[7]);
    s.average_purchase_value_minor = average(row[8]);
    s.revenue_per_customer_minor = average(row[9]);
    s.anonymous_orders = sql_->ask(fmt::format(
        "SELECT count(*) FROM anonymous WHERE day BETWEEN {} AND {}", from_, to_))[0][0]
                             .integer;
    for (const auto& count :
         sql_->ask("SELECT least(k, 10), count(*) FROM (SELECT count(*) AS k FROM ranged "
                   "GROUP BY customer) GROUP BY 1")) {
        s.customers_by_purchases[static_cast<std::size_t>(count[0].integer - 1)] = count[1].integer;
    }
    s.repeat_customers = s.customers - s.customers_by_purchases[0];
    if (s.customers > 0) {
        s.repeat_purchase_rate =
            static_cast<double>(s.repeat_customers) / static_cast<double>(s.customers);
    }
    s.days_between_purchases = gaps_of(*sql_);
    s.concentration = concentration_of(*sql_);
    return s;
}

Repurchase Reference::repurchase() {
    const bool rolling = options_.clock != ClockRule::calendar;
    Repurchase result;
    std::string windows;
    const auto add = [&](WindowKind kind, int from, int to, int low, int high) {
        windows += fmt::format("{}({}, {}, {}, {})", windows.empty() ? "" : ", ",
                               result.windows.size(), to, low, high);
        result.windows.push_back({kind, from, to, 0, 0, {}});
    };
    for (const int n : options_.days) add(WindowKind::within, 0, n, rolling ? 0 : 1, n);
    for (const int n : options_.days) add(WindowKind::exact, 0, n, n, n);
    for (const int n : options_.days) add(WindowKind::on_or_after, 0, n, n, 1'000'000);
    for (const auto& b : options_.brackets) add(WindowKind::bracket, b.from, b.to, b.from, b.to);
    if (windows.empty()) return result;
    // An instant floored to the hour of the local clock.
    const std::string clock = options_.clock == ClockRule::rolling_hour
                                  ? "moment - (moment + shift) % 3600000"
                                  : "moment";
    const std::string followed =
        rolling ? fmt::format("(({} - instant) // 86400000 - 1)", zone_.day_start(e_ + 1))
                : fmt::format("({} - f)", e_);
    const std::string table = fmt::format(
        "WITH i AS (SELECT customer, n, day, f, {} AS instant FROM pr), "
        "b AS (SELECT * FROM i WHERE n = 1), "
        "d AS (SELECT i.customer, {} AS d FROM i JOIN b USING (customer) WHERE i.n > 1), "
        "w AS (SELECT * FROM (VALUES {}) AS t(place, last, low, high)) "
        "SELECT place, count(*) FILTER (eligible), count(*) FILTER (eligible AND hit) FROM ("
        "SELECT w.place, {} >= w.last AS eligible, EXISTS (SELECT 1 FROM d WHERE d.customer = "
        "b.customer AND d.d BETWEEN w.low AND w.high) AS hit FROM w, b) GROUP BY place",
        clock, rolling ? "floor((i.instant - b.instant) / 86400000)" : "i.day - i.f", windows,
        followed);
    for (const auto& row : sql_->ask(table)) {
        Window& window = result.windows[static_cast<std::size_t>(row[0].integer)];
        window.eligible = row[1].integer;
        window.retained = row[2].integer;
        if (window.eligible > 0) {
            window.rate =
                static_cast<double>(window.retained) / static_cast<double>(window.eligible);
        }
    }
    return result;
}

Cohorts Reference::cohorts() {
    const bool rolling = options_.kind == CohortKind::rolling;
    const int step = options_.by == PeriodKind::month  ? 30
                     : options_.by == PeriodKind::week ? 7
                                                       : 1;
    const std::string offset =
        rolling ? fmt::format("(pr.day - pr.f) // {}", step) : "q.period - m.cohort";
    const std::string cells = rolling
                                  ? fmt::format("greatest(-1, ({} - first_day) // {})", e_, step)
                                  : "(SELECT max(period) FROM q) - cohort";
    const std::string complete =
        rolling ? fmt::format("s.last_day + {} * (k + 1) - 1 <= {}", step, e_)
                : fmt::format("(SELECT last_day FROM q WHERE period = s.cohort + k) <= {}", e_);
    const Table rows = sql_->ask(fmt::format(
        "WITH m AS (SELECT customer, period AS cohort, first_day, last_day FROM c JOIN q "
        "ON f BETWEEN first_day AND last_day WHERE in_range), "
        "a AS (SELECT m.cohort, customer, {} AS k, orders, revenue FROM pr JOIN m USING (customer) "
        "JOIN q ON pr.day BETWEEN q.first_day AND q.last_day), "
        "s AS (SELECT cohort, first_day, last_day, count(*) AS size FROM m GROUP BY ALL), "
        "cells AS (SELECT s.*, unnest(range(0, {} + 1)) AS k FROM s), "
        "sums AS (SELECT cohort, k, count(DISTINCT customer) AS customers, sum(orders) AS orders, "
        "count(*) AS purchases, sum(revenue) AS revenue FROM a GROUP BY cohort, k), "
        "lasts AS (SELECT cohort, k, count(*) AS leaving FROM (SELECT cohort, customer, max(k) AS "
        "k FROM a GROUP BY cohort, customer) GROUP BY cohort, k), "
        "t AS (SELECT s.*, coalesce(customers, 0) AS customers, coalesce(leaving, 0) AS leaving, "
        "coalesce(orders, 0) AS orders, coalesce(purchases, 0) AS purchases, "
        "coalesce(revenue, 0) AS revenue FROM cells s LEFT JOIN sums USING (cohort, k) "
        "LEFT JOIN lasts USING (cohort, k)) "
        "SELECT cohort, size, k, customers, (sum(leaving) OVER (PARTITION BY cohort ORDER BY k "
        "DESC))::BIGINT, orders::BIGINT, purchases, revenue::BIGINT, average(sum(revenue) OVER "
        "(PARTITION BY cohort ORDER BY k), size), rate(revenue, CASE WHEN first_value(revenue) "
        "OVER (PARTITION BY cohort ORDER BY k) > 0 THEN first_value(revenue) OVER (PARTITION BY "
        "cohort ORDER BY k) END), {} FROM t s ORDER BY cohort, k",
        offset, cells, complete));
    Cohorts result;
    for (const auto& row : rows) {
        const auto period = static_cast<std::int32_t>(row[0].integer);
        if (result.cohorts.empty() || result.cohorts.back().period != period) {
            result.cohorts.push_back({period, row[1].integer, {}});
        }
        result.cohorts.back().cells.push_back({static_cast<std::int32_t>(row[2].integer),
                                               row[3].integer, row[4].integer, row[5].integer,
                                               row[6].integer, row[7].integer, average(row[8]),
                                               row[9].maybe_real(), row[10].integer != 0});
    }
    return result;
}

Periods Reference::periods() {
    const Table rows = sql_->ask(fmt::format(
        "WITH a AS (SELECT q.period, customer, sum(revenue) AS r, count(*) AS k, min(n) AS n, "
        "coalesce(sum(revenue) FILTER (n > 1), 0) AS repeats FROM p JOIN q "
        "ON p.day BETWEEN first_day AND last_day GROUP BY q.period, customer), "
        "x AS (SELECT a.*, EXISTS (SELECT 1 FROM a b WHERE b.customer = a.customer AND b.period = "
        "a.period - 1) AS came, (SELECT r FROM a b WHERE b.customer = a.customer AND b.period = "
        "a.period + 1) AS next FROM a), "
        "shown AS (SELECT *, last_day <= {0} AS complete, (SELECT coalesce(sum(r), 0) FROM a "
        "WHERE a.period = q.period + 1) AS next_revenue, coalesce((SELECT z.last_day <= {0} FROM q "
        "z WHERE z.period = q.period + 1), false) AS next_complete FROM q "
        "WHERE last_day >= (SELECT min(day) FROM p) AND last_day >= {1} AND first_day <= {2}) "
        "SELECT period, count(customer), count(*) FILTER (n = 1), count(*) FILTER (came), "
        "count(*) FILTER (n > 1 AND NOT came), (SELECT count(*) FROM x y WHERE y.period = "
        "shown.period - 1 AND y.next IS NULL), count(*) FILTER (n > 1), "
        "count(*) FILTER (n > 1 OR k > 1), coalesce(sum(r), 0)::BIGINT, "
        "coalesce(sum(repeats), 0)::BIGINT, CASE WHEN next_complete THEN count(next) END, "
        "CASE WHEN next_complete THEN rate(coalesce(sum(next), 0), sum(r)) END, "
        "CASE WHEN next_complete THEN rate(coalesce(sum(least(next, r)) FILTER (next IS NOT NULL), "
        "0), sum(r)) END, complete FROM shown LEFT JOIN x USING (period) "
        "GROUP BY period, complete, next_complete ORDER BY period",
        e_, from_, to_));
    Periods result;
    for (const auto& row : rows) {
        result.periods.push_back({static_cast<std::int32_t>(row[0].integer), row[1].integer,
                                  row[2].integer, row[3].integer, row[4].integer, row[5].integer,
                                  row[6].integer, row[7].integer, row[8].integer, row[9].integer,
                                  row[10].maybe_integer(), row[11].maybe_real(),
                                  row[12].maybe_real(), row[13].integer != 0});
    }
    return result;
}

std::pair<RetentionRate, int> Reference::retention_of(const Options& options) {
    RetentionRate r;
    r.window_days = options.window_days;
    int months = options.from ? 0 : 12;
    if (!end_) return {r, months};
    r.end_day = to_;
    r.start_day = options.from ? *options.from - 1 : before(to_, 12);
    const Cell first = sql_->ask("SELECT min(day) FROM p")[0][0];
    if (months == 12 && (first.null || first.integer > *r.start_day)) {
        months = 6;
        r.start_day = before(to_, 6);
    }
    const auto active = [&](Day day) {
        return fmt::format("count(*) FILTER (day BETWEEN {} AND {}) > 0",
                           day - options.window_days + 1, day);
    };
    const auto row = sql_->ask(fmt::format(
        "WITH a AS (SELECT customer, {} AS s, {} AS e, min(day) > {} AS fresh FROM p "
        "GROUP BY customer) SELECT count(*) FILTER (s), count(*) FILTER (e), "
        "count(*) FILTER (s AND e), count(*) FILTER (e AND fresh), "
        "count(*) FILTER (e AND NOT s AND NOT fresh), rate(count(*) FILTER (s AND e), "
        "count(*) FILTER (s)), rate(count(*) FILTER (s AND NOT e), count(*) FILTER (s)) FROM a",
        active(*r.start_day), active(*r.end_day), *r.start_day))[0];
    r.start_customers = row[0].integer;
    r.end_customers = row[1].integer;
    r.retained_customers = row[2].integer;
    r.new_customers = row[3].integer;
    r.reactivated_customers = row[4].integer;
    r.retention_rate = row[5].maybe_real();
    r.churn_rate = row[6].maybe_real();
    return {r, months};
}

Survival Reference::survival() {
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE followed AS SELECT customer, {0} - f AS longest, "
        "coalesce(min(day) FILTER (n = 2) - f, {0} - f) AS d, count(*) FILTER (n = 2) > 0 AS event "
        "FROM pr GROUP BY customer, f",
        e_));
    // Survival just after each day on which somebody came back.
    sql_->run(
        "CREATE OR REPLACE TEMP TABLE curve AS WITH e AS (SELECT d, count(*) AS came, (SELECT "
        "count(*) FROM followed r WHERE r.d >= followed.d) AS risk FROM followed WHERE event "
        "GROUP BY d) SELECT d, product(1 - came::DOUBLE / risk) OVER (ORDER BY d) AS s, "
        "sum(CASE WHEN risk > came THEN came::DOUBLE / (risk::DOUBLE * (risk - came)) ELSE 0 END) "
        "OVER (ORDER BY d) AS v FROM e");
    const auto totals = sql_->ask(
        "SELECT count(*) FILTER (event), count(*) FILTER (NOT event), max(longest), "
        "(SELECT min(d) FROM curve WHERE s <= 0.5 + 1e-12) FROM followed")[0];
    Survival result;
    result.events = totals[0].integer;
    result.censored = totals[1].integer;
    if (!totals[3].null) result.median_days = static_cast<std::int32_t>(totals[3].integer);
    for (const std::int32_t days : options_.days) result.survival.push_back({days, {}, {}});
    if (totals[2].null || options_.days.empty()) return result;
    for (const auto& row : sql_->ask(fmt::format(
             "WITH asked AS (SELECT day, row_number() OVER () - 1 AS place FROM (SELECT "
             "unnest([{}]) AS day)) SELECT place, coalesce(max_by(s, d), 1), "
             "coalesce(max_by(s * sqrt(v), d), 0) FROM asked LEFT JOIN curve ON d <= day "
             "WHERE day <= {} GROUP BY place",
             fmt::join(options_.days, ", "), totals[2].integer))) {
        SurvivalPoint& point = result.survival[static_cast<std::size_t>(row[0].integer)];
        point.survival = row[1].real;
        point.standard_error = row[2].real;
    }
    return result;
}

Rfm Reference::rfm() {
    Rfm result;
    for (const auto name : kRfmGroups) result.groups.push_back({std::string(name), 0, 0});
    if (!end_) return result;
    result.reference_day = e_ + 1;
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE values_of AS SELECT {} - max(day) AS r, count(*) AS f, "
        "sum(revenue)::BIGINT AS m FROM ranged GROUP BY customer",
        e_ + 1));
    if (sql_->ask("SELECT count(*) FROM values_of")[0][0].integer == 0) return result;
    // Type 7 at k/5 lies (n − 1)·k/5 values up: five times the threshold is a whole number.
    sql_->run(
        "CREATE OR REPLACE TEMP TABLE fifths AS WITH l AS (SELECT count(*) AS n, list_sort(list(r))"
        " AS r, list_sort(list(f)) AS f, list_sort(list(m)) AS m FROM values_of), "
        "k AS (SELECT unnest(range(1, 5)) AS k), i AS (SELECT k, (n - 1) * k // 5 AS low, "
        "(n - 1) * k % 5 AS rest, r, f, m FROM l, k) SELECT k, "
        "5 * r[low + 1] + CASE WHEN rest > 0 THEN rest * (r[low + 2] - r[low + 1]) ELSE 0 END AS "
        "r, "
        "5 * f[low + 1] + CASE WHEN rest > 0 THEN rest * (f[low + 2] - f[low + 1]) ELSE 0 END AS "
        "f, "
        "5 * m[low + 1] + CASE WHEN rest > 0 THEN rest * (m[low + 2] - m[low + 1]) ELSE 0 END AS m "
        "FROM i");
    result.recency_days.emplace();
    result.frequency.emplace();
    result.monetary_minor.emplace();
    for (const auto& row : sql_->ask("SELECT k, r / 5, f / 5, m / 5 FROM fifths")) {
        const auto at = static_cast<std::size_t>(row[0].integer - 1);
        (*result.recency_days)[at] = row[1].real;
        (*result.frequency)[at] = row[2].real;
        (*result.monetary_minor)[at] = row[3].real;
    }
    for (const auto& row :
         sql_->ask("SELECT 5 - (SELECT count(*) FROM fifths t WHERE t.r < 5 * v.r), "
                   "1 + (SELECT count(*) FROM fifths t WHERE t.f < 5 * v.f), "
                   "1 + (SELECT count(*) FROM fifths t WHERE t.m < 5 * v.m), m FROM values_of v")) {
        const auto r = static_cast<std::size_t>(row[0].integer);
        const auto f = static_cast<std::size_t>(row[1].integer);
        const auto m = static_cast<std::size_t>(row[2].integer);
        ++result.recency_counts[r - 1];
        ++result.frequency_counts[f - 1];
        ++result.monetary_counts[m - 1];
        const auto cell = 25 * (r - 1) + 5 * (f - 1) + m - 1;
        ++result.cells[cell];
        result.cell_revenue_minor[cell] += row[3].integer;
        RfmGroup& group =
            result.groups[rfm_group(static_cast<int>(r), static_cast<int>(f), static_cast<int>(m))];
        ++group.customers;
        group.revenue_minor += row[3].integer;
    }
    return result;
}

}  // namespace vafa::metrics::reference
