#include "platform/sql/migrate.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace vafa::sql {
namespace {

constexpr Query kTableExists{
    "table_exists", "SELECT count(*) FROM sqlite_master WHERE name = 'platform_migration'",
    "SELECT count(*) FROM pg_catalog.pg_tables WHERE tablename = 'platform_migration' "
    "AND schemaname = current_schema()"};

constexpr std::string_view kCreate =
    "CREATE TABLE IF NOT EXISTS platform_migration (number BIGINT NOT NULL PRIMARY KEY, "
    "name TEXT NOT NULL, checksum TEXT NOT NULL)";
constexpr Query kCreateTable{"create_table", kCreate, kCreate};

constexpr std::string_view kListed =
    "SELECT number, checksum FROM platform_migration ORDER BY number";
constexpr Query kList{"list", kListed, kListed};

constexpr std::string_view kInserted =
    "INSERT INTO platform_migration (number, name, checksum) VALUES (:number, :name, :checksum)";
constexpr Query kInsert{"insert", kInserted, kInserted};

std::string label(const Migration& step) { return fmt::format("{:04}_{}", step.number, step.name); }

std::map<std::int64_t, std::string> applied(Session& session) {
    std::map<std::int64_t, std::string> checksums;
    if (session.one<std::int64_t>(kTableExists) != 1) return checksums;
    session.rows(kList, {},
                 [&](const Row& row) { checksums[row.integer(0)] = std::string(row.text(1)); });
    return checksums;
}

std::vector<Migration> in_order(std::span<const Migration> migrations) {
    std::vector<Migration> steps(migrations.begin(), migrations.end());
    std::sort(steps.begin(), steps.end(),
              [](const Migration& a, const Migration& b) { return a.number < b.number; });
    const auto twice = std::adjacent_find(
        steps.begin(), steps.end(),
        [](const Migration& a, const Migration& b) { return a.number == b.number; });
    VAFA_ASSERT(twice == steps.end());
    return steps;
}

Result<std::vector<Migration>> missing(Session& session, std::span<const Migration> migrations) {
    std::map<std::int64_t, std::string> done = applied(session);
    std::vector<Migration> steps;
    for (const Migration& step : in_order(migrations)) {
        const auto found = done.find(step.number);
        if (found == done.end()) {
            steps.push_back(step);
            continue;
        }
        if (found->second != step.text(session.dialect()).checksum) {
            return damaged("error.migration_changed").with("name", label(step));
        }
        done.erase(found);
    }
    if (!done.empty()) {
        return conflict("error.database_newer")
            .with("number", std::to_string(done.rbegin()->first));
    }
    return steps;
}

Result<std::vector<Migration>> missing(Database& database, std::span<const Migration> migrations) {
    return database.read([&](Session& session) { return missing(session, migrations); });
}

Result<void> apply(Session& session, const Migration& step) {
    session.execute(kCreateTable);
    session.script(step.text(session.dialect()).sql);
    session.execute(kInsert, {{"number", step.number},
                              {"name", step.name},
                              {"checksum", step.text(session.dialect()).checksum}});
    return {};
}

}  // namespace

Result<std::vector<std::string>> pending(Database& database,
                                         std::span<const Migration> migrations) {
    VAFA_TRY(const std::vector<Migration> steps, missing(database, migrations));
    std::vector<std::string> labels;
    for (const Migration& step : steps) labels.push_back(label(step));
    return labels;
}

Result<void> migrate(Database& database, std::span<const Migration> migrations) {
    VAFA_TRY(const std::vector<Migration> steps, missing(database, migrations));
    for (const Migration& step : steps) {
        VAFA_CHECK(database.write([&](Session& session) { return apply(session, step); }));
    }
    return {};
}

}  // namespace vafa::sql
