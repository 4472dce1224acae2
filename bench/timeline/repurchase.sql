-- Repurchase windows: number of the window, retained, eligible. `span(window, low, high, followed)`
-- holds the windows: a purchase counts low … high days after the first; eligible are customers
-- followed for so many days. `masks(days, hit)` and `masks(days, open)` are the same as bits.

-- name: bits by a look-up, first day by a join
WITH o AS (SELECT profile, local_day(placed) AS day FROM orders WHERE profile <> 0 AND counted(flags)),
first AS (
    SELECT profile, min(day) AS first, (SELECT local_day(max(placed)) FROM orders) - min(day) AS followed
    FROM o GROUP BY profile),
customer AS (
    SELECT any_value(followed) AS followed, bit_or(hit) AS hit
    FROM o JOIN first USING (profile) JOIN masks ON days = day - first GROUP BY profile),
combined AS (SELECT followed, hit, count(*) AS customers FROM customer GROUP BY ALL)
SELECT number, coalesce(sum(customers) FILTER (WHERE hit & (1::UBIGINT << number) <> 0), 0),
       sum(customers)
FROM combined JOIN span ON combined.followed >= span.followed GROUP BY number ORDER BY number

-- name: days since the first, made distinct, before the bits
WITH o AS (
    SELECT DISTINCT profile, local_day(placed) AS day FROM orders
    WHERE profile <> 0 AND counted(flags)),
since AS (SELECT profile, day, min(day) OVER (PARTITION BY profile) AS first FROM o),
customer AS (
    SELECT (SELECT local_day(max(placed)) FROM orders) - first AS followed, bit_or(hit) AS hit
    FROM since JOIN masks ON days = day - first GROUP BY profile, first),
combined AS (SELECT followed, hit, count(*) AS customers FROM customer GROUP BY ALL)
SELECT number, coalesce(sum(customers) FILTER (WHERE hit & (1::UBIGINT << number) <> 0), 0),
       sum(customers)
FROM combined JOIN span ON combined.followed >= span.followed GROUP BY number ORDER BY number

-- name: lists of days, taken apart again
WITH customer AS (
    SELECT list(local_day(placed)) AS all_days, local_day(min(placed)) AS first
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile),
numbered AS (SELECT row_number() OVER () AS id, * FROM customer),
since AS (SELECT id, first, unnest(all_days) - first AS days FROM numbered),
bits AS (
    SELECT (SELECT local_day(max(placed)) FROM orders) - first AS followed, bit_or(hit) AS hit
    FROM since JOIN masks USING (days) GROUP BY id, first),
combined AS (SELECT followed, hit, count(*) AS customers FROM bits GROUP BY ALL)
SELECT number, coalesce(sum(customers) FILTER (WHERE hit & (1::UBIGINT << number) <> 0), 0),
       sum(customers)
FROM combined JOIN span ON combined.followed >= span.followed GROUP BY number ORDER BY number

-- name: one list a customer, bits by list functions
WITH customer AS (
    SELECT list(local_day(placed)) AS all_days, local_day(min(placed)) AS first
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile),
bits AS (
    SELECT (SELECT local_day(max(placed)) FROM orders) - first AS followed,
           list_aggregate(list_transform(all_days,
               d -> hits[d - first + 1]), 'bit_or') AS hit
    FROM customer, (SELECT list(hit ORDER BY days) AS hits FROM masks)),
combined AS (SELECT followed, hit, count(*) AS customers FROM bits GROUP BY ALL)
SELECT number, coalesce(sum(customers) FILTER (WHERE hit & (1::UBIGINT << number) <> 0), 0),
       sum(customers)
FROM combined JOIN span ON combined.followed >= span.followed GROUP BY number ORDER BY number
