-- Who changed what: only ever added to. `before` and `after` are JSON without secrets.
CREATE TABLE accounts_audit (
    id BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    peer TEXT NOT NULL,
    action TEXT COLLATE "C" NOT NULL,
    subject TEXT COLLATE "C" NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
);
CREATE INDEX accounts_audit_at ON accounts_audit (at, id);
CREATE INDEX accounts_audit_actor ON accounts_audit (actor, at, id);
CREATE INDEX accounts_audit_action ON accounts_audit (action, at, id);
CREATE INDEX accounts_audit_subject ON accounts_audit (subject, at, id);
