-- The id is the row's place: one b-tree less to write for each order, profile and customer.
-- (Elsewhere BIGINT; here only INTEGER means that, and it has 64 bits, too.)
CREATE TABLE commerce_order_by_id (
    id INTEGER NOT NULL PRIMARY KEY,
    shop BIGINT NOT NULL,
    order_key TEXT NOT NULL,
    number TEXT,
    profile BIGINT,
    status BIGINT NOT NULL,
    ordered_at BIGINT NOT NULL,
    flags BIGINT NOT NULL,
    currency TEXT NOT NULL,
    goods_minor BIGINT,
    discount_minor BIGINT,
    shipping_minor BIGINT,
    tax_minor BIGINT,
    refund_minor BIGINT NOT NULL,
    total_minor BIGINT,
    net_minor BIGINT,
    coupon TEXT,
    source TEXT,
    version BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    fingerprint BIGINT NOT NULL,
    customer_fields TEXT,
    cost_minor BIGINT,
    traits TEXT,
    UNIQUE (shop, order_key)
);
INSERT INTO commerce_order_by_id (id, shop, order_key, number, profile, status, ordered_at, flags,
    currency, goods_minor, discount_minor, shipping_minor, tax_minor, refund_minor, total_minor,
    net_minor, coupon, source, version, import_id, fingerprint, customer_fields, cost_minor, traits)
SELECT id, shop, order_key, number, profile, status, ordered_at, flags, currency, goods_minor,
    discount_minor, shipping_minor, tax_minor, refund_minor, total_minor, net_minor, coupon, source,
    version, import_id, fingerprint, customer_fields, cost_minor, traits
FROM commerce_order ORDER BY id;
DROP TABLE commerce_order;
ALTER TABLE commerce_order_by_id RENAME TO commerce_order;
CREATE INDEX commerce_order_profile ON commerce_order (profile, ordered_at, flags, net_minor)
    WHERE profile IS NOT NULL;
CREATE INDEX commerce_order_time ON commerce_order (ordered_at, id);

CREATE TABLE commerce_profile_by_id (
    id INTEGER NOT NULL PRIMARY KEY,
    shop BIGINT NOT NULL,
    kind BIGINT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (shop, kind, key)
);
INSERT INTO commerce_profile_by_id (id, shop, kind, key)
SELECT id, shop, kind, key FROM commerce_profile ORDER BY id;
DROP TABLE commerce_profile;
ALTER TABLE commerce_profile_by_id RENAME TO commerce_profile;

CREATE TABLE commerce_customer_by_id (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT,
    email TEXT,
    phone TEXT,
    city TEXT,
    country TEXT,
    traits TEXT
);
INSERT INTO commerce_customer_by_id (id, name, email, phone, city, country, traits)
SELECT id, name, email, phone, city, country, traits FROM commerce_customer ORDER BY id;
DROP TABLE commerce_customer;
ALTER TABLE commerce_customer_by_id RENAME TO commerce_customer;
