#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "commerce/types.h"
#include "commerce/words.h"

// The wire forms of commerce: what is written into history and into columns of JSON.
namespace vafa::commerce {

using Traits = std::vector<std::pair<std::string, std::string>>;  // by name

// The properties of an order's event. At the top what reports break down by: `product` and
// `category` (of the first line), `coupon`, `source`, `city`, `country`, `traits` (the customer's
// and the order's, which goes before the customer's of the same name), and `total_minor` (total −
// refund, what "revenue: total" counts). Below: `number`, `status` as said, `customer`, `parts`,
// `lines`, `consents`; `order_traits`: which of the traits are the order's; `customer_traits`:
// those of the customer that the order's hide.
void append_order_properties(const OrderFact& fact, std::string& out);
// Back into a fact; what the event itself has (shop, key, times, version …) is left alone.
Result<void> read_order_properties(std::string_view json, OrderFact& into);

// The properties of events that files of customers and products make: what they said.
void append_customer_properties(const CustomerFact& fact, std::string& out);
void append_product_properties(const ProductFact& fact, std::string& out);

// "" when the source said nothing.
std::string encode_fields(const CustomerFields& fields);
Result<CustomerFields> decode_fields(std::string_view json);
// Traits alone, "" for none.
std::string encode_traits(const Traits& traits);
// Of a column that encode_traits wrote; were it damaged, none: history has them all.
Traits decode_traits(std::string_view json);

}  // namespace vafa::commerce
