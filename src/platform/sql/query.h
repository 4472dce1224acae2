#pragma once

#include <string_view>

namespace vafa::sql {

enum class Dialect { sqlite, postgres };

// A named statement. tools/embed_sql.py makes these from a module's *.sql files; parameters are
// `:named`. Both texts are equal unless the file gives twins.
struct Query {
    std::string_view name;
    std::string_view sqlite;
    std::string_view postgres;

    constexpr std::string_view text(Dialect dialect) const {
        return dialect == Dialect::sqlite ? sqlite : postgres;
    }
};

// One step of the schema, forward only; numbers are global over all modules. Checksums are SHA-256.
struct Migration {
    struct Text {
        std::string_view sql;
        std::string_view checksum;
    };
    int number;
    std::string_view name;  // "commerce_orders"
    Text sqlite;
    Text postgres;

    constexpr const Text& text(Dialect dialect) const {
        return dialect == Dialect::sqlite ? sqlite : postgres;
    }
};

}  // namespace vafa::sql
