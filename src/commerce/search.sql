-- Search: tokens of customers and products; see search_tokens.h.

-- name: customer_tokens
SELECT token, customer FROM commerce_search_token
WHERE (token, customer) > (:token, :id) AND token < :end
ORDER BY token, customer LIMIT :limit;

-- name: product_tokens
SELECT token, product FROM commerce_product_token
WHERE (token, product) > (:token, :id) AND token < :end
ORDER BY token, product LIMIT :limit;

-- name: count_customer_tokens
-- one row
SELECT COUNT(*) FROM (SELECT 1 AS one FROM commerce_search_token
                      WHERE token >= :token AND token < :end LIMIT :limit) AS counted;

-- name: count_product_tokens
-- one row
SELECT COUNT(*) FROM (SELECT 1 AS one FROM commerce_product_token
                      WHERE token >= :token AND token < :end LIMIT :limit) AS counted;

-- name: customers_of_facet
SELECT customer FROM commerce_search_token WHERE token = :token AND customer < :before
ORDER BY customer DESC LIMIT :limit;

-- name: newest_customers
SELECT id FROM commerce_customer WHERE id < :before ORDER BY id DESC LIMIT :limit;

-- name: newest_products
SELECT id FROM commerce_product WHERE id < :before ORDER BY id DESC LIMIT :limit;

-- name: products_by_id
-- unordered: the caller puts them in their places
SELECT id, shop, key, title, title_at, told_title, told_title_at,
       category, category_at, told_category, told_category_at, price_minor, cost_minor,
       price_currency
FROM commerce_product WHERE id = :key;

-- name: product_ids_by_key
-- unordered: the caller sorts by id
SELECT id FROM commerce_product WHERE shop = :shop AND key = :key;

-- name: members_of_customers
-- unordered: the caller sorts
SELECT customer, profile FROM commerce_profile_link WHERE customer = :key;

-- name: delete_product_tokens_of_shop
DELETE FROM commerce_product_token
WHERE product IN (SELECT id FROM commerce_product WHERE shop = :shop);

-- The fill of stores that are older than their tokens.

-- name: search_fill
-- one row
SELECT customer, product FROM commerce_search_fill;

-- name: move_search_fill
UPDATE commerce_search_fill SET customer = :customer, product = :product;

-- name: end_search_fill
DELETE FROM commerce_search_fill;

-- name: products_to_fill
SELECT id, key, title, title_at, told_title, told_title_at
FROM commerce_product WHERE id > :after ORDER BY id LIMIT :limit;
