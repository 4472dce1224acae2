#include <gtest/gtest.h>

#include "platform/sheets/workbook.h"

// The tests start this program again to read workbooks apart.
int main(int argc, char** argv) {
    if (const auto code = vafa::sheets::workbook_process(argc, argv)) return *code;
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
