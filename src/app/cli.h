#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/context.h"

namespace vafa::app {

// Runs one command line (without the program's name) and answers the exit code. `context` has
// everything but the configuration and what follows from it (language, colours), which come from
// the command line, the environment and the file.
int run_cli(std::vector<std::string> arguments, Context context);

// "en", "fa", "ru", or "auto": the terminal's.
i18n::Locale locale_of(std::string_view language);

}  // namespace vafa::app
