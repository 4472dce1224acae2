#include "metrics/testing/reference.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace vafa::metrics::reference {

namespace {

constexpr Day kBeforeAll = -100'000, kAfterAll = 1'000'000;

Cell property(const StoreOrder& order, const char* name) {
    const auto found = order.properties.find(name);
    return found == order.properties.end() ? Cell() : Cell(found->second);
}

Cell total_of(const StoreOrder& order) {
    const Cell text = property(order, "total_minor");
    return text.null ? text : Cell(std::stoll(text.text));
}

// METRICS section 1, "counted order".
std::string counted(const Options& options) {
    std::string status = "1, 2, 3";
    if (options.include_unpaid) status += ", 0, 6";
    if (options.include_cancelled) status += ", 4";
    if (options.include_refunded) status += ", 5";
    std::string sql = "flags & 7 IN (" + status + ")";
    if (!options.include_test) sql += " AND flags & 8 = 0";
    if (!options.include_zero_value) sql += " AND flags & 16 = 0";
    return sql;
}

// Column of `o` that options.break_by names.
std::string break_column(const std::string& name) {
    if (name == "trait:skin") return "skin";
    return name.starts_with("first_") ? name.substr(6) : name;
}

}  // namespace

std::string sql_of(double number) { return fmt::format("{}::DOUBLE", number); }

Reference::Reference(Sql& sql, const Store& store, const Options& options)
    : sql_(&sql),
      options_(options),
      store_zone_(store.zone),
      zone_(options.zone.value_or(store.zone)) {
    load_orders(store);
    load_zone("store_zone", store_zone_);
    load_zone("report_zone", zone_);
    count_orders();
    make_purchases();
    make_periods();
}

void Reference::load_orders(const Store& store) {
    sql_->run(
        "CREATE OR REPLACE TEMP TABLE raw (id BIGINT, customer BIGINT, moment BIGINT, "
        "amount BIGINT, flags BIGINT, total BIGINT, product VARCHAR, category VARCHAR, "
        "coupon VARCHAR, city VARCHAR, skin VARCHAR)");
    Table rows;
    std::int64_t id = 0;
    for (const StoreOrder& order : store.orders) {
        rows.push_back({Cell(++id), Cell(store.customer_of(order.profile)), Cell(order.at),
                        Cell(order.amount_minor), Cell(order.flags), total_of(order),
                        property(order, "product"), property(order, "category"),
                        property(order, "coupon"), property(order, "city"),
                        property(order, "trait:skin")});
    }
    sql_->append("raw", rows);
}

void Reference::load_zone(const char* table, const TimeZone& zone) {
    sql_->run(fmt::format("CREATE OR REPLACE TEMP TABLE {} (since BIGINT, shift BIGINT)", table));
    Table rows{{Cell(std::numeric_limits<std::int64_t>::min()), Cell(zone.first_offset_ms())}};
    for (const auto& change : zone.transitions()) {
        rows.push_back({Cell(change.at), Cell(change.offset_ms)});
    }
    sql_->append(table, rows);
}

// `seen`: every order until E with its local day; E itself; `o`: the counted ones with a customer.
void Reference::count_orders() {
    sql_->run(
        "CREATE OR REPLACE TEMP TABLE seen AS "
        "SELECT raw.*, (moment + CASE WHEN flags & 128 <> 0 THEN s.shift ELSE z.shift END) "
        "// 86400000 AS day, z.shift AS shift FROM raw "
        "ASOF JOIN store_zone s ON raw.moment >= s.since "
        "ASOF JOIN report_zone z ON raw.moment >= z.since");
    end_ = options_.as_of ? options_.as_of : options_.to;
    if (!end_) {
        const Cell last = sql_->ask("SELECT max(day) FROM seen")[0][0];
        if (!last.null) end_ = static_cast<Day>(last.integer);
    }
    e_ = end_.value_or(kBeforeAll);
    from_ = options_.from.value_or(kBeforeAll);
    to_ = std::min(options_.to.value_or(kAfterAll), e_);
    sql_->run(fmt::format("DELETE FROM seen WHERE day > {}", e_));
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE o AS SELECT *, {} AS revenue, flags & 64 <> 0 AS discounted "
        "FROM seen WHERE customer <> 0 AND {}",
        options_.revenue == RevenueKind::total ? "coalesce(total, amount)" : "amount",
        counted(options_)));
    if (options_.prices == Prices::real) make_real();
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE anonymous AS SELECT * FROM seen WHERE customer = 0 AND {}",
        counted(options_)));
}

// Each order's revenue in the prices of the index's last month, half a unit away from zero.
void Reference::make_real() {
    Table rows;
    for (const auto& month : options_.price_index->months()) {
        // The first entry stands for all days before it.
        rows.push_back({Cell(rows.empty() ? kBeforeAll : std::int64_t{month.first_day}),
                        Cell(month.index_e4)});
    }
    sql_->run("CREATE OR REPLACE TEMP TABLE prices (since BIGINT, index BIGINT)");
    sql_->append("prices", rows);
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE o AS SELECT o.* REPLACE "
        "((sign(revenue) * ((abs(revenue)::HUGEINT * {} * 2 + index) // (index * 2)))::BIGINT "
        "AS revenue) FROM o ASOF JOIN prices ON o.day >= prices.since",
        options_.price_index->base().index_e4));
}

// `p`: purchase n of a customer, with what its first order says; `c`: customers with their first
// day f and whether it lies in [from, to].
void Reference::make_purchases() {
    const bool by_day = options_.purchase == PurchaseUnit::day;
    const std::string key = by_day ? "customer, day" : "customer, day, id";
    const auto first = [](const char* column) {
        return fmt::format("first({0} ORDER BY moment, id) AS {0}", column);
    };
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE p AS SELECT *, row_number() OVER (PARTITION BY customer "
        "ORDER BY day, moment, id) AS n FROM (SELECT {}, {} {}, {}, {}, {}, sum(revenue)::BIGINT "
        "AS revenue, count(*) AS orders, count(*) FILTER (discounted) AS discounted "
        "FROM o GROUP BY {})",
        "customer, day", by_day ? first("id") + "," : "id,", first("moment"), first("shift"),
        first("product"), first("category"), key));
    sql_->run(
        fmt::format("CREATE OR REPLACE TEMP TABLE c AS SELECT customer, min(day) AS f, "
                    "min(day) BETWEEN {} AND {} AS in_range FROM p GROUP BY customer",
                    from_, options_.to.value_or(kAfterAll)));
    sql_->run(
        "CREATE OR REPLACE TEMP TABLE pr AS SELECT p.*, c.f FROM p JOIN c USING (customer) "
        "WHERE c.in_range");
    sql_->run(fmt::format(
        "CREATE OR REPLACE TEMP TABLE ranged AS SELECT * FROM p WHERE day BETWEEN {} AND {}", from_,
        to_));
}

// `q`: the periods from a year before the first purchase to the one of E.
void Reference::make_periods() {
    sql_->run(
        "CREATE OR REPLACE TEMP TABLE q (period BIGINT, first_day BIGINT, last_day BIGINT, "
        "year_ago BIGINT)");
    const Cell first = sql_->ask("SELECT min(day) FROM o")[0][0];
    if (first.null) return;
    const auto& rules = options_.rules;
    const PeriodKind by = options_.by;
    Table rows;
    for (std::int32_t period = period_of(rules, by, static_cast<Day>(first.integer) - 400);
         period <= period_of(rules, by, e_); ++period) {
        const Day start = first_day_of(rules, by, period);
        const std::int32_t year_ago =
            by == PeriodKind::week ? period - 52 : period_of(rules, by, before(start, 12));
        rows.push_back(
            {Cell(period), Cell(start), Cell(last_day_of(rules, by, period)), Cell(year_ago)});
    }
    sql_->append("q", rows);
}

Day Reference::before(Day day, int months) const {
    const auto calendar = options_.rules.calendar;
    Date date = to_date(calendar, day);
    for (; months > 0; --months) {
        if (--date.month == 0) {
            date.month = 12;
            --date.year;
        }
    }
    while (!from_date(calendar, date)) --date.day;
    return *from_date(calendar, date);
}

std::vector<PartCount> Reference::parts() {
    const std::string column = break_column(options_.break_by);
    const Table values = sql_->ask(fmt::format(
        "SELECT value, count(*) FROM (SELECT first({} ORDER BY day, moment, id) AS value FROM o "
        "GROUP BY customer) GROUP BY value ORDER BY value IS NULL, count(*) DESC, value",
        column));
    std::vector<PartCount> parts;
    PartCount absent{1, "", 0}, other{2, "", 0};
    for (const auto& row : values) {
        if (row[0].null) {
            absent.customers = row[1].integer;
        } else if (parts.size() < 10) {
            parts.push_back({0, row[0].text, row[1].integer});
        } else {
            other.customers += row[1].integer;
        }
    }
    if (absent.customers > 0) parts.push_back(absent);
    if (other.customers > 0) parts.push_back(other);
    return parts;
}

void Reference::keep_only(const PartCount& part) {
    std::string named = "''";
    for (const PartCount& each : parts()) {
        if (each.kind == 0) named += ", " + quoted(each.value);
    }
    const std::string wanted = part.kind == 0   ? "value = " + quoted(part.value)
                               : part.kind == 1 ? "value IS NULL"
                                                : "value NOT IN (" + named + ")";
    const std::string outside = fmt::format(
        "customer NOT IN (SELECT customer FROM (SELECT customer, first({} ORDER BY day, moment, "
        "id) AS value FROM o GROUP BY customer) WHERE {})",
        break_column(options_.break_by), wanted);
    sql_->run("DELETE FROM o WHERE " + outside);
    sql_->run("DELETE FROM anonymous");
    make_purchases();
    make_periods();
}

}  // namespace vafa::metrics::reference
