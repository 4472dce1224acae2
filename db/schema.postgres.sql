CREATE TABLE accounts_api_key (
    id bigint NOT NULL,
    key_hash text COLLATE "C" NOT NULL,
    hint text NOT NULL,
    name text NOT NULL,
    scopes text NOT NULL,
    maker bigint NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint
);
ALTER TABLE accounts_api_key ADD CONSTRAINT accounts_api_key_key_hash_key UNIQUE (key_hash);
ALTER TABLE accounts_api_key ADD CONSTRAINT accounts_api_key_pkey PRIMARY KEY (id);
CREATE TABLE accounts_audit (
    id bigint NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C" NOT NULL,
    peer text NOT NULL,
    action text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    before text NOT NULL,
    after text NOT NULL
);
ALTER TABLE accounts_audit ADD CONSTRAINT accounts_audit_pkey PRIMARY KEY (id);
CREATE INDEX accounts_audit_action ON accounts_audit USING btree (action, at, id);
CREATE INDEX accounts_audit_actor ON accounts_audit USING btree (actor, at, id);
CREATE INDEX accounts_audit_at ON accounts_audit USING btree (at, id);
CREATE INDEX accounts_audit_subject ON accounts_audit USING btree (subject, at, id);
CREATE TABLE accounts_link (
    token_hash text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    user_id bigint NOT NULL,
    expires_at bigint NOT NULL
);
ALTER TABLE accounts_link ADD CONSTRAINT accounts_link_kind_user_id_key UNIQUE (kind, user_id);
ALTER TABLE accounts_link ADD CONSTRAINT accounts_link_pkey PRIMARY KEY (token_hash);
CREATE TABLE accounts_recovery_code (
    user_id bigint NOT NULL,
    code_hash text COLLATE "C" NOT NULL
);
ALTER TABLE accounts_recovery_code ADD CONSTRAINT accounts_recovery_code_pkey PRIMARY KEY (user_id, code_hash);
CREATE TABLE accounts_session (
    id bigint NOT NULL,
    user_id bigint NOT NULL,
    token_hash text COLLATE "C" NOT NULL,
    previous_hash text COLLATE "C",
    previous_until bigint NOT NULL,
    created_at bigint NOT NULL,
    rotated_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    peer text NOT NULL,
    agent text NOT NULL
);
ALTER TABLE accounts_session ADD CONSTRAINT accounts_session_pkey PRIMARY KEY (id);
ALTER TABLE accounts_session ADD CONSTRAINT accounts_session_token_hash_key UNIQUE (token_hash);
CREATE INDEX accounts_session_previous ON accounts_session USING btree (previous_hash) WHERE (previous_hash IS NOT NULL);
CREATE INDEX accounts_session_user ON accounts_session USING btree (user_id);
CREATE TABLE accounts_user (
    id bigint NOT NULL,
    email text COLLATE "C" NOT NULL,
    name text NOT NULL,
    role text COLLATE "C" NOT NULL,
    locale text NOT NULL,
    password text,
    totp_secret text,
    totp_pending text,
    totp_step bigint NOT NULL,
    failures bigint NOT NULL,
    failed_at bigint NOT NULL,
    disabled_at bigint,
    signed_in_at bigint,
    created_at bigint NOT NULL
);
ALTER TABLE accounts_user ADD CONSTRAINT accounts_user_email_key UNIQUE (email);
ALTER TABLE accounts_user ADD CONSTRAINT accounts_user_pkey PRIMARY KEY (id);
CREATE TABLE board_goal (
    id bigint NOT NULL,
    metric text NOT NULL,
    target_e4 bigint NOT NULL,
    from_day bigint NOT NULL,
    due_day bigint NOT NULL,
    created_at bigint NOT NULL
);
ALTER TABLE board_goal ADD CONSTRAINT board_goal_pkey PRIMARY KEY (id);
CREATE TABLE board_note (
    id bigint NOT NULL,
    day bigint NOT NULL,
    body text NOT NULL,
    created_at bigint NOT NULL
);
ALTER TABLE board_note ADD CONSTRAINT board_note_pkey PRIMARY KEY (id);
CREATE INDEX board_note_day ON board_note USING btree (day, id);
CREATE TABLE board_price (
    first_day bigint NOT NULL,
    index_e4 bigint NOT NULL,
    label text NOT NULL
);
ALTER TABLE board_price ADD CONSTRAINT board_price_pkey PRIMARY KEY (first_day);
CREATE TABLE commerce_consent (
    id bigint NOT NULL,
    profile bigint NOT NULL,
    channel bigint NOT NULL,
    granted bigint NOT NULL,
    at bigint NOT NULL,
    recorded_at bigint NOT NULL,
    source text NOT NULL,
    import_id bigint NOT NULL,
    file text,
    file_row bigint
);
ALTER TABLE commerce_consent ADD CONSTRAINT commerce_consent_pkey PRIMARY KEY (id);
ALTER TABLE commerce_consent ADD CONSTRAINT commerce_consent_profile_channel_at_granted_import_id_key UNIQUE (profile, channel, at, granted, import_id);
CREATE INDEX commerce_consent_import ON commerce_consent USING btree (import_id, id);
CREATE TABLE commerce_customer (
    id bigint NOT NULL,
    name text,
    email text,
    phone text,
    city text,
    country text,
    traits text
);
ALTER TABLE commerce_customer ADD CONSTRAINT commerce_customer_pkey PRIMARY KEY (id);
CREATE TABLE commerce_customer_due (
    customer bigint NOT NULL
);
ALTER TABLE commerce_customer_due ADD CONSTRAINT commerce_customer_due_pkey PRIMARY KEY (customer);
CREATE TABLE commerce_customer_word (
    profile bigint NOT NULL,
    import_id bigint NOT NULL,
    at bigint NOT NULL,
    fields text,
    fingerprint bigint NOT NULL
);
ALTER TABLE commerce_customer_word ADD CONSTRAINT commerce_customer_word_pkey PRIMARY KEY (profile, import_id);
CREATE INDEX commerce_customer_word_import ON commerce_customer_word USING btree (import_id, profile);
CREATE TABLE commerce_first_fill (
    begun_at bigint NOT NULL
);
CREATE TABLE commerce_import (
    id bigint NOT NULL,
    kind text NOT NULL,
    state text COLLATE "C" NOT NULL,
    files text NOT NULL,
    options text NOT NULL,
    counters text NOT NULL,
    cursor text NOT NULL,
    started_at bigint NOT NULL,
    finished_at bigint
);
ALTER TABLE commerce_import ADD CONSTRAINT commerce_import_pkey PRIMARY KEY (id);
CREATE TABLE commerce_order (
    id bigint NOT NULL,
    shop bigint NOT NULL,
    order_key text COLLATE "C" NOT NULL,
    number text,
    profile bigint,
    status bigint NOT NULL,
    ordered_at bigint NOT NULL,
    flags bigint NOT NULL,
    currency text NOT NULL,
    goods_minor bigint,
    discount_minor bigint,
    shipping_minor bigint,
    tax_minor bigint,
    refund_minor bigint NOT NULL,
    total_minor bigint,
    net_minor bigint,
    coupon text,
    source text,
    version bigint NOT NULL,
    import_id bigint NOT NULL,
    fingerprint bigint NOT NULL,
    customer_fields text,
    cost_minor bigint,
    traits text
);
ALTER TABLE commerce_order ADD CONSTRAINT commerce_order_pkey PRIMARY KEY (id);
ALTER TABLE commerce_order ADD CONSTRAINT commerce_order_shop_order_key_key UNIQUE (shop, order_key);
CREATE INDEX commerce_order_profile ON commerce_order USING btree (profile, ordered_at, flags, net_minor) WHERE (profile IS NOT NULL);
CREATE INDEX commerce_order_time ON commerce_order USING btree (ordered_at, id);
CREATE TABLE commerce_order_claim (
    order_id bigint NOT NULL,
    import_id bigint NOT NULL,
    version bigint NOT NULL,
    fingerprint bigint NOT NULL,
    arrival bigint NOT NULL DEFAULT 0
);
ALTER TABLE commerce_order_claim ADD CONSTRAINT commerce_order_claim_pkey PRIMARY KEY (order_id, import_id);
CREATE TABLE commerce_order_line (
    order_id bigint NOT NULL,
    position bigint NOT NULL,
    product text,
    title text,
    variant text,
    category text,
    quantity_milli bigint,
    unit_price_minor bigint,
    discount_minor bigint NOT NULL,
    amount_minor bigint
);
ALTER TABLE commerce_order_line ADD CONSTRAINT commerce_order_line_pkey PRIMARY KEY (order_id, "position");
CREATE TABLE commerce_product (
    id bigint NOT NULL,
    shop bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    title text,
    title_at bigint NOT NULL,
    title_order_key text COLLATE "C" NOT NULL,
    title_version bigint NOT NULL,
    category text,
    category_at bigint NOT NULL,
    category_order_key text COLLATE "C" NOT NULL,
    category_version bigint NOT NULL,
    told_title text,
    told_title_at bigint,
    told_category text,
    told_category_at bigint,
    price_minor bigint,
    cost_minor bigint,
    price_currency text,
    ordered bigint NOT NULL DEFAULT 1
);
ALTER TABLE commerce_product ADD CONSTRAINT commerce_product_pkey PRIMARY KEY (id);
ALTER TABLE commerce_product ADD CONSTRAINT commerce_product_shop_key_key UNIQUE (shop, key);
CREATE TABLE commerce_product_token (
    token text COLLATE "C" NOT NULL,
    product bigint NOT NULL
);
ALTER TABLE commerce_product_token ADD CONSTRAINT commerce_product_token_pkey PRIMARY KEY (token, product);
CREATE TABLE commerce_product_word (
    product bigint NOT NULL,
    import_id bigint NOT NULL,
    at bigint NOT NULL,
    title text,
    category text,
    price_minor bigint,
    cost_minor bigint,
    currency text,
    fingerprint bigint NOT NULL
);
ALTER TABLE commerce_product_word ADD CONSTRAINT commerce_product_word_pkey PRIMARY KEY (product, import_id);
CREATE INDEX commerce_product_word_import ON commerce_product_word USING btree (import_id, product);
CREATE TABLE commerce_profile (
    id bigint NOT NULL,
    shop bigint NOT NULL,
    kind bigint NOT NULL,
    key text COLLATE "C" NOT NULL
);
ALTER TABLE commerce_profile ADD CONSTRAINT commerce_profile_pkey PRIMARY KEY (id);
ALTER TABLE commerce_profile ADD CONSTRAINT commerce_profile_shop_kind_key_key UNIQUE (shop, kind, key);
CREATE TABLE commerce_profile_link (
    profile bigint NOT NULL,
    customer bigint NOT NULL,
    version bigint NOT NULL,
    linked_at bigint NOT NULL,
    reason text NOT NULL
);
ALTER TABLE commerce_profile_link ADD CONSTRAINT commerce_profile_link_pkey PRIMARY KEY (profile);
CREATE INDEX commerce_profile_link_customer ON commerce_profile_link USING btree (customer);
CREATE TABLE commerce_search_fill (
    customer bigint NOT NULL,
    product bigint NOT NULL
);
CREATE TABLE commerce_search_token (
    token text COLLATE "C" NOT NULL,
    customer bigint NOT NULL
);
ALTER TABLE commerce_search_token ADD CONSTRAINT commerce_search_token_pkey PRIMARY KEY (token, customer);
CREATE TABLE commerce_setting (
    key text COLLATE "C" NOT NULL,
    value text NOT NULL
);
ALTER TABLE commerce_setting ADD CONSTRAINT commerce_setting_pkey PRIMARY KEY (key);
CREATE TABLE commerce_shop (
    id bigint NOT NULL,
    key text COLLATE "C" NOT NULL,
    name text NOT NULL,
    created_at bigint NOT NULL
);
ALTER TABLE commerce_shop ADD CONSTRAINT commerce_shop_key_key UNIQUE (key);
ALTER TABLE commerce_shop ADD CONSTRAINT commerce_shop_pkey PRIMARY KEY (id);
CREATE TABLE commerce_token_heap (
    token text NOT NULL,
    customer bigint NOT NULL
);
CREATE TABLE customers_note (
    id bigint NOT NULL,
    profile bigint NOT NULL,
    author text NOT NULL,
    text text NOT NULL,
    created_at bigint NOT NULL,
    changed_at bigint
);
ALTER TABLE customers_note ADD CONSTRAINT customers_note_pkey PRIMARY KEY (id);
ALTER TABLE customers_note ADD CONSTRAINT customers_note_profile_fkey FOREIGN KEY (profile) REFERENCES commerce_profile(id) ON DELETE CASCADE;
CREATE INDEX customers_note_profile ON customers_note USING btree (profile, created_at);
CREATE TABLE history_outbox (
    id bigint NOT NULL,
    payload bytea NOT NULL
);
ALTER TABLE history_outbox ADD CONSTRAINT history_outbox_pkey PRIMARY KEY (id);
CREATE TABLE history_partition (
    partition bigint NOT NULL,
    last_seq bigint NOT NULL
);
ALTER TABLE history_partition ADD CONSTRAINT history_partition_pkey PRIMARY KEY (partition);
CREATE TABLE platform_migration (
    number bigint NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL
);
ALTER TABLE platform_migration ADD CONSTRAINT platform_migration_pkey PRIMARY KEY (number);
CREATE TABLE rest_answer (
    principal text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    request_hash text NOT NULL,
    status bigint NOT NULL,
    answer text NOT NULL,
    created_at bigint NOT NULL
);
ALTER TABLE rest_answer ADD CONSTRAINT rest_answer_pkey PRIMARY KEY (principal, key);
CREATE INDEX rest_answer_created ON rest_answer USING btree (created_at);
CREATE TABLE value_check (
    run bigint NOT NULL,
    checked_at bigint NOT NULL,
    summary text NOT NULL
);
ALTER TABLE value_check ADD CONSTRAINT value_check_pkey PRIMARY KEY (run);
CREATE TABLE value_run (
    id bigint NOT NULL,
    state text NOT NULL,
    asked_by text NOT NULL,
    fingerprint text NOT NULL,
    asked_at bigint NOT NULL,
    ended_at bigint,
    as_of bigint,
    model text,
    customers bigint,
    has_scores bigint NOT NULL,
    summary text,
    error text
);
ALTER TABLE value_run ADD CONSTRAINT value_run_pkey PRIMARY KEY (id);
CREATE INDEX value_run_state ON value_run USING btree (state, id);
