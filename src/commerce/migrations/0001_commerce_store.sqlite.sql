-- A text that is compared or ordered is bytes: COLLATE "C" on PostgreSQL, SQLite's own way.
CREATE TABLE commerce_setting (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- A merchant's system; its sources (file, plug-in, webhook) share its order keys.
CREATE TABLE commerce_shop (
    id BIGINT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL
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

-- What a source calls a customer. Events keep for ever the profile they were written with.
CREATE TABLE commerce_profile (
    id BIGINT NOT NULL PRIMARY KEY,
    shop BIGINT NOT NULL,
    kind BIGINT NOT NULL,
    key TEXT NOT NULL,
    UNIQUE (shop, kind, key)
);

-- profile stands for customer; a profile without a row, or with itself, stands for itself.
CREATE TABLE commerce_profile_link (
    profile BIGINT NOT NULL PRIMARY KEY,
    customer BIGINT NOT NULL,
    version BIGINT NOT NULL,
    linked_at BIGINT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX commerce_profile_link_customer ON commerce_profile_link (customer);

-- A set of profiles, under the id of the canonical one; fields are the orders' latest words.
CREATE TABLE commerce_customer (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT,
    email TEXT,
    phone TEXT,
    city TEXT,
    country TEXT,
    traits TEXT
);

-- *_at, *_order_key and *_version: of the order that named it last, so that arrival order decides
-- nothing.
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
