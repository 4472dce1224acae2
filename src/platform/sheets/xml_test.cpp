#include "platform/sheets/xml.h"

#include <gtest/gtest.h>

#include "testing/results.h"

namespace vafa::sheets {
namespace {

Result<void> parse(std::string text, bool cut) {
    const std::size_t size = text.size();
    text.append(kXmlPadding, '\0');
    orcus::sax_handler nobody;
    return parse_xml(std::string_view(text).substr(0, size), nobody, cut);
}

TEST(ParseXml, ReadsATextThatEndsInBlanks) { test::must(parse("<a>&lt;</a>\r\n", false)); }

TEST(ParseXml, RefusesATextThatEndsInAnEntity) {
    test::expect_error(parse("<a>x</a>&lt;", false), "error.workbook_damaged");
    test::expect_error(parse("&lt;", false), "error.workbook_damaged");
}

TEST(ParseXml, ACutTextMayEndInAnEntity) {
    test::must(parse("<a><b>x</b>&lt;", true));
    test::must(parse("&lt;", true));
}

}  // namespace
}  // namespace vafa::sheets
