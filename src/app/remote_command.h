#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/context.h"
#include "app/live_store.h"
#include "base/result.h"
#include "platform/local/server.h"

// One process owns a data directory. While a server does, a command's line goes through the socket
// in that directory and runs inside the server, on its store; what it writes comes back.
namespace vafa::app {

// The command's exit code, or nothing where no server listens in the folder `data`.
std::optional<int> run_at_server(const Context& context, const std::string& data,
                                 const std::vector<std::string>& arguments);

// The server's side. A client that goes away, or says so, interrupts its command.
Result<std::unique_ptr<local::Server>> take_commands(std::shared_ptr<LiveStore> store);

}  // namespace vafa::app
