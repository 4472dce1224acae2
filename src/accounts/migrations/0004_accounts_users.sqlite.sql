-- A text that is compared or ordered is bytes: COLLATE "C" on PostgreSQL, SQLite's own way.
-- Whoever may sign in. `password` is an Argon2id hash, NULL until a link was used. `totp_pending`
-- is a secret not yet confirmed; `totp_step` the last time step whose code was taken.
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

-- One-time links, by the SHA-256 of their token: kind 'setup' makes the owner (user 0), kind
-- 'password' lets a user choose a password.
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
