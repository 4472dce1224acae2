#include <boost/json/object.hpp>

#include "app/commands.h"
#include "app/data_directory.h"
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
Result<void> assign(DataDirectory& directory, const std::vector<std::string>& assignments) {
    VAFA_TRY(const auto before, directory.settings());
    VAFA_CHECK(directory.state().write([&](sql::Session& session) -> Result<void> {
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
    VAFA_TRY(const auto after, directory.settings());
    if (after.time_zone == before.time_zone) return {};
    VAFA_CHECK(directory.forget_timeline());
    VAFA_CHECK(directory.timeline());
    return {};
}

Result<void> run(const Context& context, const SettingsArguments& arguments) {
    const bool writes = !arguments.assignments.empty();
    VAFA_TRY(const auto directory, writes ? DataDirectory::open_to_write(context, arguments.data)
                                          : DataDirectory::open_to_read(context, arguments.data));
    if (writes) VAFA_CHECK(assign(*directory, arguments.assignments));
    VAFA_TRY(const auto pairs, directory->state().read([](sql::Session& session) {
        return Result<Pairs>(commerce::list_settings(session));
    }));
    print(context, pairs, arguments.format);
    return {};
}

}  // namespace

int settings(const Context& context, const SettingsArguments& arguments) {
    const auto done = run(context, arguments);
    return done.has_error() ? context.fail(done.error()) : 0;
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
