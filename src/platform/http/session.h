#pragma once

#include <string>

#include "platform/files/descriptor.h"

namespace vafa::http {

class IoLoop;
struct Shared;

// Serves one connection until it ends; on the loop's thread. `peer` is the connection's normal
// address, already counted in Shared::count.
void start_session(Shared& shared, IoLoop& loop, files::Descriptor socket, std::string peer);

}  // namespace vafa::http
