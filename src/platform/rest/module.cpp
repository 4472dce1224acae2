#include "platform/rest/module.h"

#include "platform/rest/sql.h"

namespace vafa::rest {

std::span<const sql::Migration> module_migrations() { return platform_rest::migrations::all; }

}  // namespace vafa::rest
