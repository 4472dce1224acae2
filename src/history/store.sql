-- name: lock_partitions @sqlite
SELECT partition, last_seq FROM history_partition ORDER BY partition;

-- Whoever gives out numbers waits for the one before to commit.
-- name: lock_partitions @postgres
SELECT partition, last_seq FROM history_partition ORDER BY partition FOR UPDATE;

-- name: partitions
SELECT partition, last_seq FROM history_partition ORDER BY partition;

-- name: insert_outbox
INSERT INTO history_outbox (id, payload) VALUES (:id, :payload);

-- name: next_outbox
SELECT id, payload FROM history_outbox WHERE id > :after AND id <= :up_to ORDER BY id LIMIT 1;

-- name: delete_outbox
DELETE FROM history_outbox WHERE id <= :last;

-- name: any_outbox
SELECT id FROM history_outbox ORDER BY id LIMIT 1;
