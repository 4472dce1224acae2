#pragma once

namespace vafa::http {

// For the threads of the server: the process's signals are the main thread's business, and a write
// to a client that went shall be an error, not SIGPIPE.
void block_signals();

}  // namespace vafa::http
