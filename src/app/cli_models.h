#pragma once

#include <functional>

#include "app/commands.h"

namespace CLI {
class App;
}

namespace vafa::app {

// The commands under `vafa models`; each calls `chosen` once it is the one.
void add_model_commands(CLI::App& models, const Context& context, ModelsArguments& into,
                        const std::function<void()>& chosen);

}  // namespace vafa::app
