-- Inputs of value models: profile, x (repeat purchase days), t_x (first to last), T (first to the
-- end of the data), in days.

-- name: days counted distinct
WITH o AS (SELECT profile, local_day(placed) AS day FROM orders WHERE profile <> 0 AND counted(flags))
SELECT profile, count(DISTINCT day) - 1, max(day) - min(day),
       (SELECT local_day(max(placed)) FROM orders) - min(day)
FROM o GROUP BY profile

-- name: customer-days first
WITH o AS (
    SELECT DISTINCT profile, local_day(placed) AS day FROM orders
    WHERE profile <> 0 AND counted(flags))
SELECT profile, count(*) - 1, max(day) - min(day),
       (SELECT local_day(max(placed)) FROM orders) - min(day)
FROM o GROUP BY profile

-- name: lists of days
WITH customer AS (
    SELECT profile, list(local_day(placed)) AS days, min(placed) AS first, max(placed) AS last
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile)
SELECT profile, list_unique(days)::BIGINT - 1, local_day(last) - local_day(first),
       (SELECT local_day(max(placed)) FROM orders) - local_day(first)
FROM customer

-- name: days that differ from the one before, by a window
WITH o AS (
    SELECT profile, local_day(placed) AS day FROM orders WHERE profile <> 0 AND counted(flags)),
marked AS (
    SELECT profile, day,
           day IS DISTINCT FROM lag(day) OVER (PARTITION BY profile ORDER BY day) AS another
    FROM o)
SELECT profile, count(*) FILTER (WHERE another) - 1, max(day) - min(day),
       (SELECT local_day(max(placed)) FROM orders) - min(day)
FROM marked GROUP BY profile

-- name: customer-days first, dates by ICU
WITH o AS (
    SELECT DISTINCT profile, icu_date(placed) AS date FROM orders
    WHERE profile <> 0 AND counted(flags))
SELECT profile, count(*) - 1, max(date) - min(date),
       (SELECT icu_date(max(placed)) FROM orders) - min(date)
FROM o GROUP BY profile
