#pragma once

#include "base/result.h"
#include "ingest/import_types.h"

namespace vafa::sql {
class Database;
}

namespace vafa::ingest {

// What an import says of the store (time zone, calendar, the preset's way of counting) is kept with
// it, as long as it has no events. True: settings were written.
Result<bool> adopt_settings(sql::Database& database, const ImportRequest& request);

}  // namespace vafa::ingest
