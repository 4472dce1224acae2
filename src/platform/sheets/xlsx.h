#pragma once

#include "platform/sheets/convert.h"
#include "platform/sheets/zip.h"

namespace vafa::sheets {

bool is_xlsx(const Zip& zip);
Result<std::vector<Sheet>> convert_xlsx(const Zip& zip, const ConvertRequest& request);

}  // namespace vafa::sheets
