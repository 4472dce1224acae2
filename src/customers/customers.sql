-- What the directory reads of commerce's tables.

-- name: every_customer
SELECT id, phone, email, city, country FROM commerce_customer ORDER BY id;

-- name: every_name
SELECT id, name FROM commerce_customer ORDER BY id;

-- name: every_consent
-- unordered: the caller keeps the latest
SELECT COALESCE(link.customer, consent.profile), consent.channel, consent.granted, consent.at,
       consent.id
FROM commerce_consent AS consent
LEFT JOIN commerce_profile_link AS link ON link.profile = consent.profile;

-- name: customers_of_shop
-- unordered: the caller sorts
SELECT COALESCE(link.customer, profile.id)
FROM commerce_profile AS profile
LEFT JOIN commerce_profile_link AS link ON link.profile = profile.id
WHERE profile.shop = :shop;

-- name: customers_of_prefix
-- unordered: the caller sorts
SELECT customer FROM commerce_search_token WHERE token >= :token AND token < :end;

-- name: customers_of_order
-- unordered: at most one
SELECT COALESCE(link.customer, ordered.profile)
FROM commerce_order AS ordered
LEFT JOIN commerce_profile_link AS link ON link.profile = ordered.profile
WHERE ordered.shop = :shop AND ordered.order_key = :key AND ordered.profile IS NOT NULL;

-- name: profiles_of_customer
-- unordered: the caller asks for each of them
SELECT profile.id FROM commerce_profile AS profile
LEFT JOIN commerce_profile_link AS link ON link.profile = profile.id
WHERE profile.id = :customer AND COALESCE(link.customer, profile.id) = :customer
UNION
SELECT member.profile FROM commerce_profile_link AS member WHERE member.customer = :customer;

-- name: told_orders
SELECT id, order_key, number, status, ordered_at, flags, currency, net_minor, refund_minor, version
FROM commerce_order WHERE profile = :profile ORDER BY ordered_at DESC, id DESC LIMIT :limit;

-- name: told_words
SELECT at, import_id, fields FROM commerce_customer_word WHERE profile = :profile
ORDER BY at DESC, import_id DESC LIMIT :limit;

-- name: notes_of_profile
SELECT id, profile, author, text, created_at, changed_at FROM customers_note
WHERE profile = :profile ORDER BY created_at DESC, id DESC LIMIT :limit;

-- name: note
-- one row
SELECT id, profile, author, text, created_at, changed_at FROM customers_note WHERE id = :id;

-- name: add_note
INSERT INTO customers_note (id, profile, author, text, created_at)
VALUES (:id, :profile, :author, :text, :at);

-- name: change_note
UPDATE customers_note SET text = :text, changed_at = :at WHERE id = :id;

-- name: delete_note
DELETE FROM customers_note WHERE id = :id;
