#pragma once

#include <string>
#include <vector>

#include "commerce/types.h"
#include "ingest/unit_check.h"

namespace vafa::sql {
class Database;
}

namespace vafa::ingest {

// A file's orders as find_factor_ten looks at them.
struct FileSample {
    std::string file;
    std::vector<UnitOrder> orders;
};

// Before anything of an import is applied: a file whose amounts are ten times, or a tenth, of the
// store's or of another file's is refused with both medians and the unit it most likely is in.
// `error.import_factor_ten`, `error.import_factor_ten_files`.
Result<void> check_unit(sql::Database& database, ShopId shop,
                        const std::vector<FileSample>& samples);

}  // namespace vafa::ingest
