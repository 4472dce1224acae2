#include "ingest/titles.h"

#include <algorithm>

namespace vafa::ingest {

std::string field_title(i18n::Locale locale, std::string_view field) {
    return i18n::translate(locale, "import.field_" + std::string(field), {});
}

std::string preset_title(i18n::Locale locale, const Preset& preset) {
    std::string key = "import.preset_" + std::string(preset.name);
    std::replace(key.begin(), key.end(), '-', '_');
    return i18n::translate(locale, key, {});
}

}  // namespace vafa::ingest
