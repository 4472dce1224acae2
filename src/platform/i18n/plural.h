#pragma once

#include <cstdint>

#include "platform/i18n/texts.h"

namespace vafa::i18n {

// CLDR's rule for a whole number (tested against ICU).
Plural plural_of(Locale locale, std::uint64_t count);

}  // namespace vafa::i18n
