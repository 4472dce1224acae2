-- A calculation of what customers are worth: models compared, the best fitted, everybody scored.
-- The scores themselves stand in a file of the run's name.
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

-- What a run foretold for the days after it, set against what came.
CREATE TABLE value_check (
    run BIGINT NOT NULL PRIMARY KEY,
    checked_at BIGINT NOT NULL,
    summary TEXT NOT NULL
);
