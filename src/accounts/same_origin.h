#pragma once

#include "platform/http/message.h"

namespace vafa::accounts {

// Whether a browser says that the page which sent this belongs to this server: Sec-Fetch-Site where
// it is sent (TLS and localhost), else Origin against Host. True when it says nothing at all.
bool is_same_origin(const http::RequestHead& head);

bool changes_things(http::Method method);  // anything but GET, HEAD, OPTIONS

}  // namespace vafa::accounts
