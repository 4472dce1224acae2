#pragma once

#include <boost/json/object.hpp>
#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/http/message.h"
#include "platform/rest/route.h"

namespace vafa::rest {

inline constexpr std::size_t kMaxQueryParameters = 100;

// Brings path, query and body together as the one object that a route's request is decoded from.
// What cannot stand there at all (a body that is no JSON object, a name given twice) is an error;
// unknown names stay in, for the decoder to name them.
Result<boost::json::object> gather_input(const Route& route,
                                         const std::map<std::string, std::string>& path,
                                         const http::Request& request);

// "a=1&b=x%20y" as application/x-www-form-urlencoded (WHATWG URL, section 5.1).
Result<boost::json::object> parse_query(std::string_view query);

}  // namespace vafa::rest
