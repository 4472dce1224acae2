#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

namespace vafa::sql {
class Database;
}

namespace vafa::ingest {

// A line of the list of imports.
struct ListedImport {
    ImportId id;
    std::string kind, state;  // words of the API
    TimeMs started_at = 0;
    std::vector<std::string> files;
    bool counted = false;  // the figures are known
    std::int64_t added = 0, updated = 0, rejected = 0;
};

// Newest first.
Result<std::vector<ListedImport>> list_imports(sql::Database& database);

}  // namespace vafa::ingest
