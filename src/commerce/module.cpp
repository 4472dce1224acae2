#include "commerce/module.h"

#include "commerce/sql.h"

namespace vafa::commerce {

std::span<const sql::Migration> module_migrations() { return migrations::all; }

}  // namespace vafa::commerce
