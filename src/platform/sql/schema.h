#pragma once

#include <string>

#include "platform/sql/session.h"

namespace vafa::sql {

// The schema as text, sorted by table, for the golden files db/schema.*.sql.
std::string dump_schema(Session& session);

}  // namespace vafa::sql
