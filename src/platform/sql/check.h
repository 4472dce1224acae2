#pragma once

#include "base/result.h"

namespace vafa::sql {

class Database;

// Goes through the whole file, some seconds a gigabyte: damaged `error.database_damaged` where its
// pages contradict each other. Nothing to look at on PostgreSQL, which has its own checksums.
Result<void> check_file(Database& database);

}  // namespace vafa::sql
