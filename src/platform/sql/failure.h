#pragma once

#include <string_view>

#include "platform/sql/error.h"

namespace vafa::sql {

// What a database's own code means to us.
FailureKind sqlite_failure(int extended_code, int code);
FailureKind postgres_failure(std::string_view sqlstate);

}  // namespace vafa::sql
