WITH counted AS MATERIALIZED (
    SELECT customer, ordered_at::date AS day, total_minor
    FROM orders
    WHERE status = 'completed' AND ordered_at >= ':from' AND ordered_at < date ':to' + 1
), gaps AS (
    SELECT day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap FROM counted
), each AS (
    SELECT count(*) AS orders, sum(total_minor) AS revenue, min(day) AS first, max(day) AS last
    FROM counted GROUP BY customer
), ranked AS (
    SELECT revenue, row_number() OVER (ORDER BY revenue) AS rank, count(*) OVER () AS customers
    FROM each
)
SELECT count(*), sum(orders), sum(revenue), min(first), max(last),
    count(*) FILTER (WHERE orders > 1),
    (SELECT array_agg(n ORDER BY purchases) FROM (
        SELECT least(orders, 10) AS purchases, count(*) AS n FROM each GROUP BY 1) AS bins),
    (SELECT avg(gap) FROM gaps),
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY gap) FROM gaps),
    avg((last - first)::numeric / (orders - 1)) FILTER (WHERE orders > 1),
    (SELECT sum(revenue) FILTER (WHERE rank > customers - ceil(customers * 0.1)) / sum(revenue)
        FROM ranked),
    (SELECT sum(revenue) FILTER (WHERE rank > customers - ceil(customers * 0.2)) / sum(revenue)
        FROM ranked),
    (SELECT 2 * sum(rank * revenue) / (max(customers) * sum(revenue))
        - (max(customers) + 1) / max(customers)::numeric FROM ranked)
FROM each;
