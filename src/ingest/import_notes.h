#pragma once

#include <vector>

#include "ingest/import_types.h"
#include "ingest/row_parser.h"

namespace vafa::ingest {

// What was met in the rows and a person should know.
void append_sightings(const ParseSightings& seen, const StatusWords& statuses,
                      ImportResult& result);

}  // namespace vafa::ingest
