#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "customers/directory_cache.h"
#include "platform/http/message.h"
#include "platform/i18n/i18n.h"

namespace vafa::customers {

enum class FileKind { csv, xlsx };

struct ExportDeps {
    sql::Database& database;
    std::filesystem::path folder;  // made when needed
    std::string name;              // of the file therein, its own for every export
};

// Customers in the order of the ids, as a file that is gone once it is sent. CSV is the same in all
// languages, its cells are safe to open; a workbook has its titles in the reader's language.
Result<http::FileBody> export_customers(const ExportDeps& deps, const Directory& directory,
                                        std::span<const std::int64_t> ids, FileKind kind,
                                        i18n::Locale locale);

// One number a line and nothing else, as SMS panels take it: mobiles alone, each once, in the order
// of the ids. Only of those who agreed, unless `everyone`.
Result<http::FileBody> export_phones(const ExportDeps& deps, std::span<const std::int64_t> ids,
                                     bool everyone);

// A number as panels of that country take it: "09121234567" in Iran, elsewhere "+79161234567".
std::string panel_phone(const std::string& e164);

}  // namespace vafa::customers
