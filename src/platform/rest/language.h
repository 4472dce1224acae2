#pragma once

#include <string_view>

#include "platform/i18n/i18n.h"

namespace vafa::rest {

// What an accept-language field (RFC 9110, section 12.5.4) prefers among our languages; English
// where it names none of them.
i18n::Locale preferred_language(std::string_view accept_language);

}  // namespace vafa::rest
