CREATE TABLE commerce_customer (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT,
    email TEXT,
    phone TEXT,
    city TEXT,
    country TEXT,
    traits TEXT
);
CREATE TABLE commerce_import (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    files TEXT NOT NULL,
    options TEXT NOT NULL,
    counters TEXT NOT NULL,
    cursor TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    finished_at BIGINT
);
CREATE TABLE commerce_order (
    id BIGINT NOT NULL PRIMARY KEY,
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
    UNIQUE (shop, order_key)
);
CREATE INDEX commerce_order_profile ON commerce_order (profile, ordered_at)
    WHERE profile IS NOT NULL;
CREATE TABLE commerce_order_claim (
    order_id BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    fingerprint BIGINT NOT NULL,
    PRIMARY KEY (order_id, import_id)
) WITHOUT ROWID;
CREATE TABLE commerce_order_line (
    order_id BIGINT NOT NULL,
    position BIGINT NOT NULL,
    product TEXT,
    title TEXT,
    variant TEXT,
    category TEXT,
    quantity_milli BIGINT,
    unit_price_minor BIGINT,
    discount_minor BIGINT NOT NULL,
    amount_minor BIGINT,
    PRIMARY KEY (order_id, position)
) WITHOUT ROWID;
CREATE TABLE commerce_product (
    id BIGINT NOT NULL PRIMARY KEY,
    shop BIGINT NOT NULL,
    key TEXT NOT NULL,
    title TEXT,
    title_at BIGINT NOT NULL,
    title_order_key TEXT NOT NULL,
    title_version BIGINT NOT NULL,
    category TEXT,
    category_at BIGINT NOT NULL,
    category_order_key TEXT NOT NULL,
    category_version BIGINT NOT NULL,
    UNIQUE (shop, key)
);
CREATE TABLE commerce_profile (
    id BIGINT NOT NULL PRIMARY KEY,
    shop BIGINT NOT NULL,
    kind BIGINT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (shop, kind, key)
);
CREATE TABLE commerce_profile_link (
    profile BIGINT NOT NULL PRIMARY KEY,
    customer BIGINT NOT NULL,
    version BIGINT NOT NULL,
    linked_at BIGINT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX commerce_profile_link_customer ON commerce_profile_link (customer);
CREATE TABLE commerce_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE commerce_shop (
    id BIGINT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE history_outbox (
    id BIGINT NOT NULL PRIMARY KEY,
    payload BLOB NOT NULL
);
CREATE TABLE history_partition (
    partition BIGINT NOT NULL PRIMARY KEY,
    last_seq BIGINT NOT NULL
);
CREATE TABLE platform_migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL);
