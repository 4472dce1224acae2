#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// What people call the products with these keys, in whichever shop; keys without a title are
// missing. Where two shops use one key, the older shop's word stands.
std::map<std::string, std::string, std::less<>> product_titles(sql::Session& session,
                                                               std::vector<std::string> keys);

}  // namespace vafa::commerce
