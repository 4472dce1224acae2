#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "platform/http/message.h"
#include "platform/i18n/i18n.h"

namespace vafa::rest {

inline constexpr std::string_view kProblemType = "application/problem+json";

// The HTTP status that tells of an error: the code's, but for three keys with a status of their
// own (412 error.changed_meanwhile, 429 error.too_many_requests, 400 error.json_syntax).
int status_of(const Error& error);
int status_of(ErrorCode code);

// RFC 9457: type, title, status, detail, code, params of its text, request_id, and `errors`
// [{pointer, code, detail}] when fields are wrong; texts in the reader's language. `fields`: every
// wrong field; an error that names a field itself counts as one.
http::Response problem(const Error& error, i18n::Locale locale, std::string_view request_id,
                       const std::vector<Error>& fields = {});

}  // namespace vafa::rest
