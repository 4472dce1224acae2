#include "platform/sql/schema.h"

namespace vafa::sql {
namespace {

// One column of text a row, already in the order wanted. SQLite keeps the statements themselves;
// PostgreSQL has them put together from its catalog.
constexpr Query kSchema{"schema",
                        "SELECT sql || ';' FROM sqlite_master "
                        "WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' "
                        "ORDER BY tbl_name, type <> 'table', name",
                        R"(SELECT statement FROM (
  SELECT c.relname AS tbl, 0 AS part, c.relname AS name,
         'CREATE TABLE ' || c.relname || ' (' || E'\n    ' ||
         string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod) ||
                    CASE WHEN a.attcollation <> 0 AND l.collname <> 'default'
                         THEN ' COLLATE "' || l.collname || '"' ELSE '' END ||
                    CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END ||
                    coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''),
                    E',\n    ' ORDER BY a.attnum) || E'\n);' AS statement
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_collation l ON l.oid = a.attcollation
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  GROUP BY c.relname
  UNION ALL
  SELECT c.relname, 1, o.conname,
         'ALTER TABLE ' || c.relname || ' ADD CONSTRAINT ' || o.conname || ' ' ||
         pg_get_constraintdef(o.oid) || ';'
  FROM pg_constraint o JOIN pg_class c ON c.oid = o.conrelid
  WHERE c.relnamespace = current_schema()::regnamespace
  UNION ALL
  SELECT c.relname, 2, i.relname,
         replace(pg_get_indexdef(i.oid), ' ON ' || current_schema() || '.', ' ON ') || ';'
  FROM pg_index x
  JOIN pg_class c ON c.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
  WHERE c.relnamespace = current_schema()::regnamespace
    AND NOT EXISTS (SELECT 1 FROM pg_constraint o WHERE o.conindid = i.oid)
  UNION ALL
  SELECT c.relname, 3, c.relname,
         'CREATE VIEW ' || c.relname || E' AS\n' || pg_get_viewdef(c.oid)
  FROM pg_class c
  WHERE c.relkind = 'v' AND c.relnamespace = current_schema()::regnamespace
) AS parts ORDER BY tbl COLLATE "C", part, name COLLATE "C")"};

}  // namespace

std::string dump_schema(Session& session) {
    std::string out;
    session.rows(kSchema, {}, [&](const Row& row) {
        out += row.text(0);
        out += '\n';
    });
    return out;
}

}  // namespace vafa::sql
