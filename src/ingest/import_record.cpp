#include "ingest/import_record.h"

#include "platform/json/json.h"

namespace vafa::ingest {
namespace {

struct KeptError {
    std::string key;
    std::map<std::string, std::string> params;
    std::string field;
};
BOOST_DESCRIBE_STRUCT(KeptError, (), (key, params, field))

boost::json::object object_of(const std::string& text) {
    auto parsed = json::parse(text);
    if (parsed.has_error() || !parsed->is_object()) return {};
    return std::move(parsed->as_object());
}

template <class T>
std::optional<T> member_of(const std::string& text, std::string_view name) {
    const auto object = object_of(text);
    const auto* member = object.if_contains(name);
    if (member == nullptr) return std::nullopt;
    auto decoded = json::decode<T>(*member, json::UnknownKeys::ignore);
    if (!decoded.ok()) return std::nullopt;
    return std::move(decoded.value);
}

}  // namespace

ImportOrder order_of(const std::string& options) {
    auto decoded = json::decode<ImportOrder>(object_of(options), json::UnknownKeys::ignore);
    return std::move(decoded.value);  // what is missing stays empty
}

std::vector<std::string> files_of(const commerce::ImportRecord& record) {
    const auto parsed = json::parse(record.files);
    if (parsed.has_error()) return {};
    auto names = json::decode<std::vector<std::string>>(*parsed).value;
    for (auto& name : names) name.erase(0, name.find_last_of('/') + 1);
    return names;
}

std::string with_result(const std::string& counters, const ImportResult& result) {
    auto object = object_of(counters);
    object["result"] = json::encode(summary_of(result, i18n::Locale::en));
    object.erase("error");
    return boost::json::serialize(object);
}

std::string with_error(const std::string& counters, const Error& error) {
    auto object = object_of(counters);
    object["error"] =
        json::encode(KeptError{error.key, {error.params.begin(), error.params.end()}, error.field});
    return boost::json::serialize(object);
}

std::optional<ImportSummary> result_in(const std::string& counters, i18n::Locale locale) {
    auto summary = member_of<ImportSummary>(counters, "result");
    if (summary) translate_notes(summary->notes, locale);
    return summary;
}

std::optional<Error> error_in(const std::string& counters) {
    const auto kept = member_of<KeptError>(counters, "error");
    if (!kept) return std::nullopt;
    return Error{
        ErrorCode::invalid, kept->key, {kept->params.begin(), kept->params.end()}, kept->field};
}

std::string_view state_word(const commerce::ImportRecord& record, bool runs_now) {
    switch (record.state) {
        case commerce::ImportState::queued:
            return runs_now ? "running" : "queued";
        case commerce::ImportState::running:
            return runs_now ? "running" : "stopped";
        case commerce::ImportState::done:
            return "done";
        case commerce::ImportState::failed:
            return "failed";
        case commerce::ImportState::cancelled:
            return "cancelled";
        case commerce::ImportState::undone:
            return "undone";
        case commerce::ImportState::undoing:
            return "undoing";
    }
    return "failed";
}

}  // namespace vafa::ingest
