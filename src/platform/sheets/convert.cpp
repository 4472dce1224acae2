#include "platform/sheets/convert.h"

#include "platform/sheets/ods.h"
#include "platform/sheets/xlsx.h"

namespace vafa::sheets {

bool is_workbook(const Zip& zip) { return is_ods(zip) || is_xlsx(zip); }

Result<std::vector<Sheet>> convert(const ConvertRequest& request) {
    VAFA_TRY(const Zip zip, Zip::open(request.file));
    if (is_ods(zip)) return convert_ods(zip, request);
    if (is_xlsx(zip)) return convert_xlsx(zip, request);
    return invalid("error.workbook_unknown");
}

}  // namespace vafa::sheets
