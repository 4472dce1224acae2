#include "testing/golden.h"

#include <cstdlib>
#include <gtest/gtest.h>

#include "platform/files/whole_file.h"
#include "testing/places.h"
#include "testing/results.h"

namespace vafa::test {

void expect_golden(std::string_view actual, const std::string& file) {
    const std::filesystem::path path = source_dir() / file;
    if (std::getenv("VAFA_GOLDEN") != nullptr) {
        must(files::make_folders(path.parent_path()));
        must(files::write_file(path, actual));
        return;
    }
    const Result<std::string> expected = files::read_file(path);
    ASSERT_TRUE(expected.has_value()) << file << " is missing: write it with ./dev golden";
    EXPECT_EQ(*expected, actual) << file << " differs: look, then rewrite it with ./dev golden";
}

}  // namespace vafa::test
