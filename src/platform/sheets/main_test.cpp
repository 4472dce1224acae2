#include <csignal>
#include <gtest/gtest.h>
#include <string_view>

#include "platform/sheets/workbook.h"

// The tests start this program again to read workbooks apart, one of them as a parser that crashes.
int main(int argc, char** argv) {
    if (argc > 2 && std::string_view(argv[2]).ends_with("/crash")) std::raise(SIGSEGV);
    if (const auto code = vafa::sheets::workbook_process(argc, argv)) return *code;
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
