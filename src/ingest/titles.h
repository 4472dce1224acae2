#pragma once

#include <string>
#include <string_view>

#include "ingest/presets.h"
#include "platform/i18n/i18n.h"

// Fields and presets as people call them.
namespace vafa::ingest {

std::string field_title(i18n::Locale locale, std::string_view field);
std::string preset_title(i18n::Locale locale, const Preset& preset);

}  // namespace vafa::ingest
