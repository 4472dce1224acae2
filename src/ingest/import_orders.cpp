#include "ingest/import_orders.h"

#include <algorithm>
#include <memory>

#include "commerce/api.h"
#include "ingest/apply_orders.h"
#include "ingest/apply_words.h"
#include "ingest/input_file.h"
#include "ingest/phone_cell.h"
#include "ingest/presets.h"
#include "ingest/staging.h"
#include "platform/files/temp_folder.h"
#include "platform/files/whole_file.h"
#include "platform/i18n/time_zones.h"
#include "platform/json/json.h"
#include "platform/phone/phone.h"
#include "platform/sql/database.h"

namespace vafa::ingest {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kPhonesRemembered = 1 << 20;  // some 100 MB

fs::path imports_folder(const ImportDeps& deps) { return deps.data_dir / "imports"; }
fs::path staging_folder(const ImportDeps& deps, ImportId import) {
    return imports_folder(deps) / to_string(import);
}

// Deleted with this object unless kept.
class StagingFolder {
public:
    explicit StagingFolder(fs::path path) : path_(std::move(path)) {}
    ~StagingFolder() {
        std::error_code ignored;  // what is left over is swept at the next start
        if (!kept_) fs::remove_all(path_, ignored);
    }
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;
    void keep() { kept_ = true; }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
    bool kept_ = false;
};

// What the store says of itself.
struct Store {
    commerce::Settings settings;
    StoreView view;
};

Result<Store> load_store(const ImportDeps& deps) {
    const auto load = [](sql::Session& session) -> Result<commerce::Settings> {
        return commerce::load_settings(session);
    };
    Store store;
    VAFA_TRY(store.settings, deps.database.read(load));
    VAFA_TRY(store.view.zone, i18n::load_time_zone(store.settings.time_zone));
    store.view.counted = store.settings.counted;
    return store;
}

// Where phones without a country's prefix are from, when the settings do not say: the currency
// does.
std::string phone_region(const commerce::Settings& settings, const ImportRequest& request) {
    if (!settings.phone_region.empty()) return settings.phone_region;
    std::string code = settings.currency ? settings.currency->code : "";
    if (const auto named = parse_currency(request.currency)) code = named->currency.code;
    if (code == "IRR") return "IR";
    return code == "RUB" ? "RU" : "";
}

Result<StageRequest> stage_request(const ImportDeps& deps, const ImportRequest& request,
                                   const Store& store, ImportId import, const fs::path& folder) {
    StageRequest stage{.request = request,
                       .store_currency = store.settings.currency,
                       .zone = store.view.zone,
                       .phone = {},
                       .describe = deps.describe,
                       .import = import,
                       .now = deps.clock.now(),
                       .folder = folder,
                       .rejected_path = {},
                       .run_bytes = deps.run_bytes};
    if (!request.time_zone.empty()) {
        VAFA_TRY(stage.zone, i18n::load_time_zone(request.time_zone));
    }
    auto phones =
        std::make_shared<PhoneNormaliser>(phone_region(store.settings, request), kPhonesRemembered);
    stage.phone = [phones](std::string_view cell) {
        const auto normalise = [&](std::string_view text) { return (*phones)(text); };
        return read_phone(cell, normalise, is_mobile_phone);
    };
    stage.today = stage.zone.local_day(deps.clock.now());
    if (!request.dry_run) {
        stage.rejected_path = imports_folder(deps) / (to_string(import) + ".rejected.csv");
    }
    return stage;
}

Result<void> record_import(const ImportDeps& deps, const ImportRequest& request,
                           const StagedImport& staged) {
    boost::json::object options{
        {"preset", request.preset}, {"currency", staged.currency.code}, {"source", request.source}};
    if (!request.sheet.empty()) options["sheet"] = request.sheet;
    if (!request.encoding.empty()) options["encoding"] = request.encoding;
    boost::json::object map;
    for (const auto& [field, column] : request.map) map[field] = column;
    options["map"] = std::move(map);
    commerce::ImportRecord record{.id = staged.import,
                                  .files = boost::json::serialize(json::encode(request.files)),
                                  .options = boost::json::serialize(options),
                                  .started_at = deps.clock.now()};
    record.kind = word_of(request.kind);
    return deps.database.write([&](sql::Session& session) -> Result<void> {
        if (!request.queued) {
            commerce::add_import(session, record);
        } else if (!commerce::start_import(session, request.queued, deps.clock.now())) {
            return Error{ErrorCode::cancelled, "error.import_cancelled"};
        }
        return {};
    });
}

Result<ImportResult> preview(const StagedImport& staged, const fs::path& folder,
                             const StoreView& store, const ImportWatch& watch) {
    if (staged.kind == ImportKind::orders) return preview_orders(staged, folder, store, watch);
    return preview_words(staged, folder, watch);
}

Result<ImportResult> apply(const ImportDeps& deps, const StagedImport& staged,
                           const fs::path& folder, const StoreView& store,
                           const ImportWatch& watch) {
    if (staged.kind == ImportKind::orders) return apply_orders(deps, staged, folder, store, watch);
    return apply_words(deps, staged, folder, watch);
}

Result<ImportResult> dry_run(const ImportDeps& deps, const ImportRequest& request,
                             const ImportWatch& watch) {
    VAFA_TRY(const Store store, load_store(deps));
    const ImportId import{deps.ids.next()};
    VAFA_TRY(const auto folder, files::TempFolder::make());
    VAFA_TRY(const auto stage, stage_request(deps, request, store, import, folder.path()));
    const TimeMs started = deps.clock.now();
    VAFA_TRY(auto staged, stage_files(stage, watch));
    VAFA_CHECK(check_unit(deps.database, request.shop, staged.samples));
    VAFA_TRY(auto result, preview(staged, folder.path(), store.view, watch));
    result.seconds = static_cast<double>(deps.clock.now() - started) / 1000;
    return result;
}

Result<ImportResult> apply_and_clean(const ImportDeps& deps, const StagedImport& staged,
                                     const StoreView& store, const ImportWatch& watch) {
    const fs::path folder = staging_folder(deps, staged.import);
    VAFA_TRY(auto result, apply(deps, staged, folder, store, watch));
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return result;
}

Result<StagedImport> trusted_staging(const ImportDeps& deps, ImportId import) {
    const fs::path folder = staging_folder(deps, import);
    auto staged = read_manifest(folder);
    if (!staged) return damaged("error.import_staging_damaged").with("file", folder.string());
    VAFA_CHECK(verify_runs(folder, staged->runs));
    return staged;
}

// What was applied stays; without its staging the rest can only come from the file again.
Result<void> give_up(const ImportDeps& deps, ImportId import) {
    VAFA_CHECK(deps.database.write([&](sql::Session& session) -> Result<void> {
        const auto record = commerce::find_import(session, import);
        if (!record) return not_found("error.import_not_found");
        commerce::finish_import(session, import, commerce::ImportState::failed, record->counters,
                                deps.clock.now());
        return {};
    }));
    std::error_code ignored;
    fs::remove_all(staging_folder(deps, import), ignored);
    return {};
}

}  // namespace

Result<ImportResult> import_orders(const ImportDeps& deps, const ImportRequest& request,
                                   const ImportWatch& watch) {
    if (request.dry_run) return dry_run(deps, request, watch);
    VAFA_TRY(const Store store, load_store(deps));
    const ImportId import = request.queued ? request.queued : ImportId{deps.ids.next()};
    StagingFolder folder(staging_folder(deps, import));
    std::error_code ignored;  // what a killed process began
    std::filesystem::remove_all(folder.path(), ignored);
    VAFA_CHECK(files::make_folders(folder.path()));
    const TimeMs started = deps.clock.now();
    const auto read = [&]() -> Result<StagedImport> {  // what it remembers goes with it
        VAFA_TRY(const auto stage, stage_request(deps, request, store, import, folder.path()));
        return stage_files(stage, watch);
    };
    VAFA_TRY(auto staged, read());
    VAFA_CHECK(check_unit(deps.database, request.shop, staged.samples));
    staged.read_ms = deps.clock.now() - started;
    VAFA_CHECK(write_manifest(folder.path(), staged));
    VAFA_CHECK(record_import(deps, request, staged));
    folder.keep();
    return apply_and_clean(deps, staged, store.view, watch);
}

Result<void> check_files(const ImportRequest& request) {
    const Preset* preset = nullptr;
    if (!request.preset.empty()) {
        VAFA_TRY(preset, find_preset(request.preset));
    }
    ImportRequest on_disk = request;
    std::erase(on_disk.files, "-");
    const bool only_piped = on_disk.files.empty() && !request.files.empty();
    if (only_piped) return {};
    VAFA_TRY(const auto folder, files::TempFolder::make());
    VAFA_CHECK(inspect_files(on_disk, preset, {.folder = folder.path(), .look = true}));
    return {};
}

Result<std::vector<ImportId>> unfinished_imports(const ImportDeps& deps) {
    std::vector<ImportId> imports;
    const auto load = [&](sql::Session& session) -> Result<void> {
        for (const auto& record : commerce::running_imports(session)) {
            if (import_kind(record.kind)) imports.push_back(record.id);
        }
        return {};
    };
    VAFA_CHECK(deps.database.read(load));
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(imports_folder(deps), ignored)) {
        const auto id = parse_id<ImportTag>(entry.path().filename().string());
        const bool known = id && std::find(imports.begin(), imports.end(), *id) != imports.end();
        if (entry.is_directory() && id && !known) fs::remove_all(entry.path(), ignored);
    }
    return imports;
}

Result<ImportResult> resume_import(const ImportDeps& deps, ImportId import,
                                   const ImportWatch& watch) {
    VAFA_TRY(const Store store, load_store(deps));
    auto staged = trusted_staging(deps, import);
    if (!staged) {
        VAFA_CHECK(give_up(deps, import));
        return std::move(staged).error();
    }
    return apply_and_clean(deps, *staged, store.view, watch);
}

}  // namespace vafa::ingest
