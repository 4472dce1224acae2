-- A look at a few orders: in which unit are their amounts?

-- name: amount_of_key
-- one row
SELECT ordered_at, COALESCE(total_minor, goods_minor) FROM commerce_order
WHERE shop = :shop AND order_key = :key AND COALESCE(total_minor, goods_minor) > 0;

-- name: amounts_between
SELECT id, order_key, ordered_at, COALESCE(total_minor, goods_minor) FROM commerce_order
WHERE ordered_at >= :from AND ordered_at < :to AND shop = :shop
  AND COALESCE(total_minor, goods_minor) > 0
ORDER BY ordered_at, id LIMIT :limit;

-- name: prices_of_order
SELECT product, unit_price_minor FROM commerce_order_line
WHERE order_id = :order_id AND product IS NOT NULL AND unit_price_minor > 0 ORDER BY position;
