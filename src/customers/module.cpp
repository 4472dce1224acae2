#include "customers/module.h"

#include "customers/sql.h"

namespace vafa::customers {

std::span<const sql::Migration> module_migrations() { return migrations::all; }

}  // namespace vafa::customers
