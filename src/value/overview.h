#pragma once

#include <boost/json.hpp>

#include "base/result.h"
#include "value/runs.h"

namespace vafa::sql {
class Database;
}

namespace vafa::value {

// {"run": …, "summary": …} of one that is done. not_found `error.value_no_run`.
Result<boost::json::object> overview(sql::Database& database, RunId run);

}  // namespace vafa::value
