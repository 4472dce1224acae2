#pragma once

#include <span>

#include "platform/sql/query.h"

namespace vafa::commerce {

// What app wires: this module has no routes or jobs yet.
std::span<const sql::Migration> module_migrations();

}  // namespace vafa::commerce
