#include "value/module.h"

#include "value/sql.h"

namespace vafa::value {

std::span<const sql::Migration> module_migrations() { return migrations::all; }

}  // namespace vafa::value
