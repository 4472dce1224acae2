#include <boost/json/object.hpp>
#include <csignal>

#include "app/commands.h"
#include "app/data_directory.h"
#include "app/progress.h"
#include "app/render/words.h"
#include "commerce/api.h"
#include "history/outbox.h"
#include "ingest/import_orders.h"
#include "ingest/presets.h"
#include "platform/i18n/dates.h"
#include "platform/i18n/time_zones.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

// Ctrl-C ends the import after the chunk at hand; what is done stays done and can be resumed.
volatile std::sig_atomic_t g_interrupted = 0;
extern "C" void on_interrupt(int) { g_interrupted = 1; }

Result<ingest::ImportRequest> request_of(const ImportArguments& arguments) {
    ingest::ImportRequest request;
    request.files = arguments.files;
    request.preset = arguments.preset;
    request.currency = arguments.currency;
    request.time_zone = arguments.time_zone;
    request.dry_run = arguments.dry_run;
    if (arguments.calendar == "persian")
        request.calendar = CalendarKind::persian;
    else if (arguments.calendar == "gregorian")
        request.calendar = CalendarKind::gregorian;
    else if (!arguments.calendar.empty()) {
        return invalid("error.config_choice")
            .with("value", arguments.calendar)
            .with("choices", "gregorian, persian")
            .at("--calendar");
    }
    for (const auto& option : arguments.map) {
        const auto equals = option.find('=');
        if (equals == std::string::npos) {
            return invalid("error.not_an_assignment").with("value", option).at("--map");
        }
        request.map.emplace_back(option.substr(0, equals), option.substr(equals + 1));
    }
    return request;
}

// What the command line says of the store is kept with it, as long as it has no orders.
Result<void> adopt(DataDirectory& directory, const ImportArguments& arguments) {
    VAFA_TRY(const auto outbox, history::outbox_state(directory.state()));
    if (outbox.given > 0) return {};
    VAFA_CHECK(directory.state().write([&](sql::Session& session) -> Result<void> {
        if (!arguments.time_zone.empty()) {
            VAFA_CHECK(i18n::load_time_zone(arguments.time_zone));
            VAFA_CHECK(commerce::set_setting(session, "time_zone", arguments.time_zone));
        }
        if (!arguments.calendar.empty()) {
            VAFA_CHECK(commerce::set_setting(session, "calendar", arguments.calendar));
        }
        if (!arguments.preset.empty()) {
            VAFA_TRY(const ingest::Preset* preset, ingest::find_preset(arguments.preset));
            if (preset->counts_zero_value) {
                VAFA_CHECK(commerce::set_setting(session, "count_zero_value", "yes"));
            }
        }
        return {};
    }));
    return directory.forget_timeline();
}

ingest::ImportWatch watch_with(Progress& progress) {
    ingest::ImportWatch watch;
    watch.progress = [&progress](const ingest::ImportProgress& at) {
        const bool reading = at.phase == ingest::ImportPhase::reading;
        progress.show(reading ? "import.reading" : "import.applying", at.done, at.total, at.rows);
    };
    watch.cancelled = [] { return g_interrupted != 0; };
    return watch;
}

boost::json::object to_json(const ingest::ImportResult& result) {
    const auto day = [](const std::optional<Day>& d) {
        return d ? boost::json::value(day_label(CalendarKind::gregorian, *d))
                 : boost::json::value(nullptr);
    };
    boost::json::array columns;
    for (const auto& use : result.columns) {
        columns.push_back(
            boost::json::object{{"file", use.file}, {"field", use.field}, {"column", use.column}});
    }
    boost::json::array notes;
    for (const auto& note : result.notes) {
        boost::json::object params;
        for (const auto& [name, value] : note.params) params[name] = value;
        notes.push_back(boost::json::object{{"key", note.key}, {"params", params}});
    }
    return {
        {"import", result.import ? boost::json::value(to_string(result.import)) : nullptr},
        {"rows", result.rows},
        {"orders", result.orders},
        {"orders_added", result.orders_added},
        {"orders_updated", result.orders_updated},
        {"orders_unchanged", result.orders_unchanged},
        {"customers_added", result.customers_added},
        {"anonymous_orders", result.anonymous_orders},
        {"rejected", result.rejected},
        {"rejected_file", result.rejected_file.empty() ? boost::json::value(nullptr)
                                                       : boost::json::value(result.rejected_file)},
        {"seconds", result.seconds},
        {"currency", result.currency.code},
        {"first_day", day(result.first_day)},
        {"last_day", day(result.last_day)},
        {"revenue_minor", result.revenue_minor},
        {"median_order_minor", json::encode(result.median_order_minor)},
        {"largest_order_minor", json::encode(result.largest_order_minor)},
        {"columns", columns},
        {"notes", notes}};
}

void print_table(const Context& context, const commerce::Settings& settings,
                 const ingest::ImportResult& result, bool dry_run) {
    const render::Words words{context.locale, result.currency, settings.show_toman};
    const auto day = [&](const std::optional<Day>& d) {
        return d ? i18n::format_date(context.locale, settings.calendar.calendar, *d)
                 : std::string(render::kNothing);
    };
    const auto money = [&](const std::optional<std::int64_t>& minor) {
        return minor ? words.money(static_cast<double>(*minor)) : std::string(render::kNothing);
    };
    std::string out = context.text(dry_run ? "import.dry_run" : "import.done") + "\n\n";
    render::Table table;
    table.column("", render::Align::left);
    table.column("");
    const auto line = [&](const char* key, std::string value) {
        table.row(
            {{context.text(key), render::Tone::dim}, {std::move(value), render::Tone::strong}});
    };
    line("import.rows", words.count(result.rows));
    line("import.orders_added", words.count(result.orders_added));
    line("import.orders_updated", words.count(result.orders_updated));
    line("import.orders_unchanged", words.count(result.orders_unchanged));
    line("import.customers_added", words.count(result.customers_added));
    line("import.anonymous_orders", words.count(result.anonymous_orders));
    line("import.rejected", words.count(result.rejected));
    line("import.first_day", day(result.first_day));
    line("import.last_day", day(result.last_day));
    line("import.revenue", words.money(static_cast<double>(result.revenue_minor)));
    line("import.median_order", money(result.median_order_minor));
    line("import.largest_order", money(result.largest_order_minor));
    line("import.seconds", words.decimal(result.seconds, 1));
    out += table.print(context.terminal) + "\n";
    for (const auto& use : result.columns) {
        out += "  " +
               context.text("import.column_use", {{"field", use.field}, {"column", use.column}}) +
               "\n";
    }
    for (const auto& note : result.notes)
        out += "  · " + context.text(note.key, note.params) + "\n";
    for (const auto& sample : result.rejected_samples) {
        out += "  ! " +
               context.text("import.rejected_line",
                            {{"line", words.count(static_cast<std::int64_t>(sample.line))},
                             {"reason", i18n::describe(context.locale, sample.reason)}}) +
               "\n";
    }
    if (!result.rejected_file.empty()) {
        out += "  " + context.text("import.rejected_file", {{"path", result.rejected_file}}) + "\n";
    }
    context.out(out);
}

Result<void> run(const Context& context, const ImportArguments& arguments) {
    VAFA_TRY(auto request, request_of(arguments));
    VAFA_TRY(const auto directory, DataDirectory::open_to_write(context, arguments.data));
    if (!arguments.dry_run) VAFA_CHECK(adopt(*directory, arguments));
    VAFA_TRY(history::History * history, directory->history());
    VAFA_TRY(timeline::Timeline * live, directory->timeline());
    ingest::Processor processor(
        {directory->state(), *history, *live, *context.clock, directory->ids()});
    ingest::ImportDeps deps{
        directory->state(),
        processor,
        directory->ids(),
        *context.clock,
        directory->path(),
        [&context](const Error& error) { return i18n::describe(context.locale, error); }};
    Progress progress(context);
    std::signal(SIGINT, on_interrupt);
    const auto watch = watch_with(progress);
    if (!arguments.dry_run) {
        VAFA_TRY(const auto unfinished, ingest::unfinished_imports(deps));
        for (const ImportId import : unfinished) {
            context.err(context.text("import.resuming", {{"import", to_string(import)}}) + "\n");
            VAFA_CHECK(ingest::resume_import(deps, import, watch));
        }
        VAFA_TRY(request.shop, directory->state().write([&](sql::Session& session) {
            return Result<ShopId>(commerce::ensure_shop(session, commerce::kDefaultShop,
                                                        directory->ids(), context.clock->now()));
        }));
    }
    auto imported = ingest::import_orders(deps, request, watch);
    const auto saved = arguments.dry_run ? Result<void>() : directory->save_timeline();
    if (imported.has_error()) return imported.error();
    VAFA_CHECK(saved);
    VAFA_TRY(const auto settings, directory->settings());
    if (arguments.format == Format::json) {
        context.out(json::pretty(to_json(*imported)));
    } else {
        print_table(context, settings, *imported, arguments.dry_run);
    }
    return {};
}

}  // namespace

int import_orders(const Context& context, const ImportArguments& arguments) {
    const auto done = run(context, arguments);
    return done.has_error() ? context.fail(done.error()) : 0;
}

}  // namespace vafa::app
