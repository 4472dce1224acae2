#include "platform/sql/check.h"

#include "platform/sql/database.h"

namespace vafa::sql {

Result<void> check_file(Database& database) {
    if (database.dialect() != Dialect::sqlite) return {};
    return database.read([](Session& session) -> Result<void> {
        bool good = true;
        const RowFn look = [&](const Row& row) { good = good && row.text(0) == "ok"; };
        session.run("PRAGMA quick_check(1)", {}, &look);
        return good ? Result<void>() : damaged("error.database_damaged");
    });
}

}  // namespace vafa::sql
