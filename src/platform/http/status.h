#pragma once

#include <string_view>

#include "platform/http/message.h"

namespace vafa::http {

// The reason phrase of RFC 9110, section 15; "Unknown" for a number without one.
std::string_view status_text(int status);

// What the server itself refuses, as RFC 9457 asks: {"type":"about:blank","title":…,"status":…}.
Response problem_response(int status);

}  // namespace vafa::http
