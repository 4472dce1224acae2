// `vafa import list` and `vafa import undo`.
#include <boost/json.hpp>

#include "app/commands.h"
#include "app/interrupt.h"
#include "app/live_store.h"
#include "app/progress.h"
#include "app/render/words.h"
#include "base/instant.h"
#include "commerce/api.h"
#include "ingest/import_jobs.h"
#include "ingest/import_list.h"
#include "ingest/undo_import.h"
#include "platform/i18n/dates.h"
#include "platform/i18n/time_zones.h"
#include "platform/json/json.h"

namespace vafa::app {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string all;
    for (const auto& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
}

boost::json::value number_or_null(bool known, std::int64_t number) {
    return known ? boost::json::value(number) : boost::json::value(nullptr);
}

boost::json::object as_json(const ingest::ListedImport& import) {
    return {{"id", to_string(import.id)},
            {"kind", import.kind},
            {"state", import.state},
            {"started_at", Instant{import.started_at}.to_text()},
            {"files", boost::json::value_from(import.files)},
            {"orders_added", number_or_null(import.counted, import.added)},
            {"orders_updated", number_or_null(import.counted, import.updated)},
            {"rejected", number_or_null(import.counted, import.rejected)}};
}

void print(const Context& context, LiveStore& store,
           const std::vector<ingest::ListedImport>& imports) {
    if (imports.empty()) return context.out(context.text("import.list_none") + "\n");
    const render::Words words{context.locale, {}, false};
    const auto settings = store.settings();
    const auto zone = i18n::load_time_zone(settings.time_zone);
    const auto day = [&](TimeMs at) {
        const Day local = zone ? zone->local_day(at) : static_cast<Day>(at / kMsPerDay);
        return i18n::format_date(context.locale, settings.calendar.calendar, local);
    };
    const auto count = [&](bool known, std::int64_t number) {
        return known ? words.count(number) : std::string(render::kNothing);
    };
    render::Table table;
    for (const char* head : {"import.list_id", "import.list_kind", "import.list_when"}) {
        table.column(context.text(head), render::Align::left);
    }
    table.column(context.text("import.list_files"), render::Align::left);
    for (const char* head : {"import.orders_added", "import.orders_updated", "import.rejected"}) {
        table.column(context.text(head));
    }
    table.column(context.text("import.list_state"), render::Align::left);
    for (const auto& import : imports) {
        table.row({{to_string(import.id), render::Tone::dim},
                   {context.text("import.kind_" + import.kind)},
                   {day(import.started_at)},
                   {joined(import.files), render::Tone::strong},
                   {count(import.counted, import.added)},
                   {count(import.counted, import.updated)},
                   {count(import.counted, import.rejected)},
                   {context.text("import.state_" + import.state)}});
    }
    context.out(table.print(context.terminal));
}

Result<void> list(const Context& context, const ImportsArguments& arguments) {
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::read));
    VAFA_TRY(const auto imports, ingest::list_imports(store->database()));
    if (arguments.format == Format::json) {
        boost::json::array all;
        for (const auto& import : imports) all.push_back(as_json(import));
        context.out(json::pretty(all));
    } else {
        print(context, *store, imports);
    }
    return {};
}

void print(const Context& context, const ingest::UndoResult& result, Format format) {
    const auto& done = result.done;
    if (format == Format::json) {
        return context.out(json::pretty(boost::json::object{{"import", to_string(result.import)},
                                                            {"orders", done.orders},
                                                            {"orders_removed", done.removed},
                                                            {"orders_changed", done.changed},
                                                            {"customers_removed", done.customers},
                                                            {"seconds", result.seconds}}));
    }
    const render::Words words{context.locale, {}, false};
    render::Table table;
    table.column("", render::Align::left);
    table.column("");
    const auto line = [&](const char* key, std::string value) {
        table.row(
            {{context.text(key), render::Tone::dim}, {std::move(value), render::Tone::strong}});
    };
    line("import.undo_removed", words.count(done.removed));
    line("import.undo_changed", words.count(done.changed));
    line("import.undo_customers", words.count(done.customers));
    line("import.seconds", words.decimal(result.seconds, 1));
    context.out(context.text("import.undo_done", {{"import", to_string(result.import)}}) + "\n\n" +
                table.print(context.terminal) + "\n  " + context.text("import.undo_settings_stay") +
                "\n");
}

Result<ingest::UndoResult> undo_in(const Context& context, LiveStore& store, ImportId import) {
    const ingest::ImportDeps deps{store.database(), store,        store.ids(),
                                  *context.clock,   store.path(), {}};
    Progress progress(context);
    ingest::ImportWatch watch;
    watch.progress = [&](const ingest::ImportProgress& at) {
        progress.show("import.undoing", at.done, at.total, at.rows);
    };
    watch.cancelled = interrupted_by_user(context);
    const auto turn = store.turn_to_import();
    VAFA_TRY(const auto unfinished, ingest::unfinished_undos(deps));
    for (const ImportId other : unfinished) {
        if (other != import) VAFA_CHECK(ingest::resume_undo(deps, other, watch));
    }
    const bool begun = std::find(unfinished.begin(), unfinished.end(), import) != unfinished.end();
    auto undone =
        begun ? ingest::resume_undo(deps, import, watch) : ingest::undo_import(deps, import, watch);
    const auto saved = store.save();
    if (undone.has_value()) VAFA_CHECK(saved);
    return undone;
}

Result<void> undo(const Context& context, const ImportsArguments& arguments) {
    const auto import = parse_id<ImportTag>(arguments.import);
    if (import.has_error()) return not_found("error.import_not_found").at("ID");
    std::error_code ignored;
    const auto folder = std::filesystem::path(context.file(arguments.data));
    if (!context.store && !std::filesystem::exists(folder / "state.db", ignored)) {
        return not_found("error.no_store").with("path", folder.string()).at("--data");
    }
    VAFA_TRY(const auto store, LiveStore::of(context, arguments.data, LiveStore::Access::write));
    VAFA_TRY(const auto result, undo_in(context, *store, *import));
    print(context, result, arguments.format);
    return {};
}

}  // namespace

int list_imports(const Context& context, const ImportsArguments& arguments) {
    const auto done = list(context, arguments);
    return context.finish(done);
}

int undo_import(const Context& context, const ImportsArguments& arguments) {
    const auto done = undo(context, arguments);
    return context.finish(done);
}

}  // namespace vafa::app
