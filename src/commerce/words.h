#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "commerce/types.h"

namespace vafa::commerce {

// What a source says of a customer outside any order: a row of a file of customers. Its fields
// stand beside those of the customer's orders; of each field the latest non-empty word wins.
struct CustomerFact {
    ShopId shop;
    ProfileKey key;
    CustomerFields fields = {};
    std::vector<Consent> consents = {};
    TimeMs said_at = 0;
    SourceRank source = SourceRank::file;
    ImportId import;
};

// What a source says of a product outside any order. Prices are in `currency`.
struct ProductFact {
    ShopId shop;
    std::string key;  // as orders' lines call it
    std::string title = {}, category = {};
    std::optional<std::int64_t> price_minor = {}, cost_minor = {};
    Currency currency;
    TimeMs said_at = 0;
    SourceRank source = SourceRank::file;
    ImportId import;
};

}  // namespace vafa::commerce
