#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "platform/sql/database.h"
#include "platform/sql/query.h"

namespace vafa::sql {

// Numbers and names of what `migrate` would run, in order: "0012_commerce_orders".
Result<std::vector<std::string>> pending(Database& database, std::span<const Migration> migrations);

// Runs what is missing, each migration in a transaction of its own, and remembers its checksum.
// Refuses with error.migration_changed when a text that already ran is different now, and with
// error.database_newer when the database has steps this program does not know.
Result<void> migrate(Database& database, std::span<const Migration> migrations);

}  // namespace vafa::sql
