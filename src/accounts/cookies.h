#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/http/message.h"

namespace vafa::accounts {

// The session's token, as the browser keeps it. Behind TLS the name's prefix makes the browser
// refuse one that another host of the domain, or a page without TLS, has set.
std::string_view cookie_name(const http::RequestHead& head);

// Nothing, too, when it is there twice: one of them is not ours.
std::optional<std::string> find_cookie(const http::RequestHead& head);

std::string session_cookie(const http::RequestHead& head, std::string_view token,
                           std::int64_t life_ms);
std::string expired_cookie(const http::RequestHead& head);

}  // namespace vafa::accounts
