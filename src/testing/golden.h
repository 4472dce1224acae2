#pragma once

#include <string>
#include <string_view>

namespace vafa::test {

// Compares with a file of the repository ("db/schema.sqlite.sql"); `./dev golden` (VAFA_GOLDEN=1)
// writes the file instead, for review in the diff.
void expect_golden(std::string_view actual, const std::string& file);

}  // namespace vafa::test
