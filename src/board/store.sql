-- name: notes
SELECT id, day, body, created_at FROM board_note ORDER BY day DESC, id DESC;

-- name: note
-- one row
SELECT id, day, body, created_at FROM board_note WHERE id = :id;

-- name: add_note
INSERT INTO board_note (id, day, body, created_at) VALUES (:id, :day, :body, :at);

-- name: delete_note
DELETE FROM board_note WHERE id = :id;

-- name: goals
SELECT id, metric, target_e4, from_day, due_day, created_at FROM board_goal ORDER BY due_day, id;

-- name: goal
-- one row
SELECT id, metric, target_e4, from_day, due_day, created_at FROM board_goal WHERE id = :id;

-- name: add_goal
INSERT INTO board_goal (id, metric, target_e4, from_day, due_day, created_at)
VALUES (:id, :metric, :target, :from_day, :due_day, :at);

-- name: delete_goal
DELETE FROM board_goal WHERE id = :id;

-- name: forget_notes
DELETE FROM board_note WHERE created_at >= :from AND created_at < :until;

-- name: forget_goals
DELETE FROM board_goal WHERE created_at >= :from AND created_at < :until;

-- name: prices
SELECT first_day, index_e4, label FROM board_price ORDER BY first_day;

-- name: clear_prices
DELETE FROM board_price;
