#pragma once

#include <string_view>

#include "ingest/import_types.h"

namespace vafa::ingest {

// As people say it on the command line and programs over the API; empty: nothing is said.
// `error.config_choice` with the choices.
Result<void> set_date_order(ImportRequest& request, std::string_view text);
Result<void> set_decimal(ImportRequest& request, std::string_view text);

}  // namespace vafa::ingest
