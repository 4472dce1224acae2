SELECT found.*, totals.*
FROM (
    (SELECT * FROM customers WHERE lower(first_name) LIKE ':word%' LIMIT 20)
    UNION (SELECT * FROM customers WHERE lower(last_name) LIKE ':word%' LIMIT 20)
    UNION (SELECT * FROM customers WHERE lower(email) LIKE ':word%' LIMIT 20)
    UNION (SELECT * FROM customers WHERE phone LIKE ':word%' LIMIT 20)
    LIMIT 20
) AS found,
LATERAL (
    SELECT count(*), sum(total_minor), min(ordered_at), max(ordered_at)
    FROM orders WHERE customer = found.id AND status = 'completed'
) AS totals;
