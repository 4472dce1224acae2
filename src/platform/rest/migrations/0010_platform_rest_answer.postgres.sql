-- The first answer to each write that came with an Idempotency-Key, kept for a day.
CREATE TABLE rest_answer (
    principal TEXT COLLATE "C" NOT NULL,
    key TEXT COLLATE "C" NOT NULL,
    request_hash TEXT NOT NULL,
    status BIGINT NOT NULL,
    answer TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (principal, key)
);
CREATE INDEX rest_answer_created ON rest_answer (created_at);
