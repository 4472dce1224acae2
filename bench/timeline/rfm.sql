-- RFM: scores, customers, revenue; and the thresholds of recency, frequency and money four each.

-- name: quantiles of a materialised table of customers
WITH customer AS MATERIALIZED (
    SELECT (SELECT local_day(max(placed)) FROM orders) + 1 - local_day(max(placed)) AS r,
           count(*) AS f, sum(amount)::BIGINT AS m
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile),
threshold AS (
    SELECT quantile_cont(r, [0.2, 0.4, 0.6, 0.8]) AS r, quantile_cont(f, [0.2, 0.4, 0.6, 0.8]) AS f,
           quantile_cont(m, [0.2, 0.4, 0.6, 0.8]) AS m
    FROM customer),
scored AS (
    SELECT 5 - len(list_filter(t.r, x -> round(5 * x) < 5 * c.r)) AS r,
           1 + len(list_filter(t.f, x -> round(5 * x) < 5 * c.f)) AS f,
           1 + len(list_filter(t.m, x -> round(5 * x) < 5 * c.m)) AS m, c.m AS revenue
    FROM customer AS c, threshold AS t)
SELECT s.r, s.f, s.m, count(*), sum(revenue), any_value(t.r[1]), any_value(t.r[2]),
       any_value(t.r[3]), any_value(t.r[4]), any_value(t.f[1]), any_value(t.f[2]),
       any_value(t.f[3]), any_value(t.f[4]), any_value(t.m[1]), any_value(t.m[2]),
       any_value(t.m[3]), any_value(t.m[4])
FROM scored AS s, threshold AS t GROUP BY s.r, s.f, s.m ORDER BY ALL

-- name: the same with comparisons instead of lists
WITH customer AS MATERIALIZED (
    SELECT (SELECT local_day(max(placed)) FROM orders) + 1 - local_day(max(placed)) AS r,
           count(*) AS f, sum(amount)::BIGINT AS m
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile),
threshold AS MATERIALIZED (
    SELECT r[1] AS r1, r[2] AS r2, r[3] AS r3, r[4] AS r4, f[1] AS f1, f[2] AS f2, f[3] AS f3,
           f[4] AS f4, m[1] AS m1, m[2] AS m2, m[3] AS m3, m[4] AS m4
    FROM (SELECT quantile_cont(r, [0.2, 0.4, 0.6, 0.8]) AS r,
                 quantile_cont(f, [0.2, 0.4, 0.6, 0.8]) AS f,
                 quantile_cont(m, [0.2, 0.4, 0.6, 0.8]) AS m FROM customer)),
fifths AS MATERIALIZED (
    SELECT round(5 * r1)::BIGINT AS r1, round(5 * r2)::BIGINT AS r2, round(5 * r3)::BIGINT AS r3,
           round(5 * r4)::BIGINT AS r4, round(5 * f1)::BIGINT AS f1, round(5 * f2)::BIGINT AS f2,
           round(5 * f3)::BIGINT AS f3, round(5 * f4)::BIGINT AS f4, round(5 * m1)::BIGINT AS m1,
           round(5 * m2)::BIGINT AS m2, round(5 * m3)::BIGINT AS m3, round(5 * m4)::BIGINT AS m4
    FROM threshold),
scored AS (
    SELECT 5 - (5 * r > r1)::BIGINT - (5 * r > r2)::BIGINT - (5 * r > r3)::BIGINT - (5 * r > r4)::BIGINT AS r,
           1 + (5 * f > f1)::BIGINT + (5 * f > f2)::BIGINT + (5 * f > f3)::BIGINT + (5 * f > f4)::BIGINT AS f,
           1 + (5 * m > m1)::BIGINT + (5 * m > m2)::BIGINT + (5 * m > m3)::BIGINT + (5 * m > m4)::BIGINT AS m,
           m AS revenue
    FROM customer, fifths),
cell AS (SELECT r, f, m, count(*) AS customers, sum(revenue) AS revenue FROM scored GROUP BY ALL)
SELECT * FROM cell, threshold ORDER BY ALL

-- name: thresholds by rank instead of quantiles
WITH customer AS MATERIALIZED (
    SELECT (SELECT local_day(max(placed)) FROM orders) + 1 - local_day(max(placed)) AS r,
           count(*) AS f, sum(amount)::BIGINT AS m
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile),
n AS (SELECT count(*) AS n FROM customer),
r_run AS (SELECT r AS v, sum(count(*)) OVER (ORDER BY r) AS upto FROM customer GROUP BY r),
f_run AS (SELECT f AS v, sum(count(*)) OVER (ORDER BY f) AS upto FROM customer GROUP BY f),
m_run AS (SELECT m AS v, row_number() OVER (ORDER BY m) AS upto FROM customer),
step AS (SELECT k, (n - 1) * k // 5 AS rank, (n - 1) * k % 5 AS rest FROM n, range(1, 5) AS s(k)),
bound AS (
    SELECT k, rest, (SELECT min(v) FROM r_run WHERE upto > rank) AS r0,
           (SELECT min(v) FROM r_run WHERE upto > rank + 1) AS r1,
           (SELECT min(v) FROM f_run WHERE upto > rank) AS f0,
           (SELECT min(v) FROM f_run WHERE upto > rank + 1) AS f1,
           (SELECT min(v) FROM m_run WHERE upto > rank) AS m0,
           (SELECT min(v) FROM m_run WHERE upto > rank + 1) AS m1 FROM step),
fifths AS MATERIALIZED (
    SELECT list(5 * r0 + rest * (r1 - r0) ORDER BY k) AS r, list(5 * f0 + rest * (f1 - f0) ORDER BY k) AS f,
           list(5 * m0 + rest * (m1 - m0) ORDER BY k) AS m FROM bound),
scored AS (
    SELECT 5 - (5 * c.r > t.r[1])::BIGINT - (5 * c.r > t.r[2])::BIGINT - (5 * c.r > t.r[3])::BIGINT - (5 * c.r > t.r[4])::BIGINT AS r,
           1 + (5 * c.f > t.f[1])::BIGINT + (5 * c.f > t.f[2])::BIGINT + (5 * c.f > t.f[3])::BIGINT + (5 * c.f > t.f[4])::BIGINT AS f,
           1 + (5 * c.m > t.m[1])::BIGINT + (5 * c.m > t.m[2])::BIGINT + (5 * c.m > t.m[3])::BIGINT + (5 * c.m > t.m[4])::BIGINT AS m,
           c.m AS revenue
    FROM customer AS c, fifths AS t),
cell AS (SELECT r, f, m, count(*) AS customers, sum(revenue) AS revenue FROM scored GROUP BY ALL)
SELECT c.*, t.r[1] / 5.0::DOUBLE, t.r[2] / 5.0::DOUBLE, t.r[3] / 5.0::DOUBLE, t.r[4] / 5.0::DOUBLE,
       t.f[1] / 5.0::DOUBLE, t.f[2] / 5.0::DOUBLE, t.f[3] / 5.0::DOUBLE, t.f[4] / 5.0::DOUBLE,
       t.m[1] / 5.0::DOUBLE, t.m[2] / 5.0::DOUBLE, t.m[3] / 5.0::DOUBLE, t.m[4] / 5.0::DOUBLE
FROM cell AS c, fifths AS t ORDER BY ALL
