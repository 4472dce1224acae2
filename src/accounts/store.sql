-- Users.

-- name: add_user
INSERT INTO accounts_user (id, email, name, role, locale, password, totp_step, failures, failed_at,
                           created_at)
VALUES (:id, :email, :name, :role, :locale, :password, 0, 0, 0, :at);

-- name: account
-- one row
SELECT id, email, name, role, locale, password, totp_secret, totp_pending, totp_step, failures,
       failed_at, disabled_at, signed_in_at, created_at
FROM accounts_user WHERE id = :id;

-- name: account_of_email
-- one row
SELECT id, email, name, role, locale, password, totp_secret, totp_pending, totp_step, failures,
       failed_at, disabled_at, signed_in_at, created_at
FROM accounts_user WHERE email = :email;

-- name: users
SELECT id, email, name, role, locale, password, totp_secret, totp_pending, totp_step, failures,
       failed_at, disabled_at, signed_in_at, created_at
FROM accounts_user WHERE id > :after ORDER BY id LIMIT :limit;

-- name: lock_owners @sqlite
-- unordered: counted
SELECT id FROM accounts_user
WHERE role = 'owner' AND disabled_at IS NULL AND password IS NOT NULL;

-- name: lock_owners @postgres
-- unordered: counted
SELECT id FROM accounts_user
WHERE role = 'owner' AND disabled_at IS NULL AND password IS NOT NULL FOR UPDATE;

-- name: any_owner
-- one row
SELECT id FROM accounts_user WHERE role = 'owner' LIMIT 1;

-- name: save_user
UPDATE accounts_user SET name = :name, role = :role, locale = :locale, disabled_at = :disabled_at
WHERE id = :id;

-- name: delete_user
DELETE FROM accounts_user WHERE id = :id;

-- name: set_password
UPDATE accounts_user SET password = :password, failures = 0, failed_at = 0 WHERE id = :id;

-- name: set_failures
UPDATE accounts_user SET failures = :count, failed_at = :at WHERE id = :id;

-- name: note_sign_in
UPDATE accounts_user SET failures = 0, failed_at = 0, signed_in_at = :at WHERE id = :id;

-- name: set_totp_pending
UPDATE accounts_user SET totp_pending = :secret WHERE id = :id;

-- name: set_totp
UPDATE accounts_user SET totp_secret = :secret, totp_pending = NULL, totp_step = :step
WHERE id = :id;

-- name: take_totp_step
UPDATE accounts_user SET totp_step = :step WHERE id = :id AND totp_step < :step;

-- name: add_recovery_code
INSERT INTO accounts_recovery_code (user_id, code_hash) VALUES (:user_id, :code_hash);

-- name: take_recovery_code
DELETE FROM accounts_recovery_code WHERE user_id = :user_id AND code_hash = :code_hash;

-- name: delete_recovery_codes
DELETE FROM accounts_recovery_code WHERE user_id = :user_id;

-- name: count_recovery_codes
-- one row
SELECT count(*) FROM accounts_recovery_code WHERE user_id = :user_id;

-- One-time links.

-- name: delete_link_of
DELETE FROM accounts_link WHERE kind = :kind AND user_id = :user_id;

-- name: add_link
INSERT INTO accounts_link (token_hash, kind, user_id, expires_at)
VALUES (:token_hash, :kind, :user_id, :expires_at);

-- name: find_link
-- one row
SELECT user_id FROM accounts_link
WHERE token_hash = :token_hash AND kind = :kind AND expires_at > :now;

-- name: take_link
DELETE FROM accounts_link WHERE token_hash = :token_hash;

-- Sessions.

-- name: add_session
INSERT INTO accounts_session (id, user_id, token_hash, previous_until, created_at, rotated_at,
                              seen_at, peer, agent)
VALUES (:id, :user_id, :token_hash, 0, :at, :at, :at, :peer, :agent);

-- name: session_of_token
-- one row
SELECT s.id, s.user_id, s.created_at, s.rotated_at, s.seen_at, s.previous_until, s.peer, s.agent,
       u.role
FROM accounts_session s JOIN accounts_user u ON u.id = s.user_id
WHERE s.token_hash = :token_hash AND u.disabled_at IS NULL;

-- name: session_of_previous
-- one row
SELECT s.id, s.user_id, s.created_at, s.rotated_at, s.seen_at, s.previous_until, s.peer, s.agent,
       u.role
FROM accounts_session s JOIN accounts_user u ON u.id = s.user_id
WHERE s.previous_hash = :token_hash AND s.previous_until > :now AND u.disabled_at IS NULL;

-- name: sessions_of_user
SELECT id, user_id, created_at, rotated_at, seen_at, previous_until, peer, agent
FROM accounts_session WHERE user_id = :user_id ORDER BY seen_at DESC, id DESC LIMIT :limit;

-- name: rotate_session
UPDATE accounts_session
SET token_hash = :token_hash, previous_hash = :old_hash, previous_until = :previous_until,
    rotated_at = :now, seen_at = :now
WHERE id = :id AND token_hash = :old_hash;

-- name: touch_session
UPDATE accounts_session SET seen_at = :now WHERE id = :id AND seen_at < :now;

-- name: rotate_sessions_soon
UPDATE accounts_session SET rotated_at = 0 WHERE user_id = :user_id;

-- name: delete_session
DELETE FROM accounts_session WHERE id = :id AND user_id = :user_id;

-- name: delete_sessions_but
DELETE FROM accounts_session WHERE user_id = :user_id AND id <> :kept;

-- name: delete_sessions_over
DELETE FROM accounts_session WHERE seen_at < :idle_since OR created_at < :created_since;

-- API keys.

-- name: add_api_key
INSERT INTO accounts_api_key (id, key_hash, hint, name, scopes, maker, created_at)
VALUES (:id, :key_hash, :hint, :name, :scopes, :maker, :at);

-- name: api_key_of_hash
-- one row
SELECT k.id, k.hint, k.name, k.scopes, k.maker, k.created_at, k.used_at, u.role
FROM accounts_api_key k LEFT JOIN accounts_user u ON u.id = k.maker AND u.disabled_at IS NULL
WHERE k.key_hash = :key_hash;

-- name: api_key
-- one row
SELECT id, hint, name, scopes, maker, created_at, used_at FROM accounts_api_key WHERE id = :id;

-- name: api_keys
SELECT id, hint, name, scopes, maker, created_at, used_at
FROM accounts_api_key WHERE id > :after ORDER BY id LIMIT :limit;

-- name: touch_api_key
UPDATE accounts_api_key SET used_at = :now WHERE id = :id;

-- name: delete_api_key
DELETE FROM accounts_api_key WHERE id = :id;

-- name: delete_api_keys_of
DELETE FROM accounts_api_key WHERE maker = :maker;

-- The audit log: newest first, before the place (:at, :id); filters are optional but the first.

-- name: add_audit
INSERT INTO accounts_audit (id, at, actor, peer, action, subject, before, after)
VALUES (:id, :at, :actor, :peer, :action, :subject, :before, :after);

-- name: audit
SELECT id, at, actor, peer, action, subject, before, after FROM accounts_audit
WHERE at >= :from AND at <= :at AND (at < :at OR id < :id)
ORDER BY at DESC, id DESC LIMIT :limit;

-- name: audit_of_subject
SELECT id, at, actor, peer, action, subject, before, after FROM accounts_audit
WHERE subject = :subject AND at >= :from AND at <= :at AND (at < :at OR id < :id)
  AND (:actor = '' OR actor = :actor) AND (:action = '' OR action = :action)
ORDER BY at DESC, id DESC LIMIT :limit;

-- name: audit_of_actor
SELECT id, at, actor, peer, action, subject, before, after FROM accounts_audit
WHERE actor = :actor AND at >= :from AND at <= :at AND (at < :at OR id < :id)
  AND (:action = '' OR action = :action)
ORDER BY at DESC, id DESC LIMIT :limit;

-- name: audit_of_action
SELECT id, at, actor, peer, action, subject, before, after FROM accounts_audit
WHERE action = :action AND at >= :from AND at <= :at AND (at < :at OR id < :id)
ORDER BY at DESC, id DESC LIMIT :limit;
