#include "accounts/sql.h"
#include "accounts/store.h"
#include "platform/crypto/crypto.h"
#include "platform/json/json.h"

namespace vafa::accounts::store {
namespace {

std::string text_at(const sql::Row& row, int column) {
    return row.is_null(column) ? std::string() : std::string(row.text(column));
}

std::string secret_at(const sql::Row& row, int column) {
    std::string bytes;
    (void)crypto::from_base64url(text_at(row, column), bytes);
    return bytes;
}

std::optional<std::string> secret_or_null(const std::string& bytes) {
    return bytes.empty() ? std::nullopt : std::optional(crypto::base64url(bytes));
}

// A word that this program does not know may do least.
Role role_at(const sql::Row& row, int column) {
    return json::parse_enum<Role>(row.text(column)).value_or(Role::analyst);
}

Account account_from(const sql::Row& row) {
    Account account;
    User& user = account.user;
    user.id.value = row.integer(0);
    user.email = row.text(1);
    user.name = row.text(2);
    user.role = role_at(row, 3);
    user.locale = row.text(4);
    Secrets& secrets = account.secrets;
    secrets.password = text_at(row, 5);
    secrets.totp_secret = secret_at(row, 6);
    secrets.totp_pending = secret_at(row, 7);
    secrets.totp_step = row.integer(8);
    secrets.failures = {row.integer(9), row.integer(10)};
    user.has_password = !secrets.password.empty();
    user.second_factor = !secrets.totp_secret.empty();
    user.disabled = !row.is_null(11);
    user.signed_in_at = row.get<std::optional<TimeMs>>(12);
    user.created_at = row.integer(13);
    return account;
}

std::optional<Account> one_account(sql::Session& session, const sql::Query& query,
                                   const sql::Param& key) {
    std::optional<Account> account;
    session.one(query, {key}, [&](const sql::Row& row) { account = account_from(row); });
    return account;
}

}  // namespace

void add_user(sql::Session& session, const User& user, const std::string& password) {
    const auto hash = password.empty() ? std::nullopt : std::optional(password);
    session.execute(queries::add_user, {{"id", user.id.value},
                                        {"email", user.email},
                                        {"name", user.name},
                                        {"role", json::enum_name(user.role)},
                                        {"locale", user.locale},
                                        {"password", hash},
                                        {"at", user.created_at}});
}

std::optional<Account> account(sql::Session& session, UserId id) {
    return one_account(session, queries::account, {"id", id.value});
}

std::optional<Account> account_of(sql::Session& session, std::string_view email) {
    return one_account(session, queries::account_of_email, {"email", email});
}

std::vector<User> users(sql::Session& session, UserId after, std::int64_t limit) {
    std::vector<User> users;
    session.rows(queries::users, {{"after", after.value}, {"limit", limit}},
                 [&](const sql::Row& row) { users.push_back(account_from(row).user); });
    return users;
}

std::vector<UserId> lock_owners(sql::Session& session) {
    std::vector<UserId> owners;
    session.rows(queries::lock_owners, {},
                 [&](const sql::Row& row) { owners.push_back({row.integer(0)}); });
    return owners;
}

bool any_owner(sql::Session& session) {
    return session.one<std::int64_t>(queries::any_owner).has_value();
}

void save_user(sql::Session& session, const User& user, TimeMs now) {
    const auto disabled_at = user.disabled ? std::optional(now) : std::nullopt;
    session.execute(queries::save_user, {{"id", user.id.value},
                                         {"name", user.name},
                                         {"role", json::enum_name(user.role)},
                                         {"locale", user.locale},
                                         {"disabled_at", disabled_at}});
}

void delete_user(sql::Session& session, UserId id) {
    session.execute(queries::delete_sessions_but, {{"user_id", id.value}, {"kept", 0}});
    session.execute(queries::delete_api_keys_of, {{"maker", id.value}});
    session.execute(queries::delete_recovery_codes, {{"user_id", id.value}});
    delete_link(session, LinkKind::password, id);
    session.execute(queries::delete_user, {{"id", id.value}});
}

void set_password(sql::Session& session, UserId id, const std::string& password) {
    session.execute(queries::set_password, {{"id", id.value}, {"password", password}});
}

void set_failures(sql::Session& session, UserId id, const Failures& failures) {
    session.execute(queries::set_failures,
                    {{"id", id.value}, {"count", failures.count}, {"at", failures.last_at}});
}

void note_sign_in(sql::Session& session, UserId id, TimeMs at) {
    session.execute(queries::note_sign_in, {{"id", id.value}, {"at", at}});
}

void set_totp_pending(sql::Session& session, UserId id, const std::string& secret) {
    session.execute(queries::set_totp_pending,
                    {{"id", id.value}, {"secret", secret_or_null(secret)}});
}

void set_totp(sql::Session& session, UserId id, const std::string& secret, std::int64_t step) {
    session.execute(queries::set_totp,
                    {{"id", id.value}, {"secret", secret_or_null(secret)}, {"step", step}});
}

bool take_totp_step(sql::Session& session, UserId id, std::int64_t step) {
    return session.execute(queries::take_totp_step, {{"id", id.value}, {"step", step}}) == 1;
}

void set_recovery_codes(sql::Session& session, UserId id, const std::vector<std::string>& hashes) {
    session.execute(queries::delete_recovery_codes, {{"user_id", id.value}});
    for (const std::string& hash : hashes) {
        session.execute(queries::add_recovery_code, {{"user_id", id.value}, {"code_hash", hash}});
    }
}

bool take_recovery_code(sql::Session& session, UserId id, const std::string& hash) {
    return session.execute(queries::take_recovery_code,
                           {{"user_id", id.value}, {"code_hash", hash}}) == 1;
}

std::int64_t count_recovery_codes(sql::Session& session, UserId id) {
    return session.one<std::int64_t>(queries::count_recovery_codes, {{"user_id", id.value}})
        .value_or(0);
}

}  // namespace vafa::accounts::store
