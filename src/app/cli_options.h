#pragma once

#include <string>

#include "app/commands.h"

namespace CLI {
class App;
}

// Options that many commands share.
namespace vafa::app {

void add_data(CLI::App& command, const Context& context, std::string& into);
void add_format(CLI::App& command, const Context& context, Format& into);

}  // namespace vafa::app
