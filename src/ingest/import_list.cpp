#include "ingest/import_list.h"

#include "commerce/api.h"
#include "ingest/import_record.h"
#include "platform/sql/database.h"

namespace vafa::ingest {
namespace {

constexpr int kPage = 1000;

ListedImport listed(const commerce::ImportRecord& record) {
    ListedImport import{record.id, record.kind, std::string(state_word(record, false)),
                        record.started_at, files_of(record)};
    if (const auto result = result_in(record.counters, i18n::Locale::en)) {
        import.counted = true;
        import.added = result->orders_added;
        import.updated = result->orders_updated;
        import.rejected = result->rejected;
    }
    return import;
}

}  // namespace

Result<std::vector<ListedImport>> list_imports(sql::Database& database) {
    return database.read([](sql::Session& session) -> Result<std::vector<ListedImport>> {
        std::vector<ListedImport> imports;
        ImportId before;
        for (bool more = true; more;) {
            const auto page = commerce::list_imports(session, before, kPage);
            for (const auto& record : page) imports.push_back(listed(record));
            more = page.size() == kPage;
            if (more) before = page.back().id;
        }
        return imports;
    });
}

}  // namespace vafa::ingest
