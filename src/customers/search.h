#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vafa::sql {
class Session;
}

namespace vafa::customers {

// Everybody whom the text means, however many; ascending, each once. All words must be answered;
// whose order is called so is meant, too. Reads every token that answers it: some hundred thousand
// for two letters in a store of a million.
std::vector<std::int64_t> customers_meant(sql::Session& session, const std::string& text);

}  // namespace vafa::customers
