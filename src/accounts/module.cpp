#include "accounts/module.h"

#include "accounts/sql.h"

namespace vafa::accounts {

std::span<const sql::Migration> module_migrations() { return migrations::all; }

}  // namespace vafa::accounts
