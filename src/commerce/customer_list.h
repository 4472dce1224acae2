#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "commerce/bounded_page.h"
#include "commerce/customers.h"

namespace vafa::commerce {

// Empty and absent: any.
struct CustomerFilter {
    std::string text = {};  // beginnings of words, all of them, in any order: see search_tokens.h
    std::string city = {}, country = {};
    std::optional<bool> has_phone = {}, has_email = {};
    std::optional<ShopId> shop = {};  // known to it
};

// Where a page ended. The list is gone through one of several ways (see the .cpp), and its pages
// all along the same one.
struct CustomerPlace {
    std::int64_t way = 0;
    std::string token = {};
    CustomerId id = {};
};

using CustomerPage = PageOf<CustomerCard, CustomerPlace>;

// Without a text newest first; with one by what matched. Each customer once over all pages, as far
// as nobody changes meanwhile. The first page of a text that is an order's number begins with its
// customer. Invalid `error.cursor` for a place that no page of this filter ended at.
Result<CustomerPage> search_customers(sql::Session& session, const CustomerFilter& filter,
                                      const std::optional<CustomerPlace>& after,
                                      std::int64_t limit);

}  // namespace vafa::commerce
