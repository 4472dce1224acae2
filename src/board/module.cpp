#include "board/module.h"

#include "board/sql.h"

namespace vafa::board {

std::span<const sql::Migration> module_migrations() { return migrations::all; }

}  // namespace vafa::board
