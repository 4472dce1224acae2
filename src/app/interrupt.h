#pragma once

#include <functional>

#include "app/context.h"

namespace vafa::app {

// Whether the person gave up, by Ctrl-C or by leaving the server's socket: long work ends after the
// part at hand, and can be resumed.
std::function<bool()> interrupted_by_user(const Context& context);

}  // namespace vafa::app
