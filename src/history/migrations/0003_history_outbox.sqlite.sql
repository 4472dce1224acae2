-- The last sequence number given out in each partition; the rows are the 64 partitions, always.
CREATE TABLE history_partition (
    partition BIGINT NOT NULL PRIMARY KEY,
    last_seq BIGINT NOT NULL
);

INSERT INTO history_partition (partition, last_seq)
WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < 63)
SELECT n, 0 FROM number;

-- Events committed with the state and not yet surely in the history; id grows with time.
CREATE TABLE history_outbox (
    id BIGINT NOT NULL PRIMARY KEY,
    payload BLOB NOT NULL
);
