#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vafa::sql {

// `:name` turned into PostgreSQL's `$1`: one number a name, in order of first use. Strings, quoted
// names, comments and `::casts` are left alone.
struct NumberedStatement {
    std::string text;
    std::vector<std::string> names;
};
NumberedStatement number_parameters(std::string_view sql);

// `= :key` turned into `= ANY(:key)`; see Session::lookup.
std::string compare_with_any(std::string_view sql);

}  // namespace vafa::sql
