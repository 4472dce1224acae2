#pragma once

#include <vector>

#include "ingest/import_jobs.h"
#include "platform/rest/route.h"

namespace vafa::ingest {

// Larger files come through the command line.
inline constexpr std::uint64_t kMaxUploadBytes = 4ULL << 30;
// Larger ones are not tried whole while somebody waits.
inline constexpr std::uint64_t kMaxDryRunBytes = 64ULL << 20;

// Uploads, imports, presets and fields, under /api/v1/imports. `jobs` outlives them; without (null)
// they can be described, not run.
std::vector<rest::Route> routes(ImportJobs* jobs);

std::vector<rest::Route> upload_routes(ImportJobs* jobs);
std::vector<rest::Route> import_routes(ImportJobs* jobs);
std::vector<rest::Route> vocabulary_routes();

// An error of the importer with its field as the API names it.
Error at_pointer(Error error);

}  // namespace vafa::ingest
