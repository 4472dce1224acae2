#include <algorithm>

#include "app/commands.h"
#include "app/import_details.h"
#include "app/interrupt.h"
#include "app/live_store.h"
#include "app/progress.h"
#include "app/render/words.h"
#include "commerce/api.h"
#include "ingest/adopt.h"
#include "ingest/import_orders.h"
#include "ingest/import_summary.h"
#include "ingest/undo_import.h"
#include "ingest/value_options.h"
#include "platform/i18n/dates.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

Result<ingest::ImportRequest> request_of(const Context& context, const ImportArguments& arguments) {
    ingest::ImportRequest request;
    request.kind = ingest::import_kind(arguments.kind).value_or(ingest::ImportKind::orders);
    const auto& names = arguments.files;
    if (context.store && std::find(names.begin(), names.end(), "-") != names.end()) {
        return invalid("error.stdin_at_server").at("FILE");
    }
    for (const auto& file : arguments.files) request.files.push_back(context.file(file));
    request.preset = arguments.preset;
    request.currency = arguments.currency;
    request.time_zone = arguments.time_zone;
    request.sheet = arguments.sheet;
    request.encoding = arguments.encoding;
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
    request.customer_by = arguments.customer_by;
    request.set_aside = arguments.set_aside;
    request.traits = arguments.traits;
    request.ignore = arguments.ignore;
    request.no_traits = arguments.no_traits;
    for (const auto& option : arguments.statuses) {
        const auto equals = option.rfind('=');
        if (equals == std::string::npos) {
            return invalid("error.not_an_assignment").with("value", option).at("--status");
        }
        request.statuses.emplace_back(option.substr(0, equals), option.substr(equals + 1));
    }
    VAFA_CHECK(ingest::set_date_order(request, arguments.date_order));
    VAFA_CHECK(ingest::set_decimal(request, arguments.decimal));
    request.accept_unit = arguments.accept_unit;
    for (const auto& option : arguments.map) {
        const auto equals = option.find('=');
        if (equals == std::string::npos) {
            return invalid("error.not_an_assignment").with("value", option).at("--map");
        }
        request.map.emplace_back(option.substr(0, equals), option.substr(equals + 1));
    }
    return request;
}

ingest::ImportWatch watch_with(const Context& context, Progress& progress) {
    ingest::ImportWatch watch;
    watch.progress = [&progress](const ingest::ImportProgress& at) {
        const char* phase = at.phase == ingest::ImportPhase::reading    ? "import.reading"
                            : at.phase == ingest::ImportPhase::applying ? "import.applying"
                                                                        : "import.undoing";
        progress.show(phase, at.done, at.total, at.rows);
    };
    watch.cancelled = interrupted_by_user(context);
    return watch;
}

// What became of what the rows told of, by its text.
using Counted = std::vector<std::pair<const char*, std::int64_t>>;
Counted counts_of(const ingest::ImportResult& result) {
    switch (result.kind) {
        case ingest::ImportKind::customers:
            return {{"import.customers_added", result.customers_added},
                    {"import.customers_updated", result.customers_updated},
                    {"import.customers_unchanged", result.customers_unchanged}};
        case ingest::ImportKind::products:
            return {{"import.products_added", result.products_added},
                    {"import.products_updated", result.products_updated},
                    {"import.products_unchanged", result.products_unchanged}};
        case ingest::ImportKind::orders:
            break;
    }
    return {{"import.orders_added", result.orders_added},
            {"import.orders_updated", result.orders_updated},
            {"import.orders_unchanged", result.orders_unchanged},
            {"import.customers_added", result.customers_added},
            {"import.anonymous_orders", result.anonymous_orders}};
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
    for (const auto& [key, count] : counts_of(result)) line(key, words.count(count));
    line("import.rejected", words.count(result.rejected));
    if (result.ignored > 0) line("import.ignored", words.count(result.ignored));
    if (result.kind == ingest::ImportKind::orders) {
        line("import.first_day", day(result.first_day));
        line("import.last_day", day(result.last_day));
        line("import.revenue", words.money(static_cast<double>(result.revenue_minor)));
        line("import.median_order", money(result.median_order_minor));
        line("import.largest_order", money(result.largest_order_minor));
    }
    line("import.seconds", words.decimal(result.seconds, 1));
    out += table.print(context.terminal) + "\n";
    for (const auto& use : result.columns) {
        out += "  " +
               context.text("import.column_use", {{"field", use.field}, {"column", use.column}}) +
               "\n";
    }
    out += import_details(context, words, result);
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

// What a stopped one left is finished first.
Result<void> resume(const Context& context, const ingest::ImportDeps& deps,
                    const ingest::ImportWatch& watch) {
    VAFA_TRY(const auto undos, ingest::unfinished_undos(deps));
    for (const ImportId import : undos) {
        context.err(context.text("import.undo_resuming", {{"import", to_string(import)}}) + "\n");
        VAFA_CHECK(ingest::resume_undo(deps, import, watch));
    }
    VAFA_TRY(const auto unfinished, ingest::unfinished_imports(deps));
    for (const ImportId import : unfinished) {
        context.err(context.text("import.resuming", {{"import", to_string(import)}}) + "\n");
        VAFA_CHECK(ingest::resume_import(deps, import, watch));
    }
    return {};
}

Result<ingest::ImportResult> import_into(const Context& context, LiveStore& store,
                                         ingest::ImportRequest request) {
    const auto describe = [&context](const Error& error) {
        return i18n::describe(context.locale, error);
    };
    ingest::ImportDeps deps{store.database(), store,        store.ids(),
                            *context.clock,   store.path(), describe};
    Progress progress(context);
    const auto watch = watch_with(context, progress);
    if (request.dry_run) return ingest::import_orders(deps, request, watch);
    const auto turn = store.turn_to_import();
    VAFA_TRY(const bool adopted, ingest::adopt_settings(store.database(), request));
    if (adopted) VAFA_CHECK(store.settings_changed());
    VAFA_CHECK(resume(context, deps, watch));
    VAFA_TRY(request.shop, store.database().write([&](sql::Session& session) {
        return Result<ShopId>(commerce::ensure_shop(session, commerce::kDefaultShop, store.ids(),
                                                    context.clock->now()));
    }));
    auto imported = ingest::import_orders(deps, request, watch);
    const auto saved = store.save();
    if (imported.has_value()) VAFA_CHECK(saved);
    return imported;
}

Result<void> run(const Context& context, const ImportArguments& arguments) {
    VAFA_TRY(auto request, request_of(context, arguments));
    VAFA_CHECK(ingest::check_files(request));  // before a folder is made for the store
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::write));
    VAFA_TRY(const auto imported, import_into(context, *store, std::move(request)));
    if (arguments.format == Format::json) {
        context.out(json::pretty(json::encode(ingest::summary_of(imported, context.locale))));
    } else {
        print_table(context, store->settings(), imported, arguments.dry_run);
    }
    return {};
}

}  // namespace

int import_files(const Context& context, const ImportArguments& arguments) {
    const auto done = run(context, arguments);
    return context.finish(done);
}

}  // namespace vafa::app
