#include "accounts/dto.h"

namespace vafa::accounts {
namespace {

Moment moment(std::optional<TimeMs> at) { return at ? Moment(Instant{*at}) : std::nullopt; }

}  // namespace

UserView view_of(const User& user) {
    return {to_string(user.id), user.email,    user.name,
            user.role,          user.locale,   user.has_password,
            user.second_factor, user.disabled, moment(user.signed_in_at),
            {user.created_at}};
}

SessionView view_of(const Session& session, SessionId current) {
    return {to_string(session.id), session.id == current, {session.created_at},
            {session.seen_at},     session.peer,          session.agent};
}

ApiKeyView view_of(const ApiKey& key) {
    const auto maker = key.maker ? std::optional(to_string(key.maker)) : std::nullopt;
    return {to_string(key.id), key.name,           key.hint, key.scopes, maker,
            {key.created_at},  moment(key.used_at)};
}

AuditView view_of(const AuditRecord& record) {
    return {to_string(record.id), {record.at},          record.actor,        record.peer,
            record.entry.action,  record.entry.subject, record.entry.before, record.entry.after};
}

LinkView password_link(const Link& link) {
    return {std::string(kPasswordPath) + link.token, {link.expires_at}};
}

}  // namespace vafa::accounts
