-- name: find_answer
-- one row
SELECT request_hash, status, answer FROM rest_answer
WHERE principal = :principal AND key = :key;

-- name: keep_answer
INSERT INTO rest_answer (principal, key, request_hash, status, answer, created_at)
VALUES (:principal, :key, :request_hash, :status, :answer, :created_at);

-- name: forget_answers
DELETE FROM rest_answer WHERE created_at < :before;
