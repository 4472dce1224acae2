SELECT customers.*, totals.*
FROM customers,
LATERAL (
    SELECT count(*), sum(total_minor), min(ordered_at), max(ordered_at)
    FROM orders WHERE customer = customers.id AND status = 'completed'
) AS totals
WHERE customers.id = :id;
