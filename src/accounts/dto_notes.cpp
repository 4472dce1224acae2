#include "accounts/dto.h"
#include "accounts/password_policy.h"
#include "accounts/tokens.h"

// Texts and limits of the fields, for the API's description and its decoder.
namespace vafa::accounts {
namespace {

using json::FieldNote;
using json::Notes;

constexpr std::size_t kMaxName = 200;
constexpr std::size_t kMaxEmail = 254;
constexpr std::size_t kMaxToken = 100;

FieldNote password(std::string_view name, std::string_view text) {
    return {.name = name, .text = text, .max_length = kMaxPasswordBytes, .format = "password"};
}
FieldNote moment(std::string_view name, std::string_view text) {
    return {.name = name, .text = text, .format = "date-time"};
}
FieldNote id(std::string_view format) {
    return {.name = "id", .text = "The id.", .max_length = kMaxToken, .format = format};
}
FieldNote email() {
    return {.name = "email",
            .text = "The mail address, by which the user signs in; kept in lower case.",
            .max_length = kMaxEmail,
            .format = "email",
            .example = "\"sara@example.com\""};
}
FieldNote person(std::string_view text = "What the user is called.") {
    return {.name = "name", .text = text, .max_length = kMaxName};
}
FieldNote role() { return {.name = "role", .text = "Decides what the user may do."}; }
FieldNote locale() { return {.name = "locale", .text = "The language the user reads."}; }
FieldNote token(std::string_view text) {
    return {.name = "token", .text = text, .max_length = kMaxToken};
}
FieldNote limit() {
    return {.name = "limit",
            .text = "How many items at most; 50 if absent.",
            .min = 1,
            .max = static_cast<double>(rest::kMaxPage)};
}
FieldNote cursor() { return {.name = "cursor", .text = "The `next_cursor` of the page before."}; }

}  // namespace

Notes field_notes(const SignInRequest*) {
    return {"SignInRequest",
            {email(),
             password("password", "The password."),
             {.name = "code",
              .text = "Six digits of the second factor, where it is on.",
              .max_length = 20,
              .example = "\"123456\""},
             {.name = "recovery_code",
              .text = "One of the recovery codes, instead of the code; good once.",
              .max_length = 40}}};
}

Notes field_notes(const SetupRequest*) {
    return {"SetupRequest",
            {token("From the link that the first start of the server prints."), person(), email(),
             password("password", "At least ten characters."), locale()}};
}

Notes field_notes(const ResetPasswordRequest*) {
    return {"ResetPasswordRequest",
            {token("From an invitation or a link to a new password."),
             password("password", "The new one: at least ten characters.")}};
}

Notes field_notes(const ChangePasswordRequest*) {
    return {"ChangePasswordRequest",
            {password("password", "The present one."),
             password("new_password", "At least ten characters.")}};
}

Notes field_notes(const PasswordRequest*) {
    return {"PasswordRequest", {password("password", "The user's own, once more.")}};
}

Notes field_notes(const CodeRequest*) {
    return {"CodeRequest",
            {{.name = "code",
              .text = "Six digits that the telephone shows for the new secret.",
              .max_length = 20,
              .example = "\"123456\""}}};
}

Notes field_notes(const IdRequest*) { return {"IdRequest", {id("usr_…, ses_… or key_…")}}; }

Notes field_notes(const PageRequest*) { return {"PageRequest", {limit(), cursor()}}; }

Notes field_notes(const AddUserRequest*) {
    return {"AddUserRequest", {email(), person(), role(), locale()}};
}

Notes field_notes(const ChangeUserRequest*) {
    return {"ChangeUserRequest",
            {id("usr_…"),
             person(),
             role(),
             locale(),
             {.name = "disabled",
              .text = "A disabled user cannot sign in; sessions end, the user's API keys rest."}}};
}

Notes field_notes(const AddKeyRequest*) {
    return {"AddKeyRequest",
            {person("What the key is for."),
             {.name = "scopes",
              .text = "What the key may do: read, write (and read), admin (everything).",
              .max_length = 3,
              .example = R"(["read"])"}}};
}

Notes field_notes(const AuditRequest*) {
    return {"AuditRequest",
            {{.name = "actor",
              .text = "Only what this one did.",
              .max_length = kMaxToken,
              .format = "usr_…, key_… or local"},
             {.name = "action",
              .text = "Only this action.",
              .max_length = kMaxToken,
              .example = "\"user.change\""},
             {.name = "subject", .text = "Only what was done to this.", .max_length = kMaxName},
             moment("from", "Not before."),
             moment("to", "Before."),
             limit(),
             cursor()}};
}

Notes field_notes(const UserView*) {
    return {"User",
            {id("usr_…"),
             email(),
             person(),
             role(),
             locale(),
             {.name = "has_password", .text = "False until the invitation was used."},
             {.name = "second_factor", .text = "Whether signing in asks for a code, too."},
             {.name = "disabled", .text = "Whether signing in is refused."},
             moment("signed_in_at", "The latest sign-in; null: never."),
             moment("created_at", "When the user was added.")}};
}

Notes field_notes(const Me*) {
    return {"Me",
            {{.name = "user", .text = "Who is signed in."},
             {.name = "permissions", .text = "What the user may do."},
             {.name = "session", .text = "The session's id.", .format = "ses_…"},
             {.name = "csrf_token",
              .text = "Sent as x-csrf-token with everything but GET. An answer with that header "
                      "replaces it; after `error.csrf` ask again."},
             {.name = "recovery_codes_left", .text = "How many are not used yet."},
             {.name = "languages", .text = "In which texts exist, as codes."}}};
}

Notes field_notes(const LinkView*) {
    return {"OneTimeLink",
            {{.name = "path",
              .text = "To be put behind the server's address; holds a secret that is shown once."},
             moment("expires_at", "After that it is void.")}};
}

Notes field_notes(const AddedUser*) {
    return {"AddedUser",
            {{.name = "user", .text = "Who was added."},
             {.name = "invitation", .text = "Where the user chooses a password, within a week."}}};
}

Notes field_notes(const SessionView*) {
    return {"Session",
            {id("ses_…"),
             {.name = "current", .text = "Whether it is the one that asks."},
             moment("created_at", "When the user signed in."),
             moment("seen_at", "The last request, to the minute."),
             {.name = "peer", .text = "The address of the sign-in."},
             {.name = "agent", .text = "The browser of the sign-in, as it calls itself."}}};
}

Notes field_notes(const EnrolmentView*) {
    return {"SecondFactorSecret",
            {{.name = "secret", .text = "For typing into the telephone (base 32)."},
             {.name = "uri", .text = "The same, for a QR code (otpauth://)."}}};
}

Notes field_notes(const RecoveryCodes*) {
    return {"RecoveryCodes",
            {{.name = "recovery_codes",
              .text = "Each signs in once when the telephone is lost; shown once.",
              .max_length = kRecoveryCodes}}};
}

Notes field_notes(const ApiKeyView*) {
    return {"ApiKey",
            {id("key_…"),
             person("What the key is for."),
             {.name = "hint", .text = "The first characters of the key."},
             {.name = "scopes", .text = "What the key may do."},
             {.name = "maker",
              .text = "Who made it and bounds what it may do; null: the command line.",
              .format = "usr_…"},
             moment("created_at", "When it was made."),
             moment("used_at", "The last use, to the minute; null: never.")}};
}

Notes field_notes(const AddedApiKey*) {
    return {
        "AddedApiKey",
        {{.name = "key", .text = "Sent as `Authorization: Bearer …`; shown once, kept nowhere."},
         {.name = "api_key", .text = "The key as it is listed."}}};
}

Notes field_notes(const AuditView*) {
    return {"AuditEntry",
            {id("aud_…"),
             moment("at", "When it was done."),
             {.name = "actor", .text = "Who did it.", .format = "usr_…, key_… or local"},
             {.name = "peer", .text = "The address it came from; empty: the command line."},
             {.name = "action", .text = "What was done.", .example = "\"user.change\""},
             {.name = "subject", .text = "To what: an id or a name."},
             {.name = "before", .text = "As it was; null: it was not there."},
             {.name = "after", .text = "As it is since; null: it is gone, or shows nothing."}}};
}

}  // namespace vafa::accounts
