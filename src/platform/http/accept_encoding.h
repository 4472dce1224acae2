#pragma once

#include <string_view>

namespace vafa::http {

// Whether a gzipped answer may be given and is not less welcome than a plain one (RFC 9110, section
// 12.5.3). An absent or empty field says no.
bool accepts_gzip(std::string_view accept_encoding);

// Whether bytes of that type shrink: text, JSON, XML, JavaScript, SVG.
bool compressible(std::string_view content_type);

}  // namespace vafa::http
