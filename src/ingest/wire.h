#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.h"
#include "ingest/import_jobs.h"
#include "ingest/preview.h"
#include "platform/rest/page.h"

// What travels over /api/v1/imports.
namespace vafa::ingest::wire {

enum class Calendar { gregorian, persian };
BOOST_DESCRIBE_ENUM(Calendar, gregorian, persian)

enum class DateOrder { dmy, mdy, ymd, days_1904 };
BOOST_DESCRIBE_ENUM(DateOrder, dmy, mdy, ymd, days_1904)

enum class Decimal { comma, point };
BOOST_DESCRIBE_ENUM(Decimal, comma, point)

using ingest::ImportKind;

enum class State { queued, running, stopped, done, failed, cancelled, undone, undoing };
BOOST_DESCRIBE_ENUM(State, queued, running, stopped, done, failed, cancelled, undone, undoing)

enum class Identity { id, phone, email, name };
BOOST_DESCRIBE_ENUM(Identity, id, phone, email, name)

struct Upload {
    std::string id, name;
    std::uint64_t size = 0;
    Instant created_at, kept_until;
};
BOOST_DESCRIBE_STRUCT(Upload, (), (id, name, size, created_at, kept_until))
json::Notes field_notes(const Upload*);

struct UploadList {
    std::vector<Upload> items;
};
BOOST_DESCRIBE_STRUCT(UploadList, (), (items))
json::Notes field_notes(const UploadList*);

struct UploadPreview {
    Upload upload;
    FilePreview file;
    std::optional<ImportSummary> dry_run;
};
BOOST_DESCRIBE_STRUCT(UploadPreview, (), (upload, file, dry_run))
json::Notes field_notes(const UploadPreview*);

// What taking an import back has done so far.
struct Undo {
    std::int64_t orders = 0, removed = 0, changed = 0, customers = 0;
};
BOOST_DESCRIBE_STRUCT(Undo, (), (orders, removed, changed, customers))
json::Notes field_notes(const Undo*);

struct NewImport {
    std::vector<std::string> uploads;
    std::optional<ImportKind> kind;
    std::optional<std::string> preset, currency, time_zone, sheet, encoding;
    std::optional<Calendar> calendar;
    std::optional<DateOrder> date_order;
    std::optional<Decimal> decimal;
    std::optional<bool> accept_unit;
    std::optional<std::map<std::string, std::string>> map;
    std::optional<Identity> customer_by;
    std::optional<std::vector<std::string>> set_aside;
    std::optional<std::map<std::string, std::string>> statuses;
    std::optional<std::vector<std::string>> traits, ignore;
    std::optional<bool> no_traits;
};
BOOST_DESCRIBE_STRUCT(NewImport, (),
                      (uploads, kind, preset, currency, time_zone, sheet, encoding, calendar,
                       date_order, decimal, accept_unit, map, customer_by, set_aside, statuses,
                       traits, ignore, no_traits))
json::Notes field_notes(const NewImport*);

// The same, told: of what an import was asked with every member is there.
struct AskedImport : NewImport {};
BOOST_DESCRIBE_STRUCT(AskedImport, (NewImport), ())
json::Notes field_notes(const AskedImport*);

struct Import {
    std::string id, kind;
    State state = State::queued;
    std::vector<std::string> files, uploads;
    Instant started_at;
    std::optional<Instant> finished_at;
    std::optional<JobProgress> progress;
    std::optional<ImportSummary> result;
    std::optional<std::string> problem, problem_field, problem_key;
    std::map<std::string, std::string> problem_params;
    std::optional<AskedImport> asked;
    bool has_rejected_rows = false;
    std::optional<Undo> undo;
};
BOOST_DESCRIBE_STRUCT(Import, (),
                      (id, kind, state, files, uploads, started_at, finished_at, progress, result,
                       problem, problem_field, problem_key, problem_params, asked,
                       has_rejected_rows, undo))
json::Notes field_notes(const Import*);

VAFA_PAGE(ImportPage, Import)

struct Preset {
    std::string name, title;
    std::optional<std::string> currency;
    std::vector<std::string> fields;
};
BOOST_DESCRIBE_STRUCT(Preset, (), (name, title, currency, fields))
json::Notes field_notes(const Preset*);

struct PresetList {
    std::vector<Preset> items;
};
BOOST_DESCRIBE_STRUCT(PresetList, (), (items))
json::Notes field_notes(const PresetList*);

struct Field {
    std::string name, title;
};
BOOST_DESCRIBE_STRUCT(Field, (), (name, title))
json::Notes field_notes(const Field*);

struct FieldList {
    std::vector<Field> items;
};
BOOST_DESCRIBE_STRUCT(FieldList, (), (items))
json::Notes field_notes(const FieldList*);

// Requests.

struct NewUpload {
    std::optional<std::string> name;
};
BOOST_DESCRIBE_STRUCT(NewUpload, (), (name))
json::Notes field_notes(const NewUpload*);

struct OneUpload {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(OneUpload, (), (id))
json::Notes field_notes(const OneUpload*);

struct PreviewRequest {
    std::string id;
    std::optional<ImportKind> kind;
    std::optional<std::string> preset, currency, time_zone, sheet, encoding;
    std::optional<Calendar> calendar;
    std::optional<DateOrder> date_order;
    std::optional<Decimal> decimal;
    std::optional<bool> accept_unit;
    std::optional<std::vector<std::string>> map;
    std::optional<Identity> customer_by;
    std::optional<std::vector<std::string>> set_aside, statuses, traits, ignore;
    std::optional<bool> no_traits;
    std::optional<bool> dry_run;
};
BOOST_DESCRIBE_STRUCT(PreviewRequest, (),
                      (id, kind, preset, currency, time_zone, sheet, encoding, calendar, date_order,
                       decimal, accept_unit, map, customer_by, set_aside, statuses, traits, ignore,
                       no_traits, dry_run))
json::Notes field_notes(const PreviewRequest*);

struct ImportList {
    std::optional<std::string> cursor;
    std::optional<std::int64_t> limit;
};
BOOST_DESCRIBE_STRUCT(ImportList, (), (cursor, limit))
json::Notes field_notes(const ImportList*);

struct OneImport {
    std::string id;
};
BOOST_DESCRIBE_STRUCT(OneImport, (), (id))
json::Notes field_notes(const OneImport*);

}  // namespace vafa::ingest::wire
