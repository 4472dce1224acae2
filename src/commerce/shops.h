#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

inline constexpr std::string_view kDefaultShop = "default";
inline constexpr std::string_view kDemoShop = "demo";

struct Shop {
    ShopId id;
    std::string key;
    std::string name;
    TimeMs created_at = 0;
    bool operator==(const Shop&) const = default;
};

// Made when it is asked for the first time.
ShopId ensure_shop(sql::Session& session, std::string_view key, IdSource& ids, TimeMs now);
std::optional<Shop> find_shop(sql::Session& session, std::string_view key);
std::vector<Shop> list_shops(sql::Session& session);

}  // namespace vafa::commerce
