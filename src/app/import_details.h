#pragma once

#include <string>

#include "app/context.h"
#include "app/render/words.h"
#include "ingest/import_types.h"

namespace vafa::app {

// What an import understood of customers and statuses, as tables; empty where there is nothing.
std::string import_details(const Context& context, const render::Words& words,
                           const ingest::ImportResult& result);

}  // namespace vafa::app
