-- Summary: one row, in the order of the answer's keys.

-- name: gaps by a window over customers
WITH o AS (
    SELECT profile, local_day(placed) AS day, amount FROM orders
    WHERE profile <> 0 AND counted(flags)),
gap AS (
    SELECT day - lag(day) OVER (PARTITION BY profile ORDER BY day) AS days FROM o),
gaps AS (
    SELECT count(days) AS gaps, avg(days) AS mean, quantile_cont(days, 0.5)::DOUBLE AS median FROM gap),
customer AS MATERIALIZED (
    SELECT count(*) AS n, sum(amount)::BIGINT AS revenue, min(day) AS first, max(day) AS last
    FROM o GROUP BY profile),
totals AS (
    SELECT count(*) AS customers, sum(n) AS orders, sum(revenue) AS revenue, min(first) AS first,
           max(last) AS last, count(*) FILTER (WHERE n > 1) AS repeat,
           count(*) FILTER (WHERE n = 1) AS n1, count(*) FILTER (WHERE n = 2) AS n2,
           count(*) FILTER (WHERE n = 3) AS n3, count(*) FILTER (WHERE n = 4) AS n4,
           count(*) FILTER (WHERE n = 5) AS n5, count(*) FILTER (WHERE n = 6) AS n6,
           count(*) FILTER (WHERE n = 7) AS n7, count(*) FILTER (WHERE n = 8) AS n8,
           count(*) FILTER (WHERE n = 9) AS n9, count(*) FILTER (WHERE n > 9) AS n10,
           avg((last - first) / (n - 1)) FILTER (WHERE n > 1) AS mean_of_means
    FROM customer),
ranked AS (SELECT revenue, row_number() OVER (ORDER BY revenue) AS i FROM customer),
shares AS (
    SELECT sum(revenue) FILTER (WHERE i > customers - (customers + 9) // 10) AS top10,
           sum(revenue) FILTER (WHERE i > customers - (customers * 2 + 9) // 10) AS top20,
           sum(i * revenue::HUGEINT) AS weighted
    FROM ranked, (SELECT customers FROM totals))
SELECT customers, orders, (SELECT count(*) FROM orders WHERE profile = 0 AND counted(flags)),
       revenue, first, last, repeat, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, gaps, mean, median,
       mean_of_means, top10 / revenue, top20 / revenue,
       2 * weighted::DOUBLE / (customers * revenue::DOUBLE) - (customers + 1) / customers
FROM totals, gaps, shares

-- name: gaps by lists of days, counted before the median
WITH customer AS MATERIALIZED (
    SELECT list_sort(list(local_day(placed))) AS days, sum(amount)::BIGINT AS revenue
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile),
gap AS (
    SELECT unnest(list_transform(range(2, len(days) + 1), i -> days[i] - days[i - 1])) AS days
    FROM customer WHERE len(days) > 1),
gap_counts AS (SELECT days, count(*) AS n FROM gap GROUP BY days),
running AS (SELECT days, sum(n) OVER (ORDER BY days) AS upto FROM gap_counts),
gaps AS (
    SELECT sum(n) AS gaps, sum(days * n) / sum(n) AS mean,
           ((SELECT min(days) FROM running WHERE upto > ((SELECT sum(n) FROM gap_counts) - 1) // 2) +
            (SELECT min(days) FROM running WHERE upto > (SELECT sum(n) FROM gap_counts) // 2)) / 2 AS median
    FROM gap_counts),
totals AS (
    SELECT count(*) AS customers, sum(len(days)) AS orders, sum(revenue) AS revenue,
           min(days[1]) AS first, max(days[-1]) AS last,
           count(*) FILTER (WHERE len(days) > 1) AS repeat,
           count(*) FILTER (WHERE len(days) = 1) AS n1, count(*) FILTER (WHERE len(days) = 2) AS n2,
           count(*) FILTER (WHERE len(days) = 3) AS n3, count(*) FILTER (WHERE len(days) = 4) AS n4,
           count(*) FILTER (WHERE len(days) = 5) AS n5, count(*) FILTER (WHERE len(days) = 6) AS n6,
           count(*) FILTER (WHERE len(days) = 7) AS n7, count(*) FILTER (WHERE len(days) = 8) AS n8,
           count(*) FILTER (WHERE len(days) = 9) AS n9, count(*) FILTER (WHERE len(days) > 9) AS n10,
           avg((days[-1] - days[1]) / (len(days) - 1)) FILTER (WHERE len(days) > 1) AS mean_of_means
    FROM customer),
ranked AS (SELECT revenue, row_number() OVER (ORDER BY revenue) AS i FROM customer),
shares AS (
    SELECT sum(revenue) FILTER (WHERE i > customers - (customers + 9) // 10) AS top10,
           sum(revenue) FILTER (WHERE i > customers - (customers * 2 + 9) // 10) AS top20,
           sum(i * revenue::HUGEINT) AS weighted
    FROM ranked, (SELECT customers FROM totals))
SELECT customers, orders, (SELECT count(*) FROM orders WHERE profile = 0 AND counted(flags)),
       revenue, first, last, repeat, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, gaps, mean, median,
       mean_of_means, top10 / revenue, top20 / revenue,
       2 * weighted::DOUBLE / (customers * revenue::DOUBLE) - (customers + 1) / customers
FROM totals, gaps, shares

-- name: customers from one grouping, gaps by a window, counted before the median
WITH o AS (
    SELECT profile, local_day(placed) AS day FROM orders WHERE profile <> 0 AND counted(flags)),
gap AS (SELECT day - lag(day) OVER (PARTITION BY profile ORDER BY day) AS days FROM o),
gap_counts AS MATERIALIZED (
    SELECT days, count(*) AS n FROM gap WHERE days IS NOT NULL GROUP BY days),
running AS (SELECT days, sum(n) OVER (ORDER BY days) AS upto FROM gap_counts),
gaps AS (
    SELECT sum(n) AS gaps, sum(days * n) / sum(n) AS mean,
           ((SELECT min(days) FROM running WHERE upto > ((SELECT sum(n) FROM gap_counts) - 1) // 2) +
            (SELECT min(days) FROM running WHERE upto > (SELECT sum(n) FROM gap_counts) // 2)) / 2 AS median
    FROM gap_counts),
customer AS MATERIALIZED (
    SELECT count(*) AS n, sum(amount)::BIGINT AS revenue, local_day(min(placed)) AS first,
           local_day(max(placed)) AS last
    FROM orders WHERE profile <> 0 AND counted(flags) GROUP BY profile),
totals AS (
    SELECT count(*) AS customers, sum(n) AS orders, sum(revenue) AS revenue, min(first) AS first,
           max(last) AS last, count(*) FILTER (WHERE n > 1) AS repeat,
           count(*) FILTER (WHERE n = 1) AS n1, count(*) FILTER (WHERE n = 2) AS n2,
           count(*) FILTER (WHERE n = 3) AS n3, count(*) FILTER (WHERE n = 4) AS n4,
           count(*) FILTER (WHERE n = 5) AS n5, count(*) FILTER (WHERE n = 6) AS n6,
           count(*) FILTER (WHERE n = 7) AS n7, count(*) FILTER (WHERE n = 8) AS n8,
           count(*) FILTER (WHERE n = 9) AS n9, count(*) FILTER (WHERE n > 9) AS n10,
           avg((last - first) / (n - 1)) FILTER (WHERE n > 1) AS mean_of_means
    FROM customer),
ranked AS (SELECT revenue, row_number() OVER (ORDER BY revenue) AS i FROM customer),
shares AS (
    SELECT sum(revenue) FILTER (WHERE i > customers - (customers + 9) // 10) AS top10,
           sum(revenue) FILTER (WHERE i > customers - (customers * 2 + 9) // 10) AS top20,
           sum(i * revenue::HUGEINT) AS weighted
    FROM ranked, (SELECT customers FROM totals))
SELECT customers, orders, (SELECT count(*) FROM orders WHERE profile = 0 AND counted(flags)),
       revenue, first, last, repeat, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, gaps, mean, median,
       mean_of_means, top10 / revenue, top20 / revenue,
       2 * weighted::DOUBLE / (customers * revenue::DOUBLE) - (customers + 1) / customers
FROM totals, gaps, shares
