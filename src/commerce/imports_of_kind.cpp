#include "commerce/imports_of_kind.h"

#include "commerce/sql.h"
#include "platform/sql/session.h"

namespace vafa::commerce {

std::vector<ImportRecord> imports_of_kind(sql::Session& session, std::string_view kind) {
    std::vector<ImportId> ids;
    session.rows(queries::imports_of_kind, {{"kind", std::string(kind)}},
                 [&](const sql::Row& row) { ids.push_back(ImportId{row.integer(0)}); });
    std::vector<ImportRecord> imports;
    for (const ImportId id : ids) imports.push_back(*find_import(session, id));
    return imports;
}

void forget_import(sql::Session& session, ImportId id) {
    session.execute(queries::forget_import, {{"id", id.value}});
}

}  // namespace vafa::commerce
