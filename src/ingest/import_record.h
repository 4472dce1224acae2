#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "commerce/imports.h"
#include "ingest/import_jobs.h"
#include "ingest/import_summary.h"

// What an import's record in the store says: its texts are JSON of this module.
namespace vafa::ingest {

ImportOrder order_of(const std::string& options);
std::vector<std::string> files_of(const commerce::ImportRecord& record);

// Beside the counters: how it ended.
std::string with_result(const std::string& counters, const ImportResult& result);
std::string with_error(const std::string& counters, const Error& error);
std::optional<ImportSummary> result_in(const std::string& counters, i18n::Locale locale);
std::optional<Error> error_in(const std::string& counters);

// "queued", "running", "stopped" (half applied, to be resumed), "done", "failed", "cancelled",
// "undone", "undoing".
std::string_view state_word(const commerce::ImportRecord& record, bool runs_now);

}  // namespace vafa::ingest
