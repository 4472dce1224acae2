CREATE TABLE accounts_api_key (
    id BIGINT NOT NULL PRIMARY KEY,
    key_hash TEXT NOT NULL UNIQUE,
    hint TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    maker BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE TABLE accounts_audit (
    id BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    peer TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
);
CREATE INDEX accounts_audit_action ON accounts_audit (action, at, id);
CREATE INDEX accounts_audit_actor ON accounts_audit (actor, at, id);
CREATE INDEX accounts_audit_at ON accounts_audit (at, id);
CREATE INDEX accounts_audit_subject ON accounts_audit (subject, at, id);
CREATE TABLE accounts_link (
    token_hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    user_id BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    UNIQUE (kind, user_id)
) WITHOUT ROWID;
CREATE TABLE accounts_recovery_code (
    user_id BIGINT NOT NULL,
    code_hash TEXT NOT NULL,
    PRIMARY KEY (user_id, code_hash)
) WITHOUT ROWID;
CREATE TABLE accounts_session (
    id BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    previous_hash TEXT,
    previous_until BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    rotated_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    peer TEXT NOT NULL,
    agent TEXT NOT NULL
);
CREATE INDEX accounts_session_previous ON accounts_session (previous_hash)
    WHERE previous_hash IS NOT NULL;
CREATE INDEX accounts_session_user ON accounts_session (user_id);
CREATE TABLE accounts_user (
    id BIGINT NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    locale TEXT NOT NULL,
    password TEXT,
    totp_secret TEXT,
    totp_pending TEXT,
    totp_step BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    failed_at BIGINT NOT NULL,
    disabled_at BIGINT,
    signed_in_at BIGINT,
    created_at BIGINT NOT NULL
);
CREATE TABLE board_goal (
    id BIGINT NOT NULL PRIMARY KEY,
    metric TEXT NOT NULL,
    target_e4 BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    due_day BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE board_note (
    id BIGINT NOT NULL PRIMARY KEY,
    day BIGINT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX board_note_day ON board_note (day, id);
CREATE TABLE board_price (
    first_day BIGINT NOT NULL PRIMARY KEY,
    index_e4 BIGINT NOT NULL,
    label TEXT NOT NULL
);
CREATE TABLE commerce_consent (
    id BIGINT NOT NULL PRIMARY KEY,
    profile BIGINT NOT NULL,
    channel BIGINT NOT NULL,
    granted BIGINT NOT NULL,
    at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    source TEXT NOT NULL,
    import_id BIGINT NOT NULL,
    file TEXT,
    file_row BIGINT,
    UNIQUE (profile, channel, at, granted, import_id)
);
CREATE INDEX commerce_consent_import ON commerce_consent (import_id, id);
CREATE TABLE "commerce_customer" (
    id INTEGER NOT NULL PRIMARY KEY,
    name TEXT,
    email TEXT,
    phone TEXT,
    city TEXT,
    country TEXT,
    traits TEXT
);
CREATE TABLE commerce_customer_due (
    customer BIGINT NOT NULL PRIMARY KEY
);
CREATE TABLE commerce_customer_word (
    profile BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    at BIGINT NOT NULL,
    fields TEXT,
    fingerprint BIGINT NOT NULL,
    PRIMARY KEY (profile, import_id)
);
CREATE INDEX commerce_customer_word_import ON commerce_customer_word (import_id, profile);
CREATE TABLE commerce_first_fill (
    begun_at BIGINT NOT NULL
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
CREATE TABLE "commerce_order" (
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
CREATE INDEX commerce_order_profile ON commerce_order (profile, ordered_at, flags, net_minor)
    WHERE profile IS NOT NULL;
CREATE INDEX commerce_order_time ON commerce_order (ordered_at, id);
CREATE TABLE commerce_order_claim (
    order_id BIGINT NOT NULL,
    import_id BIGINT NOT NULL,
    version BIGINT NOT NULL,
    fingerprint BIGINT NOT NULL, arrival BIGINT NOT NULL DEFAULT 0,
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
    category_version BIGINT NOT NULL, told_title TEXT, told_title_at BIGINT, told_category TEXT, told_category_at BIGINT, price_minor BIGINT, cost_minor BIGINT, price_currency TEXT, ordered BIGINT NOT NULL DEFAULT 1,
    UNIQUE (shop, key)
);
CREATE TABLE commerce_product_token (
    token TEXT NOT NULL,
    product BIGINT NOT NULL,
    PRIMARY KEY (token, product)
) WITHOUT ROWID;
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
CREATE TABLE "commerce_profile" (
    id INTEGER NOT NULL PRIMARY KEY,
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
CREATE TABLE commerce_search_fill (
    customer BIGINT NOT NULL,
    product BIGINT NOT NULL
);
CREATE TABLE commerce_search_token (
    token TEXT NOT NULL,
    customer BIGINT NOT NULL,
    PRIMARY KEY (token, customer)
) WITHOUT ROWID;
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
CREATE TABLE commerce_token_heap (
    token TEXT NOT NULL,
    customer BIGINT NOT NULL
);
CREATE TABLE customers_note (
    id BIGINT NOT NULL PRIMARY KEY,
    profile BIGINT NOT NULL REFERENCES commerce_profile (id) ON DELETE CASCADE,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT
);
CREATE INDEX customers_note_profile ON customers_note (profile, created_at);
CREATE TABLE history_outbox (
    id BIGINT NOT NULL PRIMARY KEY,
    payload BLOB NOT NULL
);
CREATE TABLE history_partition (
    partition BIGINT NOT NULL PRIMARY KEY,
    last_seq BIGINT NOT NULL
);
CREATE TABLE platform_migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL);
CREATE TABLE rest_answer (
    principal TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status BIGINT NOT NULL,
    answer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (principal, key)
) WITHOUT ROWID;
CREATE INDEX rest_answer_created ON rest_answer (created_at);
CREATE TABLE value_check (
    run BIGINT NOT NULL PRIMARY KEY,
    checked_at BIGINT NOT NULL,
    summary TEXT NOT NULL
);
CREATE TABLE value_run (
    id BIGINT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    ended_at BIGINT,
    as_of BIGINT,
    model TEXT,
    customers BIGINT,
    has_scores BIGINT NOT NULL,
    summary TEXT,
    error TEXT
);
CREATE INDEX value_run_state ON value_run (state, id);
