#include <array>
#include <cmath>
#include <fmt/format.h>

#include "metrics/testing/reference.h"

namespace vafa::metrics::reference {

namespace {

// Of a query's alias: fewer than two gaps, or the deviation not below the limit times the mean.
std::string steady(double limit) {
    return fmt::format(
        "(count(gap) >= 2 AND sum(gap) > 0 AND stddev_pop(gap) + 1e-12 < {} * avg(gap))",
        sql_of(limit));
}

constexpr const char* kSegment =
    "CASE WHEN m <= 2 THEN 0 WHEN m <= 4 THEN 1 WHEN m <= 9 THEN 2 ELSE 3 END";

}  // namespace

// METRICS section 2, "customer kinds": first match wins.
void Reference::make_kinds(const std::string& name, Day day) {
    const KindThresholds& k = options_.kinds;
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE bought AS SELECT customer, n, day, orders, discounted, "
        "CASE WHEN category IS NOT NULL THEN 'c ' || category WHEN product IS NOT NULL THEN 'p ' "
        "|| product END AS what FROM pr WHERE day <= {}",
        day));
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE needs AS SELECT DISTINCT customer FROM (SELECT customer, "
        "what, day - lag(day) OVER (PARTITION BY customer, what ORDER BY n) AS gap FROM bought "
        "WHERE what IS NOT NULL) GROUP BY customer, what HAVING count(*) >= {} AND {}",
        k.need_min_purchases_in_category, steady(k.steady_max_variation)));
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE wanders AS SELECT customer FROM (SELECT customer, what, "
        "day - lag(day) OVER (PARTITION BY customer ORDER BY n) AS gap FROM bought) GROUP BY "
        "customer HAVING count(*) >= {} AND count(DISTINCT what) >= {} AND NOT {}",
        k.wandering_min_purchases, k.wandering_min_categories, steady(k.steady_max_variation)));
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE {0} AS SELECT customer, CASE "
        "WHEN m >= {1} AND full_price >= {2} * orders AND NOT coalesce({3} - last > risk.days, "
        "false) THEN 0 WHEN orders - full_price >= {4} * orders THEN 1 "
        "WHEN customer IN (SELECT customer FROM needs) THEN 2 "
        "WHEN customer IN (SELECT customer FROM wanders) THEN 3 ELSE 4 END AS kind "
        "FROM (SELECT customer, count(*) AS m, sum(orders) AS orders, "
        "sum(orders - discounted) AS full_price, max(day) AS last FROM bought GROUP BY customer) b "
        "LEFT JOIN risk ON risk.segment = {5}",
        name, k.loyal_min_purchases, sql_of(k.loyal_min_full_price_share), day,
        sql_of(k.discount_min_share), kSegment));
}

Kinds Reference::kinds() {
    Kinds result;
    result.thresholds = options_.kinds;
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE risk AS SELECT segment, quantile_cont(gap, {}) AS days FROM "
        "(SELECT {} AS segment, gap FROM (SELECT day - lag(day) OVER (PARTITION BY customer ORDER "
        "BY n) AS gap, count(*) OVER (PARTITION BY customer) AS m FROM p)) WHERE gap IS NOT NULL "
        "GROUP BY segment",
        options_.kinds.risk_quantile, kSegment));
    for (const auto& row : sql_->ask("SELECT segment, days::DOUBLE FROM risk")) {
        result.risk_after_days[static_cast<std::size_t>(row[0].integer)] = row[1].real;
    }
    make_kinds("kind_now", e_);
    make_kinds("kind_before", before(e_, 1));
    sql_->run(
        "CREATE OR REPLACE TEMP TABLE sorted AS SELECT customer, now.kind AS kind, "
        "coalesce(b.kind, 5) AS was, (SELECT sum(revenue) FROM pr WHERE pr.customer = "
        "now.customer)::BIGINT AS x FROM kind_now now LEFT JOIN kind_before b USING (customer)");
    for (const auto& row : sql_->ask(
             "SELECT k.kind, count(customer), coalesce(sum(x), 0)::BIGINT, rate(coalesce(sum(x), "
             "0), (SELECT sum(x) FROM sorted)) FROM (SELECT unnest(range(5)) AS kind) k "
             "LEFT JOIN sorted USING (kind) GROUP BY k.kind ORDER BY k.kind")) {
        result.kinds.push_back({static_cast<CustomerKind>(row[0].integer),
                                row[1].integer,
                                row[2].integer,
                                row[3].maybe_real(),
                                {}});
    }
    for (const auto& move : sql_->ask("SELECT kind, was, count(*) FROM sorted GROUP BY ALL")) {
        result.kinds[static_cast<std::size_t>(move[0].integer)]
            .moves[static_cast<std::size_t>(move[1].integer)] = move[2].integer;
    }
    result.store_discounted_share =
        sql_->ask("SELECT rate(sum(discounted), sum(orders)) FROM pr")[0][0].maybe_real();
    // The fewest customers, largest first, whose revenue is half of all.
    const auto loyal = sql_->ask(
        "WITH s AS (SELECT sum(x) OVER (ORDER BY x DESC, customer) AS running, sum(x) OVER () AS "
        "total FROM sorted) SELECT rate((SELECT count(*) FROM sorted WHERE kind = 0), (SELECT "
        "count(*) FROM sorted)), (SELECT rate(coalesce(sum(x) FILTER (kind = 0), 0), sum(x)) FROM "
        "sorted), rate(1 + count(*) FILTER (2 * running < total), CASE WHEN any_value(total) > 0 "
        "THEN count(*) END) FROM s")[0];
    result.loyal_share = {loyal[0].maybe_real(), loyal[1].maybe_real(), loyal[2].maybe_real()};
    return result;
}

// Σ y / Σ x over the customers of `pairs` (x, y), with the delta method's interval.
ClaimFigures Reference::ratio_claim(Claim claim, double said, const std::string& pairs) {
    ClaimFigures figures;
    figures.claim = claim;
    figures.said = said;
    figures.needs = "metrics.claims.needs_customers";
    const auto row = sql_->ask(fmt::format(
        "WITH d AS ({}), r AS (SELECT sum(y)::DOUBLE / sum(x)::DOUBLE AS r FROM d HAVING sum(x) > "
        "0) SELECT (SELECT count(*) FROM d), any_value(r), sqrt(sum((y - r * x) ** 2)) / "
        "sum(x)::DOUBLE FROM d, r",
        pairs))[0];
    figures.customers = row[0].integer;
    if (figures.customers < 30 || row[1].null) return figures;
    figures.own = row[1].real;
    figures.low = row[1].real - 1.959963984540054 * row[2].real;
    figures.high = row[1].real + 1.959963984540054 * row[2].real;
    figures.needs.clear();
    return figures;
}

// Share of the top fifth; influence function of Beach & Davidson 1983.
ClaimFigures Reference::top_claim() {
    ClaimFigures figures;
    figures.claim = Claim::top_customers;
    figures.said = 0.5;
    figures.needs = "metrics.claims.needs_customers";
    const auto row = sql_->ask(
        "WITH r AS (SELECT sum(revenue) AS x FROM pr GROUP BY customer), "
        "s AS (SELECT x, row_number() OVER (ORDER BY x DESC) AS i, (count(*) OVER () + 4) // 5 AS "
        "top, sum(x) OVER () AS total FROM r), "
        "t AS (SELECT sum(x) FILTER (i <= top)::DOUBLE / any_value(total)::DOUBLE AS share, "
        "min(x) FILTER (i <= top)::DOUBLE AS q FROM s HAVING any_value(total) > 0) "
        "SELECT (SELECT count(*) FROM r), any_value(share), sqrt(sum((greatest(x - q, 0) + q / 5 - "
        "share * x) ** 2)) / sum(x)::DOUBLE FROM r, t")[0];
    figures.customers = row[0].integer;
    if (figures.customers < 30 || row[1].null) return figures;
    figures.own = row[1].real;
    figures.low = row[1].real - 1.959963984540054 * row[2].real;
    figures.high = row[1].real + 1.959963984540054 * row[2].real;
    figures.needs.clear();
    return figures;
}

Claims Reference::claims() {
    ClaimFigures tracking;
    tracking.needs = "metrics.claims.needs_tracking";
    Claims result;
    result.claims.push_back(ratio_claim(
        Claim::returning_revenue, 0.4,
        fmt::format("SELECT sum(revenue) AS x, coalesce(sum(revenue) FILTER (n > 1), 0) AS y FROM "
                    "pr WHERE day > {} GROUP BY customer",
                    e_ - 365)));
    tracking.claim = Claim::returning_convert;
    tracking.said = 9;
    result.claims.push_back(tracking);
    tracking.claim = Claim::visits_convert;
    tracking.said = 0.02;
    result.claims.push_back(tracking);
    result.claims.push_back(top_claim());
    result.claims.push_back(
        ratio_claim(Claim::later_orders_larger, 1,
                    "SELECT sum(revenue) FILTER (n = 1) AS x, sum(revenue) FILTER (n = 2) AS y "
                    "FROM pr GROUP BY customer HAVING count(*) > 1"));
    return result;
}

Stage Reference::stage() {
    Stage result;
    const std::string window = fmt::format(" WHERE day BETWEEN {} AND {}", e_ - 27, e_);
    result.orders = sql_->ask("SELECT (SELECT count(*) FROM o" + window +
                              ") + (SELECT count(*) FROM anonymous" + window + ")")[0][0]
                        .integer;
    result.orders_per_day = static_cast<double>(result.orders) / 28;
    if (result.orders_per_day >= 1) result.stage = StageName::acquisition;
    if (result.orders_per_day >= 10) result.stage = StageName::retention;
    return result;
}

std::vector<ProductFigures> Reference::by_first(const std::string& property) {
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE began AS SELECT a.customer, a.{0} AS value, a.f, coalesce("
        "b.{0}, '') AS next, b.day - a.f AS days, b.customer IS NOT NULL AS again, (SELECT "
        "sum(revenue) FROM pr WHERE pr.customer = a.customer AND pr.day <= a.f + 365)::BIGINT AS "
        "in_year FROM pr a LEFT JOIN pr b ON b.customer = a.customer AND b.n = 2 WHERE a.n = 1 "
        "AND a.{0} IS NOT NULL",
        property));
    std::vector<ProductFigures> result;
    for (const auto& row : sql_->ask(fmt::format(
             "SELECT value, count(*) AS customers, count(*) FILTER (again), rate(count(*) FILTER "
             "(again), count(*)), count(*) FILTER (f + 365 <= {0}), average(sum(in_year) FILTER "
             "(f + 365 <= {0}), count(*) FILTER (f + 365 <= {0})) FROM began GROUP BY value "
             "ORDER BY customers DESC, value LIMIT 20",
             e_))) {
        const ProductFigures figures{row[0].text,
                                     row[1].integer,
                                     row[2].integer,
                                     row[3].maybe_real(),
                                     row[4].integer,
                                     average(row[5]),
                                     {}};
        result.push_back(figures);
    }
    for (const auto& next : sql_->ask(
             "SELECT value, next, count(*) AS customers, median(days) FROM began WHERE again GROUP "
             "BY value, next QUALIFY row_number() OVER (PARTITION BY value ORDER BY customers "
             "DESC, next) <= 5 ORDER BY customers DESC, next")) {
        for (ProductFigures& figures : result) {
            if (figures.value != next[0].text) continue;
            figures.next.push_back({next[1].text, next[2].integer, next[3].maybe_real()});
        }
    }
    return result;
}

Products Reference::products() {
    auto products = by_first("product");
    return {std::move(products), by_first("category")};
}

Seasons Reference::seasons() {
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE season AS WITH a AS (SELECT period, customer, sum(orders) AS "
        "orders, sum(revenue) AS r, min(n) - 1 AS earlier FROM p JOIN q ON day BETWEEN first_day "
        "AND last_day GROUP BY period, customer), "
        "s AS (SELECT q.*, count(customer) AS customers, coalesce(sum(orders), 0)::BIGINT AS "
        "orders, coalesce(sum(r), 0)::BIGINT AS revenue, count(*) FILTER (earlier >= {0}) AS loyal "
        "FROM q LEFT JOIN a USING (period) GROUP BY ALL) "
        "SELECT s.*, last_day <= {1} AS complete, CASE WHEN year_ago >= (SELECT min(period) FROM "
        "a) THEN (SELECT revenue FROM s y WHERE y.period = s.year_ago) END AS past FROM s "
        "WHERE period >= (SELECT min(period) FROM a) AND last_day >= {2} AND first_day <= {3}",
        options_.kinds.loyal_min_purchases, e_, from_, to_));
    Seasons result;
    for (const auto& row : sql_->ask(
             "SELECT period, year_ago, customers, orders, revenue, past, rate(revenue - past, "
             "past), loyal, rate(loyal, customers), coalesce(complete AND revenue < past, false), "
             "complete FROM season ORDER BY period")) {
        result.periods.push_back({static_cast<std::int32_t>(row[0].integer),
                                  static_cast<std::int32_t>(row[1].integer), row[2].integer,
                                  row[3].integer, row[4].integer, row[5].maybe_integer(),
                                  row[6].maybe_real(), row[7].integer, row[8].maybe_real(),
                                  row[9].integer != 0, row[10].integer != 0});
    }
    const auto shares = sql_->ask(
        "SELECT rate(sum(loyal) FILTER (revenue < past), sum(customers) FILTER (revenue < past)), "
        "rate(sum(loyal) FILTER (revenue >= past), sum(customers) FILTER (revenue >= past)) "
        "FROM season WHERE complete")[0];
    result.loyal_share_in_slumps = shares[0].maybe_real();
    result.loyal_share_elsewhere = shares[1].maybe_real();
    return result;
}

OrderValues Reference::order_values() {
    OrderValues result;
    for (const auto& row :
         sql_->ask("SELECT n, count(*), sum(revenue)::BIGINT, average(sum(revenue), count(*)) FROM "
                   "ranged WHERE n <= 20 GROUP BY n ORDER BY n")) {
        result.ordinals.push_back({static_cast<std::int32_t>(row[0].integer), row[1].integer,
                                   row[2].integer, average(row[3])});
    }
    return result;
}

ClvSimple Reference::clv_simple() {
    ClvSimple result;
    result.margin = options_.margin;
    const auto year = sql_->ask(fmt::format(
        "SELECT average(sum(revenue), count(*)), rate(count(*), count(DISTINCT customer)), "
        "sum(revenue)::DOUBLE / nullif(count(DISTINCT customer), 0) FROM pr WHERE day > {}",
        e_ - 365))[0];
    result.average_order_value_minor = average(year[0]);
    result.purchases_per_year = year[1].maybe_real();
    Options whole = options_;
    whole.from.reset();
    const auto [retention, months] = retention_of(whole);
    if (!retention.retention_rate) return result;
    const double kept = *retention.retention_rate;
    const double churn = 1 - (months == 6 ? kept * kept : kept);
    result.yearly_churn_rate = churn;
    result.lifetime_capped = churn < 0.1;
    result.lifetime_years = result.lifetime_capped ? 10 : 1 / churn;
    if (year[2].null) return result;
    result.clv_minor = Average{
        std::llround(year[2].real * *result.lifetime_years * options_.margin.value_or(1) * 10'000)};
    return result;
}

std::vector<ModelInput> Reference::model_inputs() {
    std::vector<ModelInput> inputs;
    for (const auto& row : sql_->ask(
             fmt::format("SELECT customer, count(DISTINCT day) - 1, max(day) - f, {} - f FROM pr "
                         "GROUP BY customer, f ORDER BY customer",
                         e_))) {
        inputs.push_back({row[0].integer, row[1].integer, row[2].integer, row[3].integer});
    }
    return inputs;
}

}  // namespace vafa::metrics::reference
