WITH monthly AS (
    SELECT customer, date_trunc('month', ordered_at) AS month, min(ordered_at) AS first,
        count(*) AS orders, sum(total_minor) AS revenue
    FROM orders WHERE status = 'completed' AND ordered_at < date ':to' + 1 GROUP BY 1, 2
), placed AS (
    SELECT month, orders, revenue, min(month) OVER (PARTITION BY customer) AS cohort,
        min(first) OVER (PARTITION BY customer) AS begin
    FROM monthly
)
SELECT cohort::date, month::date, count(*), sum(orders), sum(revenue)
FROM placed
WHERE begin >= ':from'
GROUP BY 1, 2 ORDER BY 1, 2;
