#pragma once

#include "platform/sheets/convert.h"
#include "platform/sheets/zip.h"

namespace vafa::sheets {

bool is_ods(const Zip& zip);
Result<std::vector<Sheet>> convert_ods(const Zip& zip, const ConvertRequest& request);

}  // namespace vafa::sheets
