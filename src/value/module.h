#pragma once

#include <span>

#include "platform/sql/query.h"

namespace vafa::value {

std::span<const sql::Migration> module_migrations();

}  // namespace vafa::value
