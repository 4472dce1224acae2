-- What happened on a day, in the owner's words.
CREATE TABLE board_note (
    id BIGINT NOT NULL PRIMARY KEY,
    day BIGINT NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX board_note_day ON board_note (day, id);

-- A number and what it shall be, counted over the days from … due; × 10,000.
CREATE TABLE board_goal (
    id BIGINT NOT NULL PRIMARY KEY,
    metric TEXT NOT NULL,
    target_e4 BIGINT NOT NULL,
    from_day BIGINT NOT NULL,
    due_day BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);

-- How prices moved, by the first day of each month; × 10,000.
CREATE TABLE board_price (
    first_day BIGINT NOT NULL PRIMARY KEY,
    index_e4 BIGINT NOT NULL,
    label TEXT NOT NULL
);
