#include "ingest/staging.h"

#include <algorithm>
#include <map>

#include "ingest/cells.h"
#include "ingest/currency_choice.h"
#include "ingest/file_traits.h"
#include "ingest/identity_analysis.h"
#include "ingest/import_notes.h"
#include "ingest/input_file.h"
#include "ingest/presets.h"
#include "ingest/rows_ahead.h"
#include "ingest/value_look.h"
#include "platform/files/temp_folder.h"
#include "platform/files/whole_file.h"

namespace vafa::ingest {

namespace {

constexpr std::uint64_t kRowsBetweenLooks = 4096;
constexpr std::size_t kRejectedSamples = 5;
constexpr std::uint64_t kForeignRowsPerHundred = 1;

// Phase 1 while it runs.
class Stager {
public:
    Stager(const StageRequest& stage, const ImportWatch& watch, ParseRules rules)
        : stage_(stage),
          watch_(watch),
          asks_for_unit_(may_be_ten_times(rules.currency.currency.code) &&
                         !stage.request.accept_unit),
          parser_(std::move(rules)),
          runs_(stage.folder, stage.run_bytes),
          rejected_(stage.rejected_path, stage.describe) {}

    // False: some cells cannot be read before the whole files were looked at.
    Result<bool> read(const std::vector<InputFile>& files, ValueLook& look, bool is_whole);
    Result<void> finish(StagedImport& staged);

private:
    Result<bool> read_file(const InputFile& file);
    Result<void> take(const Row& row, const InputFile& file);
    void sample_unit();
    Result<void> set_aside(const Row& row, const InputFile& file);
    Result<void> look_up(std::uint64_t done);
    Error mostly_bad() const;
    Result<void> one_currency(const StagedImport& staged) const;

    const StageRequest& stage_;
    const ImportWatch& watch_;
    const std::vector<InputFile>* files_ = nullptr;
    const bool asks_for_unit_;  // whether rial and toman may be mixed up
    RowParser parser_;
    IdentityAnalysis identities_;
    RunWriter runs_;
    RejectedRows rejected_;
    std::vector<UnitSample> unit_samples_;  // by file
    StagedRow staged_row_;
    Rejection rejection_;
    std::string record_;
    std::uint64_t ignored_ = 0;
    std::uint64_t rows_ = 0, staged_rows_ = 0, bytes_total_ = 0, bytes_before_ = 0;
    std::uint64_t first_line_ = 0;  // of a row that was understood
    std::vector<RejectedSample> samples_;
    std::vector<Note> skipped_;
    std::map<std::pair<std::string, std::string>, std::pair<std::uint64_t, Error>> reasons_;
};

Result<bool> Stager::read(const std::vector<InputFile>& files, ValueLook& look, bool is_whole) {
    files_ = &files;
    if (asks_for_unit_) unit_samples_.resize(files.size());
    for (const auto& file : files) bytes_total_ += file.size;
    std::uint32_t index = 0;
    for (const auto& file : files) {
        parser_.start_file(index, file.map, look.readings(index),
                           is_whole ? nullptr : &look.of(index));
        VAFA_TRY(const bool understood, read_file(file));
        if (!understood) return false;
        bytes_before_ += file.size;
        ++index;
    }
    VAFA_CHECK(look_up(bytes_total_));
    return true;
}

// What a number means costs more than all else of a row: it is found out where the rows are read,
// and remembered when they are understood.
std::function<void(const Row&)> learn_phones(const ColumnMap& map, const NormalisePhone& phone) {
    std::vector<int> columns;
    if (map.has(Field::phone)) columns.push_back(map.of(Field::phone));
    if (map.customer_kind == commerce::ProfileKind::phone && map.has(Field::customer)) {
        columns.push_back(map.of(Field::customer));
    }
    if (columns.empty() || !phone) return {};
    return [columns, phone](const Row& row) {
        for (const int column : columns) {
            const auto at = static_cast<std::size_t>(column);
            if (at < row.cells.size()) phone(trimmed(row.cells[at]));
        }
    };
}

Result<bool> Stager::read_file(const InputFile& file) {
    VAFA_TRY(auto input, InputReader::open(file));
    RowsAhead rows({.next = [&](Row& into) { return input.next(into); },
                    .position = [&] { return input.position(); },
                    .foresee = learn_phones(file.map, stage_.phone)});
    Row row;
    while (true) {
        VAFA_TRY(const bool more, rows.next(row));
        if (!more) break;
        VAFA_CHECK(take(row, file));
        if (parser_.needs_look()) return false;
        if (rows_ % kRowsBetweenLooks == 0) VAFA_CHECK(look_up(bytes_before_ + rows.position()));
    }
    const auto skipped = notes_on_skipped(file, input.skipped());
    skipped_.insert(skipped_.end(), skipped.begin(), skipped.end());
    return true;
}

bool is_empty(const Row& row) {
    return row.fault == RowFault::none &&
           std::all_of(row.cells.begin(), row.cells.end(),
                       [](std::string_view cell) { return cell.empty(); });
}

Result<void> Stager::take(const Row& row, const InputFile& file) {
    if (is_empty(row)) return {};
    ++rows_;
    if (!parser_.parse(row, staged_row_, rejection_)) return set_aside(row, file);
    if (!unit_samples_.empty()) sample_unit();
    if (staged_rows_ == 0) first_line_ = row.line;
    const bool of_orders = stage_.request.kind == ImportKind::orders;
    if (of_orders && identities_.begins_order(staged_row_)) identities_.add(parser_.identities());
    encode(staged_row_, record_);
    ++staged_rows_;
    return runs_.add(record_);
}

void Stager::sample_unit() {
    const StagedRow& row = staged_row_;
    const auto product = row[StagedText::product];
    auto total = row[StagedNumber::total];
    if (!total && row.by_lines) total = row[StagedNumber::amount];
    unit_samples_[row.file].add(
        {.key = row.key,
         .day = static_cast<Day>(row.ordered_at / kMsPerDay),
         .total = total,
         .amount = row[row.by_lines ? StagedNumber::line_amount : StagedNumber::amount],
         .product = product.empty() ? row[StagedText::title] : product,
         .unit_price = row[StagedNumber::unit_price]});
}

Result<void> Stager::set_aside(const Row& row, const InputFile& file) {
    if (rejection_.by_choice) {
        ++ignored_;
        return {};
    }
    auto& [count, example] = reasons_[{rejection_.field, rejection_.key}];
    if (count++ == 0) example = error_of(rejection_);
    if (samples_.size() < kRejectedSamples) {
        samples_.push_back({file.name, row.line, error_of(rejection_)});
    }
    return rejected_.add(file.name, row.line, row.text, rejection_);
}

Result<void> Stager::look_up(std::uint64_t done) {
    if (watch_.progress) {
        watch_.progress({.phase = ImportPhase::reading,
                         .done = std::min(done, bytes_total_),
                         .total = bytes_total_,
                         .rows = rows_,
                         .rejected = rejected_.count()});
    }
    if (watch_.cancelled && watch_.cancelled()) {
        return Error{ErrorCode::cancelled, "error.import_cancelled"};
    }
    return {};
}

Error Stager::mostly_bad() const {
    const auto most = std::max_element(
        reasons_.begin(), reasons_.end(),
        [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
    const Error& example = most->second.second;
    auto error = invalid("error.import_mostly_bad")
                     .with("rows", std::to_string(rows_))
                     .with("rejected", std::to_string(rejected_.count()))
                     .with("reason", stage_.describe ? stage_.describe(example) : example.key)
                     .with("file", stage_.rejected_path ? stage_.rejected_path->string() : "");
    return std::move(error).at(example.field);
}

// A few rows in another currency are set aside like other bad rows; more than that are a second
// business, and every figure over both would be wrong.
Result<void> Stager::one_currency(const StagedImport& staged) const {
    const auto& foreign = parser_.sightings().foreign;
    std::uint64_t rows = 0;
    for (const auto& [code, seen] : foreign) rows += seen.rows;
    if (rows * 100 <= rows_ * kForeignRowsPerHundred) return {};
    const auto most = std::max_element(
        foreign.begin(), foreign.end(),
        [](const auto& a, const auto& b) { return a.second.rows < b.second.rows; });
    const auto& [code, seen] = *most;
    return conflict("error.import_two_currencies")
        .with("first", staged.currency.code)
        .with("first_rows", std::to_string(rows_ - rows))
        .with("first_line", std::to_string(first_line_))
        .with("second", code)
        .with("second_rows", std::to_string(seen.rows))
        .with("second_line", std::to_string(seen.line))
        .with("file", (*files_)[seen.file].name)
        .at("currency");
}

IdentityAnalysis::Context context_of(const std::vector<InputFile>& files, const RowParser& parser) {
    const ColumnMap& map = files.front().map;
    IdentityAnalysis::Context context{.chosen = map.customer_kind,
                                      .columns = {},
                                      .words = parser.nobodies().counted(),
                                      .told = parser.sightings().told_nobodies};
    const auto say = [&](commerce::ProfileKind kind, int column) {
        if (column == kNoColumn) return;
        context.columns[static_cast<std::size_t>(kind) - 1] = column_name(files.front(), column);
    };
    say(commerce::ProfileKind::id, map.id_column);
    say(commerce::ProfileKind::email, map.of(Field::email));
    say(commerce::ProfileKind::phone, map.of(Field::phone));
    say(commerce::ProfileKind::name,
        map.has(Field::name) ? map.of(Field::name) : map.of(Field::first_name));
    say(map.customer_kind, map.of(Field::customer));
    return context;
}

Result<void> Stager::finish(StagedImport& staged) {
    VAFA_CHECK(rejected_.close());
    if (rows_ == 0) return invalid("error.import_empty").with("file", stage_.request.files.front());
    VAFA_CHECK(one_currency(staged));
    if (rejected_.count() * 2 > rows_ - ignored_) return mostly_bad();
    VAFA_TRY(staged.runs, runs_.finish());
    staged.staged_rows = staged_rows_;
    staged.result.rows = static_cast<std::int64_t>(rows_);
    staged.result.rejected = static_cast<std::int64_t>(rejected_.count());
    staged.result.rejected_samples = samples_;
    if (rejected_.has_file()) staged.result.rejected_file = stage_.rejected_path->string();
    for (std::size_t i = 0; i < unit_samples_.size(); ++i) {
        staged.samples.push_back({(*files_)[i].name, unit_samples_[i].orders()});
    }
    staged.result.ignored = static_cast<std::int64_t>(ignored_);
    staged.result.statuses = parser_.statuses().counted();
    auto& notes = staged.result.notes;
    notes.insert(notes.end(), skipped_.begin(), skipped_.end());
    append_sightings(parser_.sightings(), parser_.statuses(), staged.result);
    if (staged.kind == ImportKind::orders) {
        identities_.finish(context_of(*files_, parser_), staged.result);
    }
    return {};
}

bool has_amounts(const std::vector<InputFile>& files) {
    return std::any_of(files.begin(), files.end(), [](const InputFile& file) {
        return file.map.has_money() || file.map.has(Field::unit_cost) || file.map.has(Field::cost);
    });
}

void note_no_currency(const std::vector<InputFile>& files, ImportKind kind, ImportResult& result) {
    if (kind == ImportKind::orders) result.notes.push_back({"import.note_no_currency"});
    if (kind != ImportKind::products) return;
    const bool priced = std::any_of(files.begin(), files.end(), [](const InputFile& file) {
        return file.map.has(Field::unit_price) || file.map.has(Field::unit_cost);
    });
    if (priced) result.notes.push_back({"import.note_no_prices"});
}

// The whole of every file, for the sake of columns whose samples prove nothing.
Result<void> look_at(const std::vector<InputFile>& files, ValueLook& look,
                     const ImportWatch& watch) {
    look.start_over();
    std::uint64_t total = 0, before = 0, rows = 0;
    for (const auto& file : files) total += file.size;
    for (std::size_t i = 0; i < files.size(); ++i) {
        VAFA_TRY(auto input, InputReader::open(files[i]));
        Row row;
        while (true) {
            VAFA_TRY(const bool more, input.next(row));
            if (!more) break;
            if (row.fault == RowFault::none) look.of(i).see(row.cells, row.line);
            if (++rows % kRowsBetweenLooks != 0) continue;
            const std::uint64_t done = std::min(before + input.position(), total);
            if (watch.progress) {
                watch.progress({ImportPhase::reading, done, total, rows, 0});
            }
            if (watch.cancelled && watch.cancelled()) {
                return Error{ErrorCode::cancelled, "error.import_cancelled"};
            }
        }
        before += files[i].size;
    }
    return {};
}

// Once, where every cell tells itself or the samples prove what it means and nothing later speaks
// against it; else after a look at the whole files, or again after a later cell changed the mind.
Result<void> read_files(const StageRequest& stage, const ImportWatch& watch,
                        const ParseRules& rules, const std::vector<InputFile>& files,
                        ValueLook& look, StagedImport& staged) {
    bool is_whole = look.is_doubtful();
    if (is_whole) VAFA_CHECK(look_at(files, look, watch));
    VAFA_CHECK(look.decide());
    while (true) {
        std::error_code ignored;  // what a pass that was broken off has set aside
        if (stage.rejected_path) std::filesystem::remove(*stage.rejected_path, ignored);
        Stager stager(stage, watch, rules);
        VAFA_TRY(const bool understood, stager.read(files, look, is_whole));
        if (!understood) VAFA_CHECK(look_at(files, look, watch));
        const bool was_whole = std::exchange(is_whole, true);
        VAFA_TRY(const bool changed, look.decide());
        if (was_whole || (understood && !changed)) return stager.finish(staged);
    }
}

}  // namespace

Result<StagedImport> stage_files(const StageRequest& stage, const ImportWatch& watch) {
    const ImportRequest& request = stage.request;
    const Preset* preset = nullptr;
    if (!request.preset.empty()) {
        VAFA_TRY(preset, find_preset(request.preset));
    }
    VAFA_TRY(auto statuses, StatusWords::with(request.statuses));
    const files::TempFolder unpacked(stage.folder / "unpacked");
    VAFA_CHECK(files::make_folders(unpacked.path()));
    VAFA_TRY(auto files, inspect_files(request, preset,
                                       {.folder = unpacked.path(), .cancelled = watch.cancelled}));
    VAFA_TRY(const auto currency, choose_currency(request, stage.store_currency, preset, files));
    StagedImport staged{.import = stage.import,
                        .kind = request.kind,
                        .said_at = stage.now,
                        .shop = request.shop,
                        .source = request.source,
                        .currency = currency.door.currency,
                        .traits = standard_traits(),
                        .files = {},
                        .runs = {},
                        .result = {}};
    staged.result.columns = columns_used(files);
    staged.result.notes = notes_on(files, preset, request.kind);
    for (const auto& file : files) staged.files.push_back(file.name);
    assign_traits(files, request, staged.traits, staged.result);
    staged.result.kind = request.kind;
    if (!currency.is_named) note_no_currency(files, request.kind, staged.result);
    if (has_amounts(files)) {
        staged.result.unit = {unit_name(currency.door), unit_minor(currency.door),
                              currency.is_told};
    }
    const ParseRules rules{.kind = request.kind,
                           .preset = preset,
                           .zone = stage.zone,
                           .calendar = request.calendar,
                           .phone = stage.phone,
                           .currency = currency.door,
                           .statuses = std::move(statuses),
                           .set_aside = request.set_aside,
                           .currency_is_explicit = currency.is_explicit};
    ValueLook look(files, hints_of(request, files, currency.door, stage.today));
    VAFA_CHECK(read_files(stage, watch, rules, files, look, staged));
    staged.result.dates = look.date_uses();
    for (auto& note : look.notes()) staged.result.notes.push_back(std::move(note));
    return staged;
}

}  // namespace vafa::ingest
