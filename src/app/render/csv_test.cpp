#include <gtest/gtest.h>

#include "app/render/reports.h"

namespace {

using namespace vafa;

std::string csv(std::string_view json) {
    return render::report_csv(boost::json::parse(std::string(json)).get_object());
}

TEST(ReportCsv, FiguresBecomeKeyAndValue) {
    EXPECT_EQ(
        csv(R"({"data":{"customers":2,"gap":{"mean":1.5,"median":null},"day":"2024-01-05"}})"),
        "key,value\r\ncustomers,2\r\ngap.mean,1.5\r\ngap.median,\r\nday,2024-01-05\r\n");
}

TEST(ReportCsv, NestedListsBecomeARowACell) {
    EXPECT_EQ(csv(R"({"data":{"total":9,"cohorts":[{"period":"2024-01","size":2,)"
                  R"("cells":[{"offset":0,"customers":2},{"offset":1,"customers":1}]}]}})"),
              "list,period,size,cells.offset,cells.customers\r\n"
              "cohorts,2024-01,2,0,2\r\ncohorts,2024-01,2,1,1\r\n");
}

TEST(ReportCsv, TextThatASpreadsheetWouldRunIsDefused) {
    EXPECT_EQ(csv(R"({"data":{"products":[{"value":"=cmd|'/c calc'!A1","n":-3}]}})"),
              "list,value,n\r\nproducts,'=cmd|'/c calc'!A1,-3\r\n");
}

TEST(ReportCsv, CommasAndQuotesAreQuoted) {
    EXPECT_EQ(csv(R"({"data":{"name":"a \"b\", c"}})"), "key,value\r\nname,\"a \"\"b\"\", c\"\r\n");
}

TEST(ReportCsv, BreakdownStandsInTheFirstColumns) {
    EXPECT_EQ(
        csv(R"({"data":{"x":3},"breakdown":[{"kind":"value","value":"tea","customers":1,)"
            R"("data":{"x":1}},{"kind":"other","value":null,"customers":2,"data":{"x":2}}]})"),
        "break_kind,break_value,key,value\r\nvalue,tea,x,1\r\nother,,x,2\r\n");
}

}  // namespace
