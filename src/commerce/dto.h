#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "commerce/types.h"

// The wire forms of commerce: what is written into history and into columns of JSON.
namespace vafa::commerce {

// The properties of an order's event. At the top what reports break down by: `product` and
// `category` (of the first line), `coupon`, `source`, `city`, `country`, `traits`, and
// `total_minor` (total − refund, what "revenue: total" counts). Below: `number`, `status` as said,
// `customer`, `parts`, `lines`.
void append_order_properties(const OrderFact& fact, std::string& out);
// Back into a fact; what the event itself has (shop, key, times, version …) is left alone.
Result<void> read_order_properties(std::string_view json, OrderFact& into);

// "" when the source said nothing.
std::string encode_fields(const CustomerFields& fields);
Result<CustomerFields> decode_fields(std::string_view json);
std::string encode_traits(const CustomerFields& fields);
Result<void> decode_traits(std::string_view json, CustomerFields& into);

}  // namespace vafa::commerce
