-- Monthly cohorts: cohort, months since, customers, orders, revenue.

-- name: customer-months, first month by a window, dates by ICU
WITH o AS (
    SELECT profile, icu_date(placed) AS date, amount FROM orders
    WHERE profile <> 0 AND counted(flags)),
customer_month AS (
    SELECT profile, year(date) * 12 + month(date) - 1 AS month, count(*) AS orders,
           sum(amount) AS revenue
    FROM o GROUP BY ALL),
with_first AS (
    SELECT *, min(month) OVER (PARTITION BY profile) AS cohort FROM customer_month)
SELECT cohort, month - cohort, count(*), sum(orders), sum(revenue)
FROM with_first GROUP BY ALL ORDER BY ALL

-- name: customer-months, first month by a join, arithmetic days
WITH customer_month AS MATERIALIZED (
    SELECT profile, month_of(local_day(placed)) AS month, count(*) AS orders,
           sum(amount) AS revenue
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY ALL),
first AS (SELECT profile, min(month) AS cohort FROM customer_month GROUP BY profile)
SELECT cohort, month - cohort, count(*), sum(orders), sum(revenue)
FROM customer_month JOIN first USING (profile) GROUP BY ALL ORDER BY ALL

-- name: orders joined to first orders, customers counted distinct
WITH o AS (
    SELECT profile, local_day(placed) AS day, amount FROM orders
    WHERE profile <> 0 AND counted(flags)),
first AS (
    SELECT profile, month_of(local_day(min(placed))) AS cohort FROM orders
    WHERE profile <> 0 AND counted(flags) GROUP BY profile)
SELECT cohort, month - cohort, count(DISTINCT profile), count(*), sum(amount)
FROM o JOIN calendar USING (day) JOIN first USING (profile) GROUP BY ALL ORDER BY ALL

-- name: orders joined to first orders, then customer-months
WITH first AS (
    SELECT profile, month_of(local_day(min(placed))) AS cohort FROM orders
    WHERE profile <> 0 AND counted(flags) GROUP BY profile),
customer_month AS (
    SELECT profile, any_value(cohort) AS cohort, month, count(*) AS orders, sum(amount) AS revenue
    FROM (SELECT profile, local_day(placed) AS day, amount FROM orders
          WHERE profile <> 0 AND counted(flags)) AS o
    JOIN calendar USING (day) JOIN first USING (profile) GROUP BY profile, month)
SELECT cohort, month - cohort, count(*), sum(orders), sum(revenue)
FROM customer_month GROUP BY ALL ORDER BY ALL

-- name: lists of orders by customer, taken apart again
WITH customer AS (
    SELECT list(month_of(local_day(placed))) AS months, list(amount) AS amounts
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile),
active AS (
    SELECT list_min(months) AS cohort, unnest(list_distinct(months)) AS month FROM customer),
sold AS (
    SELECT list_min(months) AS cohort, unnest(months) AS month, unnest(amounts) AS amount
    FROM customer),
customers AS (SELECT cohort, month, count(*) AS customers FROM active GROUP BY ALL),
revenue AS (SELECT cohort, month, count(*) AS orders, sum(amount) AS revenue FROM sold GROUP BY ALL)
SELECT cohort, month - cohort, customers, orders, revenue
FROM customers JOIN revenue USING (cohort, month) ORDER BY ALL
