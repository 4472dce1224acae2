-- What the fold reads.

-- name: greatest_order_key
-- one row
SELECT order_key FROM commerce_order WHERE shop = :shop ORDER BY order_key DESC LIMIT 1;

-- name: orders_by_key
-- unordered: the fold puts each row in the slot of its key
SELECT order_key, id, profile, ordered_at, net_minor, flags, version, fingerprint, import_id,
       customer_fields
FROM commerce_order WHERE shop = :shop AND order_key = :key;

-- name: orders_by_id
-- unordered: the caller sorts by id
SELECT order_key, id, profile, ordered_at, net_minor, flags, version, fingerprint, import_id,
       customer_fields
FROM commerce_order WHERE id = :key;

-- name: claims_by_order
-- unordered: the caller sorts
SELECT order_id, import_id, version, fingerprint, arrival
FROM commerce_order_claim WHERE order_id = :key;

-- name: claims_of_import
SELECT order_id FROM commerce_order_claim
WHERE import_id = :import AND order_id > :after ORDER BY order_id LIMIT :limit;

-- name: any_profile
-- one row
SELECT id FROM commerce_profile LIMIT 1;

-- name: profiles_by_key
-- unordered: the fold puts each row in the slot of its key
SELECT p.key, p.id, l.customer
FROM commerce_profile p LEFT JOIN commerce_profile_link l ON l.profile = p.id
WHERE p.shop = :shop AND p.kind = :kind AND p.key = :key;

-- name: customers_by_id
-- unordered: the caller sorts by id
SELECT id, name, email, phone, city, country, traits FROM commerce_customer WHERE id = :key;

-- name: products_by_key
-- unordered: the fold puts each row in the slot of its key
SELECT key, id, title, title_at, title_order_key, title_version,
       category, category_at, category_order_key, category_version, told_title, told_title_at,
       told_category, told_category_at, price_minor, cost_minor, price_currency, ordered, shop
FROM commerce_product WHERE shop = :shop AND key = :key;

-- name: whole_products_by_id
-- unordered: the caller sorts
SELECT key, id, title, title_at, title_order_key, title_version,
       category, category_at, category_order_key, category_version, told_title, told_title_at,
       told_category, told_category_at, price_minor, cost_minor, price_currency, ordered, shop
FROM commerce_product WHERE id = :key;

-- name: titles_by_key
-- unordered: the caller puts them in a map
SELECT key, title, title_at, told_title, told_title_at
FROM commerce_product WHERE shop = :shop AND key = :key;

-- name: fields_of_orders
SELECT ordered_at, order_key, customer_fields
FROM commerce_order
WHERE profile = :profile AND ordered_at <= :at
  AND (ordered_at < :at OR order_key < :order_key) AND customer_fields IS NOT NULL
ORDER BY ordered_at DESC, order_key DESC LIMIT :limit;

-- name: customer_of_profile
-- one row
SELECT customer FROM commerce_profile_link WHERE profile = :profile;

-- name: members_of_customer
SELECT profile FROM commerce_profile_link WHERE customer = :customer ORDER BY profile;

-- name: links_by_profile
-- unordered: the caller sorts
SELECT profile, customer, version FROM commerce_profile_link WHERE profile = :key;

-- name: consents_of_profile
SELECT id, profile, channel, granted, at, recorded_at, source, import_id, file, file_row
FROM commerce_consent WHERE profile = :profile AND channel = :channel
ORDER BY at DESC, id DESC LIMIT :limit;

-- name: consents_by_profile
-- unordered: the caller takes the latest
SELECT id, profile, channel, granted, at, recorded_at, source, import_id, file, file_row
FROM commerce_consent WHERE profile = :key;

-- Settings.

-- name: all_settings
SELECT key, value FROM commerce_setting ORDER BY key;

-- name: setting
-- one row
SELECT value FROM commerce_setting WHERE key = :key;

-- name: set_setting
INSERT INTO commerce_setting (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: delete_setting
DELETE FROM commerce_setting WHERE key = :key;

-- name: any_order
-- one row
SELECT id FROM commerce_order LIMIT 1;

-- Shops and imports.

-- name: add_shop
INSERT INTO commerce_shop (id, key, name, created_at) VALUES (:id, :key, :name, :created_at);

-- name: find_shop
-- one row
SELECT id, key, name, created_at FROM commerce_shop WHERE key = :key;

-- name: list_shops
SELECT id, key, name, created_at FROM commerce_shop ORDER BY id;

-- name: add_import
INSERT INTO commerce_import (id, kind, state, files, options, counters, cursor, started_at,
                             finished_at)
VALUES (:id, :kind, :state, :files, :options, :counters, :cursor, :started_at, :finished_at);

-- name: move_import
UPDATE commerce_import SET cursor = :cursor, counters = :counters WHERE id = :id;

-- name: start_import
UPDATE commerce_import SET state = 'running', started_at = :at
WHERE id = :id AND state = 'queued';

-- name: finish_import
UPDATE commerce_import SET state = :state, counters = :counters, finished_at = :at WHERE id = :id;

-- name: find_import
-- one row
SELECT id, kind, state, files, options, counters, cursor, started_at, finished_at
FROM commerce_import WHERE id = :id;

-- name: running_imports
SELECT id, kind, state, files, options, counters, cursor, started_at, finished_at
FROM commerce_import WHERE state = 'running' ORDER BY id;

-- name: begin_undo
UPDATE commerce_import SET state = 'undoing', cursor = '{}' WHERE id = :id AND state = :state;

-- name: undoing_imports
SELECT id, kind, state, files, options, counters, cursor, started_at, finished_at
FROM commerce_import WHERE state = 'undoing' ORDER BY id;

-- name: imports_of_kind
SELECT id FROM commerce_import WHERE kind = :kind ORDER BY id;

-- name: forget_import
DELETE FROM commerce_import WHERE id = :id;

-- name: next_queued_import
-- one row
SELECT id, kind, state, files, options, counters, cursor, started_at, finished_at
FROM commerce_import WHERE state = 'queued' ORDER BY id LIMIT 1;

-- name: open_import_options
SELECT options FROM commerce_import WHERE state IN ('queued', 'running') ORDER BY id;

-- name: list_imports
SELECT id, kind, state, files, options, counters, cursor, started_at, finished_at
FROM commerce_import WHERE id < :before ORDER BY id DESC LIMIT :limit;

-- Customers as people look at them.

-- name: profiles_by_id
-- unordered: the caller sorts by id
SELECT id, shop, kind, key FROM commerce_profile WHERE id = :key;

-- name: profile_called
-- one row
SELECT id FROM commerce_profile WHERE shop = :shop AND kind = :kind AND key = :key;

-- name: list_customers
SELECT id FROM commerce_customer WHERE id > :after ORDER BY id LIMIT :limit;

-- name: count_store
-- one row
SELECT (SELECT COUNT(*) FROM commerce_order), (SELECT COUNT(*) FROM commerce_order_line),
       (SELECT COUNT(*) FROM commerce_customer), (SELECT COUNT(*) FROM commerce_profile),
       (SELECT COUNT(*) FROM commerce_profile_link WHERE customer <> profile),
       (SELECT COUNT(*) FROM commerce_product), (SELECT COUNT(*) FROM commerce_order_claim),
       (SELECT COUNT(*) FROM commerce_import), (SELECT COUNT(*) FROM commerce_shop);

-- Links.

-- name: set_link
INSERT INTO commerce_profile_link (profile, customer, version, linked_at, reason)
VALUES (:profile, :customer, :version, :at, :reason)
ON CONFLICT (profile) DO UPDATE SET customer = excluded.customer, version = excluded.version,
    linked_at = excluded.linked_at, reason = excluded.reason;

-- name: all_links
SELECT profile, customer FROM commerce_profile_link WHERE customer <> profile ORDER BY profile;

-- name: delete_customer
DELETE FROM commerce_customer WHERE id = :id;

-- Removal of a shop.

-- name: orders_of_shop
SELECT id, order_key, profile, ordered_at, net_minor, flags, version, fingerprint, import_id,
       currency
FROM commerce_order WHERE shop = :shop ORDER BY order_key LIMIT :limit;

-- name: profiles_of_shop
SELECT id FROM commerce_profile WHERE shop = :shop ORDER BY kind, key LIMIT :limit;

-- A link to itself is what is left of the new canonical profile's old one.
-- name: move_links
UPDATE commerce_profile_link SET customer = :into WHERE customer = :from;

-- name: delete_product_words_of_shop
DELETE FROM commerce_product_word
WHERE product IN (SELECT id FROM commerce_product WHERE shop = :shop);

-- name: delete_products_of_shop
DELETE FROM commerce_product WHERE shop = :shop;

-- name: delete_shop
DELETE FROM commerce_shop WHERE id = :id;
