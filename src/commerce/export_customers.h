#pragma once

#include <filesystem>
#include <string_view>

#include "commerce/customer_list.h"
#include "platform/http/message.h"
#include "platform/sql/database.h"

namespace vafa::commerce {

// The chosen customers as CSV, in a new file in `folder` that is gone when the body is: page by
// page from one snapshot, so that memory does not grow with them. `name` tells exports under way
// apart.
Result<http::FileBody> export_customers(sql::Database& database, const CustomerFilter& filter,
                                        const std::filesystem::path& folder, std::string_view name);

}  // namespace vafa::commerce
