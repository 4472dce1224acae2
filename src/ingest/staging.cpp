#include "ingest/staging.h"

#include <algorithm>
#include <map>

#include "ingest/cells.h"
#include "ingest/import_notes.h"
#include "ingest/input_file.h"
#include "ingest/presets.h"
#include "ingest/rows_ahead.h"

namespace vafa::ingest {

namespace {

constexpr std::uint64_t kRowsBetweenLooks = 4096;
constexpr std::size_t kRejectedSamples = 5;

struct CurrencyChoice {
    CurrencyAtTheDoor door;
    bool is_explicit = false;
    bool is_named = true;
};

Result<std::optional<CurrencyAtTheDoor>> currency_in(const std::vector<InputFile>& files) {
    for (const auto& file : files) {
        const int column = file.map.of(Field::currency);
        for (const auto& row : file.shape.sample) {
            if (column < 0 || static_cast<std::size_t>(column) >= row.size()) continue;
            const auto& cell = row[static_cast<std::size_t>(column)];
            if (const auto door = parse_currency(cell)) return std::optional(*door);
        }
    }
    return std::optional<CurrencyAtTheDoor>();
}

// The user's word, the preset's, the file's, the store's; and it must be the store's.
Result<CurrencyChoice> choose_currency(const StageRequest& stage, const Preset* preset,
                                       const std::vector<InputFile>& files) {
    CurrencyChoice choice;
    VAFA_TRY(const auto in_files, currency_in(files));
    if (!stage.request.currency.empty()) {
        VAFA_TRY(choice.door, parse_currency(stage.request.currency));
        choice.is_explicit = true;
    } else if (preset != nullptr && !preset->currency.empty()) {
        VAFA_TRY(choice.door, parse_currency(preset->currency));
    } else if (in_files) {
        choice.door = *in_files;
    } else if (stage.store_currency) {
        choice.door.currency = *stage.store_currency;
    }
    choice.is_named = choice.door.currency.code != "XXX";
    if (stage.store_currency && stage.store_currency->code == "XXX" && choice.is_named) {
        return conflict("error.import_currency_came_late")
            .with("currency", choice.door.currency.code)
            .at("currency");
    }
    if (stage.store_currency && *stage.store_currency != choice.door.currency) {
        return conflict("error.import_other_currency")
            .with("currency", choice.door.currency.code)
            .with("store", stage.store_currency->code)
            .at("currency");
    }
    return choice;
}

// Phase 1 while it runs.
class Stager {
public:
    Stager(const StageRequest& stage, const ImportWatch& watch, ParseRules rules)
        : stage_(stage),
          watch_(watch),
          parser_(std::move(rules)),
          runs_(stage.folder, stage.run_bytes),
          rejected_(stage.rejected_path, stage.describe) {}

    Result<void> read(const std::vector<InputFile>& files);
    Result<void> finish(StagedImport& staged);

private:
    Result<void> read_file(const InputFile& file, std::uint32_t index);
    Result<void> take(const Row& row, const InputFile& file);
    Result<void> set_aside(const Row& row, const InputFile& file);
    Result<void> look_up(std::uint64_t done);
    Error mostly_bad() const;

    const StageRequest& stage_;
    const ImportWatch& watch_;
    RowParser parser_;
    RunWriter runs_;
    RejectedRows rejected_;
    StagedRow staged_row_;
    Rejection rejection_;
    std::string record_;
    std::uint64_t rows_ = 0, staged_rows_ = 0, bytes_total_ = 0, bytes_before_ = 0;
    std::vector<RejectedSample> samples_;
    std::map<std::pair<std::string, std::string>, std::pair<std::uint64_t, Error>> reasons_;
};

Result<void> Stager::read(const std::vector<InputFile>& files) {
    for (const auto& file : files) bytes_total_ += file.size;
    std::uint32_t index = 0;
    for (const auto& file : files) {
        VAFA_CHECK(read_file(file, index++));
        bytes_before_ += file.size;
    }
    return look_up(bytes_total_);
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

Result<void> Stager::read_file(const InputFile& file, std::uint32_t index) {
    parser_.start_file(index, file.map);
    VAFA_TRY(auto input, InputReader::open(file));
    RowsAhead rows({.next = [&](Row& into) { return input.next(into); },
                    .position = [&] { return input.position(); },
                    .foresee = learn_phones(file.map, stage_.phone)});
    Row row;
    while (true) {
        VAFA_TRY(const bool more, rows.next(row));
        if (!more) return {};
        VAFA_CHECK(take(row, file));
        if (rows_ % kRowsBetweenLooks == 0) VAFA_CHECK(look_up(bytes_before_ + rows.position()));
    }
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
    encode(staged_row_, record_);
    ++staged_rows_;
    return runs_.add(record_);
}

Result<void> Stager::set_aside(const Row& row, const InputFile& file) {
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

Result<void> Stager::finish(StagedImport& staged) {
    VAFA_CHECK(rejected_.close());
    if (rows_ == 0) return invalid("error.import_empty").with("file", stage_.request.files.front());
    if (rejected_.count() * 2 > rows_) return mostly_bad();
    VAFA_TRY(staged.runs, runs_.finish());
    staged.staged_rows = staged_rows_;
    staged.result.rows = static_cast<std::int64_t>(rows_);
    staged.result.rejected = static_cast<std::int64_t>(rejected_.count());
    staged.result.rejected_samples = samples_;
    if (rejected_.has_file()) staged.result.rejected_file = stage_.rejected_path->string();
    append_sightings(parser_.sightings(), staged.result.notes);
    return {};
}

}  // namespace

Result<StagedImport> stage_orders(const StageRequest& stage, const ImportWatch& watch) {
    const ImportRequest& request = stage.request;
    const Preset* preset = nullptr;
    if (!request.preset.empty()) {
        VAFA_TRY(preset, find_preset(request.preset));
    }
    VAFA_TRY(const auto files, inspect_files(request, preset));
    VAFA_TRY(const auto currency, choose_currency(stage, preset, files));
    StagedImport staged{.import = stage.import,
                        .shop = request.shop,
                        .source = request.source,
                        .currency = currency.door.currency,
                        .runs = {},
                        .result = {}};
    staged.result.columns = columns_used(files);
    staged.result.notes = notes_on(files, preset);
    if (!currency.is_named) staged.result.notes.push_back({"import.note_no_currency"});
    Stager stager(stage, watch,
                  {.preset = preset,
                   .zone = stage.zone,
                   .calendar = request.calendar,
                   .phone = stage.phone,
                   .currency = currency.door,
                   .currency_is_explicit = currency.is_explicit});
    VAFA_CHECK(stager.read(files));
    VAFA_CHECK(stager.finish(staged));
    return staged;
}

}  // namespace vafa::ingest
