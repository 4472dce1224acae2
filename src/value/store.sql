-- name: add_run
INSERT INTO value_run (id, state, asked_by, fingerprint, asked_at, has_scores)
VALUES (:id, :state, :asked_by, :fingerprint, :at, 0);

-- name: begin_run
UPDATE value_run SET state = 'running', fingerprint = :fingerprint
WHERE id = :id AND state = 'queued';

-- name: end_run
UPDATE value_run SET state = :state, ended_at = :at, error = :error
WHERE id = :id AND (state = 'queued' OR state = 'running');

-- name: finish_run
UPDATE value_run
SET state = 'done', ended_at = :at, as_of = :as_of, model = :model, customers = :customers,
    has_scores = 1, summary = :summary
WHERE id = :id AND state = 'running';

-- name: end_interrupted
UPDATE value_run SET state = 'failed', ended_at = :at, error = :error WHERE state = 'running';

-- name: drop_scores
UPDATE value_run SET has_scores = 0 WHERE id = :id;

-- name: run
-- one row
SELECT id, state, asked_by, fingerprint, asked_at, ended_at, as_of, model, customers, has_scores,
       error
FROM value_run WHERE id = :id;

-- name: summary
-- one row
SELECT summary FROM value_run WHERE id = :id;

-- name: runs
SELECT id, state, asked_by, fingerprint, asked_at, ended_at, as_of, model, customers, has_scores,
       error
FROM value_run WHERE id < :before ORDER BY id DESC LIMIT :limit;

-- name: next_queued
-- one row
SELECT id, state, asked_by, fingerprint, asked_at, ended_at, as_of, model, customers, has_scores,
       error
FROM value_run WHERE state = 'queued' ORDER BY id LIMIT 1;

-- name: open_run
-- one row
SELECT id, state, asked_by, fingerprint, asked_at, ended_at, as_of, model, customers, has_scores,
       error
FROM value_run WHERE state = 'running' OR state = 'queued' ORDER BY id LIMIT 1;

-- name: latest_done
-- one row
SELECT id, state, asked_by, fingerprint, asked_at, ended_at, as_of, model, customers, has_scores,
       error
FROM value_run WHERE state = 'done' ORDER BY id DESC LIMIT 1;

-- name: runs_with_scores
SELECT id, state, asked_by, fingerprint, asked_at, ended_at, as_of, model, customers, has_scores,
       error
FROM value_run WHERE has_scores = 1 ORDER BY id;

-- name: add_check
INSERT INTO value_check (run, checked_at, summary) VALUES (:run, :at, :summary);

-- name: checks
SELECT run, checked_at, summary FROM value_check WHERE run < :before ORDER BY run DESC LIMIT :limit;

-- name: has_check
-- one row
SELECT run FROM value_check WHERE run = :run;
