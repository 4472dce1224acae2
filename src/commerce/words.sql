-- What files said of customers and products, beside the orders.

-- name: customer_words_by_profile
-- unordered: the caller puts them in a map
SELECT profile, import_id, at, fingerprint FROM commerce_customer_word WHERE profile = :key;

-- name: words_of_profile
SELECT at, import_id, fields FROM commerce_customer_word
WHERE profile = :profile AND at <= :at AND (at < :at OR import_id < :import)
ORDER BY at DESC, import_id DESC LIMIT :limit;

-- name: customer_words_of_import
SELECT profile FROM commerce_customer_word WHERE import_id = :import
ORDER BY profile LIMIT :limit;

-- name: consents_of_import
SELECT id, profile FROM commerce_consent WHERE import_id = :import ORDER BY id LIMIT :limit;

-- name: product_words_of_import
SELECT product FROM commerce_product_word WHERE import_id = :import
ORDER BY product LIMIT :limit;

-- name: product_words_by_product
-- unordered: the caller takes the latest
SELECT product, import_id, at, fingerprint, title, category, price_minor, cost_minor, currency
FROM commerce_product_word WHERE product = :key;

-- name: profiles_with_orders
-- unordered: the caller sorts
SELECT p.id FROM commerce_profile p
WHERE p.id = :key AND EXISTS (SELECT 1 FROM commerce_order o WHERE o.profile = p.id);

-- name: profiles_with_words
-- unordered: the caller sorts
SELECT p.id FROM commerce_profile p
WHERE p.id = :key AND EXISTS (SELECT 1 FROM commerce_customer_word w WHERE w.profile = p.id);
