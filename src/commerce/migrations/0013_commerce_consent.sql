-- What the goods cost the store, and what else a source says of an order (JSON by name).
ALTER TABLE commerce_order ADD COLUMN cost_minor BIGINT;
ALTER TABLE commerce_order ADD COLUMN traits TEXT;

-- Every word on being written to, with where it stands; append-only. Of a customer's words on one
-- channel the latest by (at, id) is the present state. An import says a word once.
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
