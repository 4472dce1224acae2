-- No foreign keys here: orders come by the million, and a look at the parent for each row costs
-- more than the row. The fold writes parents and children in one transaction.
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

-- An import that said what stood already: while one is left, undoing another keeps the order.
CREATE TABLE commerce_order_claim (
    order_id BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    fingerprint BIGINT NOT NULL,
    PRIMARY KEY (order_id, import_id)
) WITHOUT ROWID;
