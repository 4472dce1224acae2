#include <boost/json/object.hpp>

#include "app/commands.h"
#include "app/live_store.h"
#include "platform/i18n/time_zones.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

void print(const Context& context, const Pairs& pairs, Format format) {
    if (format == Format::json) {
        boost::json::object object;
        for (const auto& [name, value] : pairs) object[name] = value;
        return context.out(json::pretty(object));
    }
    if (format == Format::csv) {
        std::string text = "name,value\r\n";
        for (const auto& [name, value] : pairs) text += name + "," + value + "\r\n";
        return context.out(text);
    }
    render::Table table;
    table.column(context.text("settings.name"), render::Align::left);
    table.column(context.text("settings.value"), render::Align::left);
    table.column("", render::Align::left);
    for (const auto& [name, value] : pairs) {
        table.row({{name},
                   {value, render::Tone::strong},
                   {context.text("setting." + name), render::Tone::dim}});
    }
    context.out(table.print(context.terminal));
}

// All or none of the assignments.
Result<void> assign(LiveStore& store, const std::vector<std::string>& assignments) {
    VAFA_CHECK(store.database().write([&](sql::Session& session) -> Result<void> {
        for (const auto& assignment : assignments) {
            const auto equals = assignment.find('=');
            if (equals == std::string::npos) {
                return invalid("error.not_an_assignment").with("value", assignment);
            }
            const std::string name = assignment.substr(0, equals);
            const std::string value = assignment.substr(equals + 1);
            if (name == "time_zone") VAFA_CHECK(i18n::load_time_zone(value));
            VAFA_CHECK(commerce::set_setting(session, name, value));
        }
        return {};
    }));
    const std::string zone_before = store.settings().time_zone;
    VAFA_CHECK(store.settings_changed());
    if (store.settings().time_zone != zone_before) VAFA_CHECK(store.timeline());
    return {};
}

Result<void> run(const Context& context, const SettingsArguments& arguments) {
    const bool writes = !arguments.assignments.empty();
    VAFA_TRY(const auto store,
             LiveStore::of(context, arguments.data,
                           writes ? LiveStore::Access::write : LiveStore::Access::read));
    if (writes) VAFA_CHECK(assign(*store, arguments.assignments));
    VAFA_TRY(const auto pairs, store->database().read([](sql::Session& session) {
        return Result<Pairs>(commerce::list_settings(session));
    }));
    print(context, pairs, arguments.format);
    return {};
}

}  // namespace

int settings(const Context& context, const SettingsArguments& arguments) {
    const auto done = run(context, arguments);
    return context.finish(done);
}

int show_config(const Context& context, Format format) {
    if (format == Format::json) {
        boost::json::object object;
        for (const auto& option : config::options()) {
            const auto& value = context.config.values().at(std::string(option.name));
            object[option.name] = boost::json::object{
                {"value", value.text}, {"source", config::source_name(value.source)}};
        }
        context.out(json::pretty(object));
        return 0;
    }
    render::Table table;
    for (const auto* head :
         {"settings.name", "settings.value", "settings.source", "settings.about"}) {
        table.column(context.text(head), render::Align::left);
    }
    for (const auto& option : config::options()) {
        const auto& value = context.config.values().at(std::string(option.name));
        table.row({{std::string(option.name)},
                   {value.text, render::Tone::strong},
                   {std::string(config::source_name(value.source))},
                   {context.text(option.description), render::Tone::dim}});
    }
    context.out(table.print(context.terminal));
    return 0;
}

}  // namespace vafa::app
