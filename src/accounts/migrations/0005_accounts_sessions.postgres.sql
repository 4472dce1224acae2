-- Tokens and keys are kept as SHA-256 alone. The previous token of a session is good until
-- `previous_until`: answers on their way while it was rotated.
CREATE TABLE accounts_session (
    id BIGINT NOT NULL PRIMARY KEY,
    user_id BIGINT NOT NULL,
    token_hash TEXT COLLATE "C" NOT NULL UNIQUE,
    previous_hash TEXT COLLATE "C",
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

-- `maker` 0: the command line.
CREATE TABLE accounts_api_key (
    id BIGINT NOT NULL PRIMARY KEY,
    key_hash TEXT COLLATE "C" NOT NULL UNIQUE,
    hint TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    maker BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
