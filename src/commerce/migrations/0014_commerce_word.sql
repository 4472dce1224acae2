-- What files of customers said: a word an import and profile; fields are JSON as in
-- commerce_order.customer_fields.
CREATE TABLE commerce_customer_word (
    profile BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    fields TEXT,
    fingerprint BIGINT NOT NULL,
    PRIMARY KEY (profile, import_id)
);
CREATE INDEX commerce_customer_word_import ON commerce_customer_word (import_id, profile);

-- What files of products said.
CREATE TABLE commerce_product_word (
    product BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    title TEXT,
    category TEXT,
    price_minor BIGINT,
    cost_minor BIGINT,
    currency TEXT,
    fingerprint BIGINT NOT NULL,
    PRIMARY KEY (product, import_id)
);
CREATE INDEX commerce_product_word_import ON commerce_product_word (import_id, product);

-- The latest of those words, beside what orders said, which stays as it is; ordered: 0 where only
-- files name the product.
ALTER TABLE commerce_product ADD COLUMN told_title TEXT;
ALTER TABLE commerce_product ADD COLUMN told_title_at BIGINT;
ALTER TABLE commerce_product ADD COLUMN told_category TEXT;
ALTER TABLE commerce_product ADD COLUMN told_category_at BIGINT;
ALTER TABLE commerce_product ADD COLUMN price_minor BIGINT;
ALTER TABLE commerce_product ADD COLUMN cost_minor BIGINT;
ALTER TABLE commerce_product ADD COLUMN price_currency TEXT;
ALTER TABLE commerce_product ADD COLUMN ordered BIGINT NOT NULL DEFAULT 1;
