#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace vafa::demo {

// Where the made-up store stands: decides its names, goods, money and calendar.
enum class Market { iran, russia, europe };

struct Product {
    std::string_view sku;
    std::string_view title;
    std::string_view category;
    std::int64_t price_minor;
    bool consumable;  // bought again when used up
};

struct Catalog {
    std::string_view currency;
    std::string_view country;
    std::span<const Product> products;
    std::span<const std::string_view> first_names;
    std::span<const std::string_view> last_names;
    std::span<const std::string_view> cities;
    std::int64_t shipping_minor;
    std::int64_t price_step_minor;  // prices are multiples of it
};

const Catalog& catalog(Market market);

inline constexpr std::array<std::string_view, 4> kSources = {"organic", "instagram", "search",
                                                             "referral"};

}  // namespace vafa::demo
