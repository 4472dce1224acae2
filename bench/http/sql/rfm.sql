WITH each AS (
    SELECT date ':to' + 1 - max(ordered_at)::date AS recency, count(*) AS frequency,
        sum(total_minor) AS monetary
    FROM orders
    WHERE status = 'completed' AND ordered_at >= ':from' AND ordered_at < date ':to' + 1
    GROUP BY customer
), fifths AS (
    SELECT percentile_cont(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY recency) AS r,
        percentile_cont(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY frequency) AS f,
        percentile_cont(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY monetary) AS m
    FROM each
), scored AS (
    SELECT 5 - (r[1] < recency)::int - (r[2] < recency)::int - (r[3] < recency)::int
            - (r[4] < recency)::int AS r,
        1 + (f[1] < frequency)::int + (f[2] < frequency)::int + (f[3] < frequency)::int
            + (f[4] < frequency)::int AS f,
        1 + (m[1] < monetary)::int + (m[2] < monetary)::int + (m[3] < monetary)::int
            + (m[4] < monetary)::int AS m,
        monetary
    FROM each, fifths
)
SELECT r || '' || f || m AS cell, count(*), sum(monetary) FROM scored GROUP BY 1 ORDER BY 1;
