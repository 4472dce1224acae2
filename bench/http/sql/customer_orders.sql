SELECT id, ordered_at, status, total_minor FROM orders
WHERE customer = :id ORDER BY ordered_at DESC LIMIT 20;
