#pragma once

#include <string_view>

namespace vafa::http {

// Whether an if-none-match field names the tag, compared weakly (RFC 9110, section 13.1.2); "*"
// names every one. A malformed list names what stood before its fault.
bool etag_listed(std::string_view if_none_match, std::string_view etag);

// For if-range: the same tag, and neither of them weak.
bool same_strong_etag(std::string_view a, std::string_view b);

}  // namespace vafa::http
