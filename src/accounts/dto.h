#pragma once

#include <boost/describe.hpp>
#include <boost/json/value.hpp>
#include <optional>
#include <string>
#include <vector>

#include "accounts/api_keys.h"
#include "accounts/audit.h"
#include "accounts/second_factor.h"
#include "accounts/users.h"
#include "base/instant.h"
#include "platform/i18n/i18n.h"
#include "platform/json/notes.h"
#include "platform/rest/page.h"
#include "platform/rest/permission.h"

// What the routes of accounts take and answer.
namespace vafa::accounts {

using Moment = std::optional<Instant>;

struct SignInRequest {
    std::string email, password;
    std::optional<std::string> code, recovery_code;
};
BOOST_DESCRIBE_STRUCT(SignInRequest, (), (email, password, code, recovery_code))

struct SetupRequest {
    std::string token, name, email, password;
    i18n::Locale locale = i18n::Locale::en;
};
BOOST_DESCRIBE_STRUCT(SetupRequest, (), (token, name, email, password, locale))

struct ResetPasswordRequest {
    std::string token, password;
};
BOOST_DESCRIBE_STRUCT(ResetPasswordRequest, (), (token, password))

struct ChangePasswordRequest {
    std::string password, new_password;
};
BOOST_DESCRIBE_STRUCT(ChangePasswordRequest, (), (password, new_password))

struct PasswordRequest {
    std::string password;
};
BOOST_DESCRIBE_STRUCT(PasswordRequest, (), (password))

struct CodeRequest {
    std::string code;
};
BOOST_DESCRIBE_STRUCT(CodeRequest, (), (code))

struct IdRequest {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(IdRequest, (), (id))

struct PageRequest {
    std::optional<std::int64_t> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(PageRequest, (), (limit, cursor))

struct AddUserRequest {
    std::string email, name;
    Role role = Role::analyst;
    std::optional<i18n::Locale> locale;
};
BOOST_DESCRIBE_STRUCT(AddUserRequest, (), (email, name, role, locale))

struct ChangeUserRequest {
    std::string id;
    std::optional<std::string> name;
    std::optional<Role> role;
    std::optional<i18n::Locale> locale;
    std::optional<bool> disabled;
};
BOOST_DESCRIBE_STRUCT(ChangeUserRequest, (), (id, name, role, locale, disabled))

struct AddKeyRequest {
    std::string name;
    std::vector<Scope> scopes;
};
BOOST_DESCRIBE_STRUCT(AddKeyRequest, (), (name, scopes))

struct AuditRequest {
    std::optional<std::string> actor, action, subject;
    Moment from, to;
    std::optional<std::int64_t> limit;
    std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(AuditRequest, (), (actor, action, subject, from, to, limit, cursor))

struct UserView {
    std::string id, email, name;
    Role role = Role::analyst;
    std::string locale;
    bool has_password = false, second_factor = false, disabled = false;
    Moment signed_in_at;
    Instant created_at;
};
BOOST_DESCRIBE_STRUCT(UserView, (),
                      (id, email, name, role, locale, has_password, second_factor, disabled,
                       signed_in_at, created_at))

struct Me {
    UserView user;
    std::vector<rest::Permission> permissions;
    std::string session, csrf_token;
    std::int64_t recovery_codes_left = 0;
    std::vector<std::string> languages;
};
BOOST_DESCRIBE_STRUCT(Me, (),
                      (user, permissions, session, csrf_token, recovery_codes_left, languages))

struct LinkView {
    std::string path;
    Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(LinkView, (), (path, expires_at))

struct AddedUser {
    UserView user;
    LinkView invitation;
};
BOOST_DESCRIBE_STRUCT(AddedUser, (), (user, invitation))

struct SessionView {
    std::string id;
    bool current = false;
    Instant created_at, seen_at;
    std::string peer, agent;
};
BOOST_DESCRIBE_STRUCT(SessionView, (), (id, current, created_at, seen_at, peer, agent))

struct EnrolmentView {
    std::string secret, uri;
};
BOOST_DESCRIBE_STRUCT(EnrolmentView, (), (secret, uri))

struct RecoveryCodes {
    std::vector<std::string> recovery_codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (recovery_codes))

struct ApiKeyView {
    std::string id, name, hint;
    std::vector<Scope> scopes;
    std::optional<std::string> maker;
    Instant created_at;
    Moment used_at;
};
BOOST_DESCRIBE_STRUCT(ApiKeyView, (), (id, name, hint, scopes, maker, created_at, used_at))

struct AddedApiKey {
    std::string key;
    ApiKeyView api_key;
};
BOOST_DESCRIBE_STRUCT(AddedApiKey, (), (key, api_key))

struct AuditView {
    std::string id;
    Instant at;
    std::string actor, peer, action, subject;
    boost::json::value before, after;
};
BOOST_DESCRIBE_STRUCT(AuditView, (), (id, at, actor, peer, action, subject, before, after))

json::Notes field_notes(const SignInRequest*);
json::Notes field_notes(const SetupRequest*);
json::Notes field_notes(const ResetPasswordRequest*);
json::Notes field_notes(const ChangePasswordRequest*);
json::Notes field_notes(const PasswordRequest*);
json::Notes field_notes(const CodeRequest*);
json::Notes field_notes(const IdRequest*);
json::Notes field_notes(const PageRequest*);
json::Notes field_notes(const AddUserRequest*);
json::Notes field_notes(const ChangeUserRequest*);
json::Notes field_notes(const AddKeyRequest*);
json::Notes field_notes(const AuditRequest*);
json::Notes field_notes(const UserView*);
json::Notes field_notes(const Me*);
json::Notes field_notes(const LinkView*);
json::Notes field_notes(const AddedUser*);
json::Notes field_notes(const SessionView*);
json::Notes field_notes(const EnrolmentView*);
json::Notes field_notes(const RecoveryCodes*);
json::Notes field_notes(const ApiKeyView*);
json::Notes field_notes(const AddedApiKey*);
json::Notes field_notes(const AuditView*);

VAFA_PAGE(UserPage, UserView)
VAFA_PAGE(SessionPage, SessionView)
VAFA_PAGE(ApiKeyPage, ApiKeyView)
VAFA_PAGE(AuditPage, AuditView)

UserView view_of(const User& user);
SessionView view_of(const Session& session, SessionId current);
ApiKeyView view_of(const ApiKey& key);
AuditView view_of(const AuditRecord& record);
LinkView password_link(const Link& link);

}  // namespace vafa::accounts
