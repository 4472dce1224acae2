#pragma once

#include <span>

#include "platform/sql/query.h"

namespace vafa::rest {

// The table of answers to writes that came with an idempotency key.
std::span<const sql::Migration> module_migrations();

}  // namespace vafa::rest
