#pragma once

#include <vector>

#include "platform/sql/query.h"

namespace vafa::app {

// Every module's steps of the schema, by number.
std::vector<sql::Migration> all_migrations();

}  // namespace vafa::app
