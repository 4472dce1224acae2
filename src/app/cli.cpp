#include "app/cli.h"

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "app/api_routes.h"
#include "app/cli_models.h"
#include "app/cli_options.h"
#include "app/commands.h"
#include "app/remote_command.h"
#include "app/version.h"
#include "base/text.h"
#include "metrics/api.h"
#include "platform/files/whole_file.h"
#include "platform/log/log.h"

namespace vafa::app {
namespace {

using Strings = std::vector<std::string>;

// Options of the question itself; the report command checks their values.
constexpr std::array<std::string_view, 21> kReportOptions = {"from",           "to",
                                                             "as-of",          "purchase",
                                                             "calendar",       "time-zone",
                                                             "first-weekday",  "revenue",
                                                             "include",        "by",
                                                             "kind",           "days",
                                                             "brackets",       "clock",
                                                             "window",         "margin",
                                                             "break",          "loyal-purchases",
                                                             "discount-share", "risk-quantile",
                                                             "prices"};

// Everything one command line fills in.
struct Parsed {
    ImportArguments import;
    ImportsArguments imports;
    ReportArguments report;
    ModelsArguments models;
    DemoArguments demo;
    ExportArguments exporting;
    SettingsArguments settings;
    DoctorArguments doctor;
    ServeArguments serve;
    UserArguments user;
    ApiKeyArguments api_key;
    Format config_format = Format::table;
    std::map<std::string, std::string> config_flags;
    std::string config_file;
};

class CommandLine {
public:
    explicit CommandLine(const Context& context) : context_(context), app_(text("cli.about")) {
        app_.name("vafa");
        app_.require_subcommand(1);
        app_.fallthrough();
        app_.set_version_flag("--version", std::string(kVersion), text("cli.version"));
        app_.set_help_flag("-h,--help", text("cli.help"));
        app_.footer(text("cli.footer"));
        app_.get_formatter()->column_width(34);
        add_config_flags();
        add_import();
        add_report();
        add_models();
        add_demo();
        add_export();
        add_settings();
        add_doctor();
        add_user();
        add_api_key();
        add_serve();
        add_openapi();
        add_config();
    }

    CLI::App& app() { return app_; }
    Parsed& parsed() { return parsed_; }

private:
    std::string text(std::string_view key) const { return context_.text(key); }

    CLI::App* command(const std::string& name, std::string_view about, std::string_view examples) {
        CLI::App* made = app_.add_subcommand(name, text(about));
        if (!examples.empty()) made->footer(text(examples));
        return made;
    }

    void add_data(CLI::App* made, std::string& into) { app::add_data(*made, context_, into); }
    void add_format(CLI::App* made, Format& into) { app::add_format(*made, context_, into); }

    void add_config_flags() {
        app_.add_option("--config", parsed_.config_file, text("cli.config_file"))
            ->type_name("FILE");
        for (const auto& option : config::options()) {
            const std::string name(option.name);
            app_.add_option_function<std::string>(
                    "--" + name,
                    [this, name](const std::string& value) { parsed_.config_flags[name] = value; },
                    text(option.description))
                ->group(text("cli.config_group"));
        }
    }

    void add_import() {
        CLI::App* import = command("import", "cli.import", "");
        import->require_subcommand(1);
        auto& a = parsed_.import;
        CLI::App* orders = add_import_of(import, "orders", "cli.import_orders");
        orders->footer(text("cli.import_examples"));
        orders->add_option("--preset", a.preset, text("cli.import_preset"))->type_name("NAME");
        orders->add_option("--status", a.statuses, text("cli.import_status"))
            ->type_name("WORD=STATUS")
            ->allow_extra_args(false);
        CLI::App* customers = add_import_of(import, "customers", "cli.import_customers");
        customers->footer(text("cli.import_customers_examples"));
        for (CLI::App* each : {orders, customers}) add_identity(each);
        add_import_of(import, "products", "cli.import_products");
        add_imports(import);
    }

    // What all files may be told.
    CLI::App* add_import_of(CLI::App* import, const char* kind, const char* description) {
        CLI::App* files = import->add_subcommand(kind, text(description));
        auto& a = parsed_.import;
        files->add_option("files", a.files, text("cli.import_files"))
            ->required()
            ->type_name("FILE");
        add_data(files, a.data);
        files->add_option("--map", a.map, text("cli.import_map"))->type_name("FIELD=COLUMN");
        files->add_option("--currency", a.currency, text("cli.import_currency"))->type_name("CODE");
        files->add_option("--time-zone", a.time_zone, text("cli.time_zone"))->type_name("ZONE");
        files->add_option("--calendar", a.calendar, text("cli.calendar"))
            ->type_name("gregorian|persian");
        files->add_option("--sheet", a.sheet, text("cli.import_sheet"))->type_name("NAME");
        files->add_option("--encoding", a.encoding, text("cli.import_encoding"))->type_name("NAME");
        files->add_option("--date-order", a.date_order, text("cli.import_date_order"))
            ->type_name("dmy|mdy|ymd|days_1904");
        files->add_option("--decimal", a.decimal, text("cli.import_decimal"))
            ->type_name("comma|point");
        files->add_flag("--accept-unit", a.accept_unit, text("cli.import_accept_unit"));
        files->add_flag("--dry-run", a.dry_run, text("cli.import_dry_run"));
        add_format(files, a.format);
        files->callback([this, kind] {
            parsed_.import.kind = kind;
            chosen_ = [this] { return import_files(context_, parsed_.import); };
        });
        return files;
    }

    // Who a customer is, and what else is known of them.
    void add_identity(CLI::App* files) {
        auto& a = parsed_.import;
        files->add_option("--customer-by", a.customer_by, text("cli.import_customer_by"))
            ->type_name("id|phone|email|name");
        files->add_option("--set-aside", a.set_aside, text("cli.import_set_aside"))
            ->type_name("VALUE")
            ->allow_extra_args(false);
        files->add_option("--trait", a.traits, text("cli.import_trait"))
            ->type_name("OWNER:COLUMN")
            ->allow_extra_args(false);
        files->add_option("--ignore", a.ignore, text("cli.import_ignore"))
            ->type_name("COLUMN")
            ->allow_extra_args(false);
        files->add_flag("--no-traits", a.no_traits, text("cli.import_no_traits"));
    }

    // What became of imports, and taking one back.
    void add_imports(CLI::App* import) {
        auto& a = parsed_.imports;
        CLI::App* list = import->add_subcommand("list", text("cli.import_list"));
        add_data(list, a.data);
        add_format(list, a.format);
        list->callback(
            [this] { chosen_ = [this] { return list_imports(context_, parsed_.imports); }; });
        CLI::App* undo = import->add_subcommand("undo", text("cli.import_undo"));
        undo->footer(text("cli.import_undo_examples"));
        undo->add_option("import", a.import, text("cli.import_id"))->required()->type_name("ID");
        add_data(undo, a.data);
        add_format(undo, a.format);
        undo->callback(
            [this] { chosen_ = [this] { return undo_import(context_, parsed_.imports); }; });
    }

    void add_report() {
        CLI::App* report = command("report", "cli.report", "cli.report_examples");
        auto& a = parsed_.report;
        std::string names;
        for (const auto name : metrics::report_names()) {
            names += (names.empty() ? "" : ", ") + std::string(name);
        }
        report->add_option("name", a.name, text("cli.report_name") + " " + names)->required();
        add_data(report, a.data);
        for (const auto option : kReportOptions) {
            const std::string name(option);
            report->add_option_function<std::string>(
                "--" + name,
                [this, name](const std::string& value) { parsed_.report.options[name] = value; },
                text("cli.report_" + name));
        }
        add_format(report, a.format);
        report->callback(
            [this] { chosen_ = [this] { return app::report(context_, parsed_.report); }; });
    }

    void add_models() {
        CLI::App* models = command("models", "cli.models", "cli.models_examples");
        add_model_commands(*models, context_, parsed_.models, [this] {
            chosen_ = [this] { return app::models(context_, parsed_.models); };
        });
    }

    void add_demo() {
        CLI::App* demo = command("demo", "cli.demo", "cli.demo_examples");
        auto& a = parsed_.demo;
        add_data(demo, a.data);
        demo->add_option("--customers", a.customers, text("cli.demo_customers"));
        demo->add_option("--seed", a.seed, text("cli.demo_seed"));
        demo->add_option("--market", a.market, text("cli.demo_market"))
            ->type_name("iran|russia|europe");
        demo->add_option("--last-day", a.last_day, text("cli.demo_last_day"))->type_name("DAY");
        demo->add_flag("--plain", a.plain, text("cli.demo_plain"));
        demo->add_flag("--remove", a.remove, text("cli.demo_remove"));
        demo->callback([this] { chosen_ = [this] { return app::demo(context_, parsed_.demo); }; });
    }

    void add_export() {
        CLI::App* exporting = command("export", "cli.export", "cli.export_examples");
        exporting->require_subcommand(1);
        CLI::App* events = exporting->add_subcommand("events", text("cli.export_events"));
        auto& a = parsed_.exporting;
        add_data(events, a.data);
        events->add_option("--format", a.format, text("cli.export_format"))
            ->check(CLI::IsMember({"parquet", "csv"}));
        events->add_option("--output", a.output, text("cli.export_output"))->type_name("FILE");
        events->callback(
            [this] { chosen_ = [this] { return export_events(context_, parsed_.exporting); }; });
    }

    void add_settings() {
        CLI::App* settings = command("settings", "cli.settings", "cli.settings_examples");
        auto& a = parsed_.settings;
        add_data(settings, a.data);
        settings->add_option("assignments", a.assignments, text("cli.settings_assignments"))
            ->type_name("NAME=VALUE");
        add_format(settings, a.format);
        settings->callback(
            [this] { chosen_ = [this] { return app::settings(context_, parsed_.settings); }; });
    }

    void add_serve() {
        CLI::App* serve = command("serve", "cli.serve", "cli.serve_examples");
        auto& a = parsed_.serve;
        add_data(serve, a.data);
        serve->add_option("--listen", a.listen, text("cli.serve_listen"))->type_name("HOST:PORT");
        serve->add_flag("--public", a.is_public, text("cli.serve_public"));
        auto* certificate =
            serve->add_option("--tls-certificate", a.certificate, text("cli.serve_certificate"))
                ->type_name("FILE");
        auto* key =
            serve->add_option("--tls-key", a.private_key, text("cli.serve_key"))->type_name("FILE");
        certificate->needs(key);
        key->needs(certificate);
        serve->add_flag("--trust-proxy", a.trust_proxy, text("cli.serve_trust_proxy"));
        serve->callback(
            [this] { chosen_ = [this] { return app::serve(context_, parsed_.serve); }; });
    }

    void add_openapi() {
        command("openapi", "cli.openapi", "")->callback([this] {
            chosen_ = [this] {
                context_.out(api_description());
                return 0;
            };
        });
    }

    void add_doctor() {
        CLI::App* doctor = command("doctor", "cli.doctor", "");
        auto& a = parsed_.doctor;
        add_data(doctor, a.data);
        add_format(doctor, a.format);
        doctor->callback(
            [this] { chosen_ = [this] { return app::doctor(context_, parsed_.doctor); }; });
    }

    CLI::App* step(CLI::App* command, const std::string& name, const std::string& about,
                   std::function<int()> run) {
        CLI::App* made = command->add_subcommand(name, text(about));
        made->callback([this, run = std::move(run)] { chosen_ = run; });
        return made;
    }

    void add_user() {
        CLI::App* user = command("user", "cli.user", "");
        user->require_subcommand(1);
        auto& a = parsed_.user;
        CLI::App* add = step(user, "add", "cli.user_add",
                             [this] { return app::add_user(context_, parsed_.user); });
        CLI::App* list = step(user, "list", "cli.user_list",
                              [this] { return app::list_users(context_, parsed_.user); });
        CLI::App* reset = step(user, "reset-password", "cli.user_reset_password",
                               [this] { return app::reset_password(context_, parsed_.user); });
        add->add_option("--name", a.name, text("cli.user_name"));
        add->add_option("--role", a.role, text("cli.user_role"))->required();
        add->add_option("--locale", a.locale, text("cli.user_locale"));
        reset->add_flag("--drop-second-factor", a.drop_second_factor,
                        text("cli.user_drop_second_factor"));
        for (CLI::App* each : {add, reset}) {
            each->add_option("--email", a.email, text("cli.user_email"))->required();
            each->add_flag("--password-stdin", a.password_stdin, text("cli.user_password_stdin"));
        }
        for (CLI::App* each : {add, list, reset}) {
            add_data(each, a.data);
            add_format(each, a.format);
        }
    }

    void add_api_key() {
        CLI::App* key = command("api-key", "cli.api_key", "");
        key->require_subcommand(1);
        auto& a = parsed_.api_key;
        CLI::App* create = step(key, "create", "cli.api_key_create",
                                [this] { return app::create_api_key(context_, parsed_.api_key); });
        CLI::App* list = step(key, "list", "cli.api_key_list",
                              [this] { return app::list_api_keys(context_, parsed_.api_key); });
        CLI::App* revoke = step(key, "revoke", "cli.api_key_revoke",
                                [this] { return app::revoke_api_key(context_, parsed_.api_key); });
        create->add_option("--scopes", a.scopes, text("cli.api_key_scopes"))->required();
        create->add_option("--name", a.name, text("cli.api_key_name"));
        revoke->add_option("id", a.id, text("cli.api_key_id"))->required();
        for (CLI::App* each : {create, list, revoke}) {
            add_data(each, a.data);
            add_format(each, a.format);
        }
    }

    void add_config() {
        CLI::App* config = command("config", "cli.config", "");
        add_format(config, parsed_.config_format);
        config->callback(
            [this] { chosen_ = [this] { return show_config(context_, parsed_.config_format); }; });
    }

public:
    void use(Context context) { context_ = std::move(context); }
    int go() { return chosen_ ? chosen_() : kExitUsage; }
    // The store of a command that a server may run in this process's place; else empty.
    const std::string& store() const {
        for (const auto* data : {&parsed_.import.data, &parsed_.imports.data, &parsed_.report.data,
                                 &parsed_.models.data, &parsed_.demo.data, &parsed_.exporting.data,
                                 &parsed_.settings.data, &parsed_.doctor.data}) {
            if (!data->empty()) return *data;
        }
        static const std::string kNone;
        return kNone;
    }

private:
    Context context_;
    CLI::App app_;
    Parsed parsed_;
    std::function<int()> chosen_;
};

// The innermost command that the line names, for its help and its options.
CLI::App* innermost(CLI::App* app) {
    for (auto chosen = app->get_subcommands(); !chosen.empty(); chosen = app->get_subcommands()) {
        app = chosen.front();
    }
    return app;
}

// What the person probably meant by the words that nothing took.
std::string suggestion(CLI::App& app, const Strings& arguments) {
    CLI::App* command = innermost(&app);
    Strings known;
    for (auto* scope = command; scope != nullptr; scope = scope == &app ? nullptr : &app) {
        for (const auto* option : scope->get_options()) {
            for (const auto& name : option->get_lnames()) known.push_back("--" + name);
        }
    }
    for (const auto* sub : command->get_subcommands([](const CLI::App*) { return true; })) {
        known.push_back(sub->get_name());
    }
    const std::vector<std::string_view> views(known.begin(), known.end());
    for (const auto& argument : arguments) {
        const std::string word = argument.substr(0, argument.find('='));
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        if (const auto near = nearest(word, views); !near.empty()) return std::string(near);
    }
    return {};
}

int usage_error(const Context& context, CLI::App& app, const CLI::ParseError& error,
                const Strings& arguments) {
    std::string message = context.text("cli.usage_error", {{"what", error.what()}}) + "\n";
    if (const std::string near = suggestion(app, arguments); !near.empty()) {
        message += context.text("cli.did_you_mean", {{"name", near}}) + "\n";
    }
    const CLI::App* command = innermost(&app);
    const std::string path = command == &app ? "vafa" : "vafa " + command->get_name();
    message += context.text("cli.see_help", {{"command", path}}) + "\n";
    context.err(message);
    return kExitUsage;
}

Result<config::Config> load_config(const Parsed& parsed) {
    config::Inputs inputs;
    inputs.environment = config::process_environment;
    inputs.flags = parsed.config_flags;
    inputs.file_name = parsed.config_file;
    if (inputs.file_name.empty()) {
        inputs.file_name = config::process_environment("VAFA_CONFIG").value_or("");
    }
    if (!inputs.file_name.empty()) {
        VAFA_TRY(inputs.file_text, files::read_file(inputs.file_name));
    }
    return config::load(inputs);
}

// The language as far as it is known before the line is parsed: for the help texts.
i18n::Locale early_locale(const Strings& arguments) {
    std::string language = config::process_environment("VAFA_LANGUAGE").value_or("auto");
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--language" && i + 1 < arguments.size()) language = arguments[i + 1];
        if (arguments[i].starts_with("--language=")) language = arguments[i].substr(11);
    }
    return locale_of(language);
}

}  // namespace

i18n::Locale locale_of(std::string_view language) {
    if (const auto named = i18n::parse_locale(language)) return *named;
    for (const auto* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const std::string name = config::process_environment(variable).value_or("");
        if (!name.empty()) return i18n::parse_locale(name).value_or(i18n::Locale::en);
    }
    return i18n::Locale::en;
}

int run_cli(std::vector<std::string> arguments, Context context) {
    const bool at_server = context.store != nullptr;
    if (!at_server) context.locale = early_locale(arguments);
    CommandLine line(context);
    if (arguments.empty()) {
        context.out(line.app().help());
        return kExitUsage;
    }
    Strings reversed(arguments.rbegin(), arguments.rend());
    try {
        line.app().parse(reversed);
    } catch (const CLI::CallForHelp&) {
        context.out(innermost(&line.app())->help() + "\n");
        return 0;
    } catch (const CLI::CallForVersion&) {
        context.out(std::string(kVersion) + "\n");
        return 0;
    } catch (const CLI::ParseError& error) {
        return usage_error(context, line.app(), error, arguments);
    }
    if (at_server) {  // the configuration came with the command
        line.use(context);
        return line.store().empty() ? kExitUsage : line.go();
    }
    auto loaded = load_config(line.parsed());
    if (loaded.has_error()) return context.fail(loaded.error());
    context.config = std::move(loaded).value();
    context.locale = locale_of(context.config.text("language"));
    if (context.config.text("color") == "always") context.terminal.color = true;
    if (context.config.text("color") == "never") context.terminal.color = false;
    log::Level level = log::Level::warning;
    log::parse_level(context.config.text("log-level"), level);
    log::configure(level);
    if (!line.store().empty()) {
        const auto done = run_at_server(context, line.store(), arguments);
        if (done) return *done;
    }
    line.use(context);
    return line.go();
}

int Context::fail(const Error& error) const {
    err("vafa: " + i18n::describe(locale, error) + "\n");
    return error.code == ErrorCode::cancelled ? kExitCancelled : kExitFailed;
}

}  // namespace vafa::app
