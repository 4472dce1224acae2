#pragma once

#include <span>

#include "platform/sql/query.h"

namespace vafa::board {

std::span<const sql::Migration> module_migrations();

}  // namespace vafa::board
