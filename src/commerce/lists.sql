-- Lists for people: pages by place, newest first, never by offset.

-- name: totals_of_profiles
-- unordered: the caller adds up
SELECT profile, flags, COUNT(*), MIN(ordered_at), MAX(ordered_at),
       CAST(SUM(COALESCE(net_minor, 0) / 1000000000) AS BIGINT),
       CAST(SUM(COALESCE(net_minor, 0) % 1000000000) AS BIGINT)
FROM commerce_order WHERE profile = :key GROUP BY profile, flags;

-- name: orders_newest
SELECT id, shop, order_key, number, profile, status, ordered_at, flags, currency, net_minor
FROM commerce_order
WHERE (ordered_at, id) < (:at, :id) AND ordered_at >= :from
ORDER BY ordered_at DESC, id DESC LIMIT :limit;

-- name: orders_of_profile
SELECT id, shop, order_key, number, profile, status, ordered_at, flags, currency, net_minor
FROM commerce_order
WHERE profile = :profile AND ordered_at >= :from AND ordered_at <= :at
  AND (ordered_at < :at OR id < :id)
ORDER BY ordered_at DESC, id DESC LIMIT :limit;

-- name: orders_keyed
SELECT id, shop, order_key, number, profile, status, ordered_at, flags, currency, net_minor
FROM commerce_order
WHERE shop = :shop AND order_key >= :from AND order_key < :to
ORDER BY order_key LIMIT :limit;

-- name: order_by_id
-- one row
SELECT id, shop, order_key, number, profile, status, ordered_at, flags, currency, net_minor,
       goods_minor, discount_minor, shipping_minor, tax_minor, refund_minor, total_minor,
       coupon, source, import_id, cost_minor, traits
FROM commerce_order WHERE id = :id;

-- name: lines_of_order
SELECT product, title, variant, category, quantity_milli, unit_price_minor, discount_minor,
       amount_minor
FROM commerce_order_line WHERE order_id = :order_id ORDER BY position;
