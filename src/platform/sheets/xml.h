#pragma once

#include <exception>
#include <new>
#include <orcus/sax_parser.hpp>
#include <string>
#include <string_view>

#include "base/result.h"

// orcus' parser of XML, and what all readers of parts share. Only .cpp files of this folder include
// it. Orcus' own import filter is not used: 0.17 loses inline strings, ISO dates and the 1904 date
// system, and hands formula results out after all rows.
namespace vafa::sheets {

// The parser looks a few bytes beyond the end: whoever holds the bytes has this many zeros there.
inline constexpr std::size_t kXmlPadding = 64;
inline constexpr std::size_t kMaxXmlDepth = 256;

// Thrown by handlers to stop; parse_xml returns it.
struct XmlStop {
    Error error;
    bool done = false;  // enough was read: no error
};

inline Result<void> stopped(Result<void> result) {
    if (result.has_error()) throw XmlStop{std::move(result).error()};
    return result;
}

template <class Handler>
class XmlParser : public orcus::sax_parser<Handler> {
public:
    using orcus::sax_parser<Handler>::sax_parser;
    bool is_whole() const { return this->m_nest_level == 0; }  // every element was closed
};

// Handler: orcus::sax_handler's members. `cut`: the text ends anywhere, which is no error. Orcus
// 0.17 steps over the end of a text that ends in an entity ("&lt;"), and aborts: it gets all as far
// as the last tag, behind which only blanks belong.
template <class Handler>
Result<void> parse_xml(std::string_view text, Handler& handler, bool cut = false) {
    const std::size_t end = text.rfind('>') + 1;
    const bool blank_behind = text.find_first_not_of(" \t\r\n", end) == std::string_view::npos;
    if (!cut && !blank_behind) return damaged("error.workbook_damaged");
    text = text.substr(0, end);
    try {
        XmlParser<Handler> parser(text.data(), text.size(), handler);
        parser.parse();
        if (!cut && !parser.is_whole()) return damaged("error.workbook_damaged");
    } catch (const XmlStop& stop) {
        if (!stop.done) return stop.error;
    } catch (const orcus::parse_error&) {
        if (!cut) return damaged("error.workbook_damaged");
    }
    return {};
}

}  // namespace vafa::sheets
