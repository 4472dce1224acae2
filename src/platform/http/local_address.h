#pragma once

#include <string>
#include <vector>

namespace vafa::http {

// IPv4 addresses under which other machines may reach this one, private networks first; none when
// it has loopback alone.
std::vector<std::string> local_addresses();

}  // namespace vafa::http
