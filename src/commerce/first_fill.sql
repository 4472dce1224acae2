-- The first fill of an empty store; see first_fill.h.

-- name: first_fill
-- one row
SELECT begun_at FROM commerce_first_fill;

-- name: any_customer
-- one row
SELECT id FROM commerce_customer LIMIT 1;

-- name: set_first_fill
INSERT INTO commerce_first_fill (begun_at) VALUES (:at);

-- name: drop_order_profile
DROP INDEX IF EXISTS commerce_order_profile;

-- name: drop_order_time
DROP INDEX IF EXISTS commerce_order_time;

-- As migration 0009 has it.
-- name: make_order_profile
CREATE INDEX IF NOT EXISTS commerce_order_profile
    ON commerce_order (profile, ordered_at, flags, net_minor)
    WHERE profile IS NOT NULL;

-- As migration 0008 has it.
-- name: make_order_time
CREATE INDEX IF NOT EXISTS commerce_order_time ON commerce_order (ordered_at, id);

-- name: end_first_fill
DELETE FROM commerce_first_fill;

-- name: pour_token_heap
INSERT INTO commerce_search_token (token, customer)
SELECT token, customer FROM commerce_token_heap
WHERE customer NOT IN (SELECT customer FROM commerce_customer_due)
ORDER BY token, customer
ON CONFLICT DO NOTHING;

-- name: clear_token_heap
DELETE FROM commerce_token_heap;

-- name: due_customers
SELECT customer FROM commerce_customer_due WHERE customer > :after
ORDER BY customer LIMIT :limit;

-- name: clear_due_customers
DELETE FROM commerce_customer_due;
