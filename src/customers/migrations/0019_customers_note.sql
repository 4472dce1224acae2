-- What people of the store write down about a customer; it goes with the profile it stands on.
CREATE TABLE customers_note (
    id BIGINT NOT NULL PRIMARY KEY,
    profile BIGINT NOT NULL REFERENCES commerce_profile (id) ON DELETE CASCADE,
    author TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT
);
CREATE INDEX customers_note_profile ON customers_note (profile, created_at);
