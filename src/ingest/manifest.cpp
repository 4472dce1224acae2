#include <charconv>
#include <map>

#include "ingest/import_summary.h"
#include "ingest/staging.h"
#include "platform/files/whole_file.h"
#include "platform/json/json.h"

namespace vafa::ingest {

namespace {

constexpr int kFormat = 1;
constexpr const char* kName = "manifest.json";

struct RunDto {
    std::string file;
    std::uint64_t records = 0;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(RunDto, (), (file, records, checksum))

struct NoteDto {
    std::string key;
    std::vector<std::vector<std::string>> params;
};
BOOST_DESCRIBE_STRUCT(NoteDto, (), (key, params))

struct ColumnDto {
    std::string file, field, column;
};
BOOST_DESCRIBE_STRUCT(ColumnDto, (), (file, field, column))

struct TraitDto {
    bool of_customer = false;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(TraitDto, (), (of_customer, name))
struct DatesDto {
    std::string file, column, field, order, calendar, sample, read_as;
    bool certain = true;
};
BOOST_DESCRIBE_STRUCT(DatesDto, (),
                      (file, column, field, order, calendar, sample, read_as, certain))

struct ManifestDto {
    int format = kFormat;
    std::string import_id, kind, shop, source, currency;
    std::int64_t said_at = 0;
    int currency_digits = 0;
    std::vector<RunDto> runs;
    std::uint64_t staged_rows = 0;
    std::int64_t rows = 0, rejected = 0, ignored = 0, read_ms = 0;
    std::string rejected_file;
    std::vector<ColumnDto> columns;
    std::vector<DatesDto> dates;
    std::vector<NoteDto> notes;
    std::vector<std::string> files;
    std::vector<TraitDto> trait_table;
    std::vector<IdentityCount> identities;
    std::vector<WalkIn> walk_ins;
    std::vector<StatusUse> statuses;
    std::vector<TraitUse> traits;
    std::optional<AmountUnit> unit;
};
BOOST_DESCRIBE_STRUCT(ManifestDto, (),
                      (format, import_id, kind, shop, source, currency, said_at, currency_digits,
                       runs, staged_rows, rows, rejected, ignored, read_ms, rejected_file, columns,
                       dates, notes, files, trait_table, identities, walk_ins, statuses, traits,
                       unit))

ManifestDto to_dto(const StagedImport& staged) {
    ManifestDto dto{.import_id = to_string(staged.import),
                    .kind = std::string(word_of(staged.kind)),
                    .shop = to_string(staged.shop),
                    .source = staged.source,
                    .currency = staged.currency.code,
                    .said_at = staged.said_at,
                    .currency_digits = staged.currency.digits,
                    .runs = {},
                    .staged_rows = staged.staged_rows,
                    .rows = staged.result.rows,
                    .rejected = staged.result.rejected,
                    .ignored = staged.result.ignored,
                    .read_ms = staged.read_ms,
                    .rejected_file = staged.result.rejected_file,
                    .columns = {},
                    .dates = {},
                    .notes = {},
                    .files = staged.files,
                    .trait_table = {},
                    .identities = staged.result.identities,
                    .walk_ins = staged.result.walk_ins,
                    .statuses = staged.result.statuses,
                    .traits = staged.result.traits,
                    .unit = staged.result.unit};
    for (const auto& [owner, name] : staged.traits) {
        dto.trait_table.push_back({owner == TraitOwner::customer, name});
    }
    for (const Run& run : staged.runs) {
        dto.runs.push_back({run.file, run.records, std::to_string(run.checksum)});
    }
    for (const auto& [file, field, column] : staged.result.columns) {
        dto.columns.push_back({file, field, column});
    }
    for (const auto& use : staged.result.dates) {
        dto.dates.push_back({use.file, use.column, use.field, use.order, use.calendar, use.sample,
                             use.read_as, use.certain});
    }
    for (const Note& note : staged.result.notes) {
        NoteDto out{.key = note.key, .params = {}};
        for (const auto& [name, value] : note.params) out.params.push_back({name, value});
        dto.notes.push_back(std::move(out));
    }
    return dto;
}

Result<StagedImport> from_dto(const ManifestDto& dto) {
    StagedImport staged;
    VAFA_TRY(staged.import, parse_id<ImportTag>(dto.import_id));
    VAFA_TRY(staged.shop, parse_id<ShopTag>(dto.shop));
    staged.kind = import_kind(dto.kind).value_or(ImportKind::orders);
    staged.result.kind = staged.kind;
    staged.said_at = dto.said_at;
    staged.source = dto.source;
    staged.currency = {.code = dto.currency, .digits = dto.currency_digits};
    staged.staged_rows = dto.staged_rows;
    staged.read_ms = dto.read_ms;
    staged.result.rows = dto.rows;
    staged.result.rejected = dto.rejected;
    staged.result.ignored = dto.ignored;
    staged.result.identities = dto.identities;
    staged.result.walk_ins = dto.walk_ins;
    staged.result.statuses = dto.statuses;
    staged.result.traits = dto.traits;
    staged.result.unit = dto.unit;
    staged.files = dto.files;
    for (const auto& [of_customer, name] : dto.trait_table) {
        staged.traits.push_back({of_customer ? TraitOwner::customer : TraitOwner::order, name});
    }
    staged.result.rejected_file = dto.rejected_file;
    for (const auto& [file, records, checksum] : dto.runs) {
        Run run{.file = file, .records = records};
        std::from_chars(checksum.data(), checksum.data() + checksum.size(), run.checksum);
        staged.runs.push_back(std::move(run));
    }
    for (const auto& [file, field, column] : dto.columns) {
        staged.result.columns.push_back({file, field, column});
    }
    for (const auto& use : dto.dates) {
        staged.result.dates.push_back({use.file, use.column, use.field, use.order, use.calendar,
                                       use.sample, use.read_as, use.certain});
    }
    for (const auto& [key, params] : dto.notes) {
        Note note{.key = key};
        for (const auto& pair : params) {
            if (pair.size() == 2) note.params.emplace_back(pair[0], pair[1]);
        }
        staged.result.notes.push_back(std::move(note));
    }
    return staged;
}

}  // namespace

Result<void> write_manifest(const std::filesystem::path& folder, const StagedImport& staged) {
    return files::write_file(folder / kName, json::pretty(json::encode(to_dto(staged))));
}

Result<StagedImport> read_manifest(const std::filesystem::path& folder) {
    VAFA_TRY(const std::string text, files::read_file(folder / kName));
    const auto parsed = json::parse(text);
    if (!parsed) return damaged("error.import_staging_damaged").with("file", kName);
    const auto dto = json::decode<ManifestDto>(*parsed);
    if (!dto.ok() || dto.value.format != kFormat) {
        return damaged("error.import_staging_damaged").with("file", kName);
    }
    return from_dto(dto.value);
}

}  // namespace vafa::ingest
