-- What the formulations share. `placed` is in milliseconds of UTC; the store is in Asia/Tehran.

-- name: counted
CREATE MACRO counted(flags) AS (flags & 15) IN (1, 2, 3) AND (flags & 16) = 0

-- name: days by ICU
CREATE MACRO icu_date(placed) AS timezone('Asia/Tehran', timezone('UTC', epoch_ms(placed)))::DATE

-- name: days by arithmetic (summer time ended in 2022)
CREATE MACRO local_day(placed) AS (((placed + CASE
    WHEN placed >= 1663788600000 THEN 12600000
    WHEN placed >= 1647894600000 THEN 16200000
    WHEN placed >= 1632252600000 THEN 12600000
    WHEN placed >= 1616358600000 THEN 16200000
    WHEN placed >= 1600630200000 THEN 12600000
    WHEN placed >= 1584736200000 THEN 16200000
    WHEN placed >= 1569094200000 THEN 12600000
    WHEN placed >= 1553200200000 THEN 16200000
    ELSE 12600000 END) // 86400000)::INTEGER)

-- name: months by the date's parts
CREATE MACRO month_of(day) AS (year(DATE '1970-01-01' + day) * 12 + month(DATE '1970-01-01' + day) - 1)

-- name: days that the store's months begin with, for look-ups
CREATE TABLE calendar AS SELECT day::INTEGER AS day, month_of(day::INTEGER)::INTEGER AS month FROM range(16000, 22000) AS r(day)
