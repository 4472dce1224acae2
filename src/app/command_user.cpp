#include <boost/json.hpp>

#include "app/accounts_change.h"
#include "app/commands.h"
#include "base/instant.h"
#include "base/text.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

using accounts::User;

Result<accounts::Role> role_of(const std::string& name) {
    if (const auto role = json::parse_enum<accounts::Role>(name)) return *role;
    return invalid("error.role_unknown").with("role", name).at("--role");
}

Result<std::string> locale_named(const Context& context, const std::string& name) {
    if (name.empty()) return std::string(i18n::code_of(context.locale));
    if (const auto locale = i18n::parse_locale(name)) return std::string(i18n::code_of(*locale));
    return invalid("error.locale_unknown").with("locale", name).at("--locale");
}

// The hash of the password on standard input; empty: a link is wanted.
Result<std::string> password_hash(const Context& context, const UserArguments& arguments) {
    if (!arguments.password_stdin) return std::string();
    std::string password = context.in ? context.in() : "";
    while (password.ends_with('\n') || password.ends_with('\r')) password.pop_back();
    if (password.empty()) return invalid("error.no_input");
    VAFA_CHECK(accounts::check_password(password, normalise_email(arguments.email)));
    return accounts::Argon2Hasher().hash(password);
}

std::string state_of(const User& user) {
    return user.disabled ? "users.disabled" : user.has_password ? "users.active" : "users.invited";
}

boost::json::object as_json(const User& user) {
    return {
        {"id", to_string(user.id)},           {"email", user.email},   {"name", user.name},
        {"role", json::enum_name(user.role)}, {"locale", user.locale}, {"disabled", user.disabled},
        {"second_factor", user.second_factor}};
}

void print(const Context& context, Format format, const User& user,
           const std::optional<accounts::Link>& link, const char* what) {
    const std::string path = link ? std::string(accounts::kPasswordPath) + link->token : "";
    const std::string until = link ? Instant{link->expires_at}.to_text() : "";
    if (format == Format::json) {
        boost::json::object object = as_json(user);
        if (link) {
            object["link"] = path;
            object["expires_at"] = until;
        }
        return context.out(json::pretty(object));
    }
    if (what != nullptr) {
        context.out(context.text(what, {{"email", user.email},
                                        {"role", std::string(json::enum_name(user.role))}}) +
                    "\n");
    }
    if (link) context.out(context.text("users.link", {{"until", until}, {"path", path}}) + "\n");
}

Result<void> add(const Context& context, const UserArguments& arguments) {
    VAFA_TRY(const accounts::Role role, role_of(arguments.role));
    VAFA_TRY(const std::string locale, locale_named(context, arguments.locale));
    VAFA_TRY(const std::string hash, password_hash(context, arguments));
    VAFA_TRY(const accounts::Added added,
             change_accounts(context, arguments.data, [&](accounts::Change& change) {
                 return accounts::add_user(change,
                                           {arguments.email, arguments.name, role, locale, hash});
             }));
    print(context, arguments.format, added.user, added.link, "users.added");
    return {};
}

Result<void> reset(const Context& context, const UserArguments& arguments) {
    VAFA_TRY(const std::string hash, password_hash(context, arguments));
    VAFA_TRY(const accounts::Added done,
             change_accounts(
                 context, arguments.data, [&](accounts::Change& change) -> Result<accounts::Added> {
                     VAFA_TRY(const User user,
                              accounts::find_user_by_email(change.session, arguments.email));
                     if (arguments.drop_second_factor) {
                         VAFA_CHECK(accounts::drop_second_factor(change, user.id));
                     }
                     if (!hash.empty()) {
                         VAFA_CHECK(accounts::set_password(change, user.id, hash));
                         return accounts::Added{user, std::nullopt};
                     }
                     VAFA_TRY(auto link, accounts::make_password_link(change, user.id));
                     return accounts::Added{user, std::move(link)};
                 }));
    print(context, arguments.format, done.user, done.link,
          done.link ? nullptr : "users.password_set");
    return {};
}

Result<void> list(const Context& context, const UserArguments& arguments) {
    constexpr std::int64_t kMost = 10'000;
    VAFA_TRY(auto directory, DataDirectory::open_beside(arguments.data));
    VAFA_TRY(const auto users, directory.state().read([](sql::Session& session) {
        return Result<std::vector<User>>(accounts::store::users(session, {}, kMost));
    }));
    if (arguments.format == Format::json) {
        boost::json::array all;
        for (const User& user : users) all.push_back(as_json(user));
        context.out(json::pretty(all));
        return {};
    }
    render::Table table;
    for (const auto* head :
         {"users.id", "users.email", "users.name", "users.role", "users.state"}) {
        table.column(context.text(head), render::Align::left);
    }
    for (const User& user : users) {
        table.row({{to_string(user.id), render::Tone::dim},
                   {user.email, render::Tone::strong},
                   {user.name},
                   {std::string(json::enum_name(user.role))},
                   {context.text(state_of(user))}});
    }
    context.out(table.print(context.terminal));
    return {};
}

}  // namespace

int add_user(const Context& context, const UserArguments& arguments) {
    return context.finish(add(context, arguments));
}

int list_users(const Context& context, const UserArguments& arguments) {
    return context.finish(list(context, arguments));
}

int reset_password(const Context& context, const UserArguments& arguments) {
    return context.finish(reset(context, arguments));
}

}  // namespace vafa::app
