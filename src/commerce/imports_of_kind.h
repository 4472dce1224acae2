#pragma once

#include <string_view>
#include <vector>

#include "commerce/imports.h"

namespace vafa::commerce {

std::vector<ImportRecord> imports_of_kind(sql::Session& session,
                                          std::string_view kind);  // oldest first

// Its record alone: nothing of what it brought may be left.
void forget_import(sql::Session& session, ImportId id);

}  // namespace vafa::commerce
