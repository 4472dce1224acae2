#include <boost/json.hpp>

#include "app/accounts_change.h"
#include "app/commands.h"
#include "base/instant.h"
#include "base/text.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

using accounts::ApiKey;

Result<std::vector<accounts::Scope>> scopes_of(std::string_view text) {
    std::vector<accounts::Scope> scopes;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        const std::string_view name = trim(text.substr(0, end));
        const auto scope = json::parse_enum<accounts::Scope>(name);
        if (!scope) {
            return invalid("error.scope_unknown").with("scope", std::string(name)).at("--scopes");
        }
        scopes.push_back(*scope);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return scopes;
}

std::string used_at(const ApiKey& key) {
    return key.used_at ? Instant{*key.used_at}.to_text() : "";
}

boost::json::object as_json(const ApiKey& key) {
    boost::json::object object{{"id", to_string(key.id)},
                               {"name", key.name},
                               {"scopes", json::encode(key.scopes)},
                               {"hint", key.hint},
                               {"created_at", Instant{key.created_at}.to_text()}};
    object["used_at"] = key.used_at ? boost::json::value(used_at(key)) : nullptr;
    return object;
}

Result<void> create(const Context& context, const ApiKeyArguments& arguments) {
    VAFA_TRY(const auto scopes, scopes_of(arguments.scopes));
    VAFA_TRY(const accounts::MadeKey made,
             change_accounts(context, arguments.data, [&](accounts::Change& change) {
                 return accounts::make_api_key(change, arguments.name, scopes);
             }));
    if (arguments.format == Format::json) {
        boost::json::object object{{"key", made.secret}};
        for (const auto& member : as_json(made.key)) object.insert(member);
        context.out(json::pretty(object));
        return {};
    }
    context.out(
        context.text("api_keys.created", {{"id", to_string(made.key.id)}, {"key", made.secret}}) +
        "\n");
    return {};
}

Result<void> list(const Context& context, const ApiKeyArguments& arguments) {
    constexpr std::int64_t kMost = 10'000;
    VAFA_TRY(auto directory, DataDirectory::open_beside(arguments.data));
    VAFA_TRY(const auto keys, directory.state().read([](sql::Session& session) {
        return Result<std::vector<ApiKey>>(accounts::store::api_keys(session, {}, kMost));
    }));
    if (arguments.format == Format::json) {
        boost::json::array all;
        for (const ApiKey& key : keys) all.push_back(as_json(key));
        context.out(json::pretty(all));
        return {};
    }
    render::Table table;
    for (const auto* head :
         {"api_keys.id", "api_keys.name", "api_keys.hint", "api_keys.scopes", "api_keys.used"}) {
        table.column(context.text(head), render::Align::left);
    }
    for (const ApiKey& key : keys) {
        std::string scopes;
        for (const auto scope : key.scopes) {
            scopes += (scopes.empty() ? "" : ", ") + std::string(json::enum_name(scope));
        }
        table.row({{to_string(key.id), render::Tone::strong},
                   {key.name},
                   {key.hint + "…", render::Tone::dim},
                   {scopes},
                   {used_at(key)}});
    }
    context.out(table.print(context.terminal));
    return {};
}

Result<void> revoke(const Context& context, const ApiKeyArguments& arguments) {
    VAFA_TRY(const ApiKeyId id, parse_id<ApiKeyTag>(arguments.id));
    VAFA_CHECK(change_accounts(context, arguments.data, [&](accounts::Change& change) {
        return accounts::revoke_api_key(change, id);
    }));
    if (arguments.format == Format::json) {
        context.out(json::pretty(boost::json::object{{"revoked", arguments.id}}));
    } else {
        context.out(context.text("api_keys.revoked", {{"id", arguments.id}}) + "\n");
    }
    return {};
}

}  // namespace

int create_api_key(const Context& context, const ApiKeyArguments& arguments) {
    return context.finish(create(context, arguments));
}

int list_api_keys(const Context& context, const ApiKeyArguments& arguments) {
    return context.finish(list(context, arguments));
}

int revoke_api_key(const Context& context, const ApiKeyArguments& arguments) {
    return context.finish(revoke(context, arguments));
}

}  // namespace vafa::app
