#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vafa::ingest {

// What a column of an order export can mean; the names are those of `--map field=column`.
enum class Field : std::uint8_t {
    customer,
    ordered_at,
    order,
    amount,  // of the row: rows of one order are summed
    quantity,
    unit_price,
    line_discount,
    product,
    title,
    variant,
    category,
    cost,       // of the row's goods to the store: rows of one order are summed
    unit_cost,  // of one piece
    total,      // of the order, as the four below: once when equal or blank on its other rows
    tax,
    shipping,
    discount,
    refund,
    status,
    fulfilment,    // beside a status of payment: what is paid and sent is fulfilled
    cancelled_at,  // anything but blank: the order is cancelled
    modified_at,
    test,
    currency,
    coupon,
    source,
    email,
    phone,
    name,
    first_name,
    last_name,
    city,
    country,
    // From here on traits of the customer, under these names.
    region,
    address,
    zip,
    gender,  // male, female or other
    birthday,
    locale,
    tags,
    // The customer's word on being written to.
    consent_email,
    consent_sms,
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::consent_sms) + 1;

constexpr std::size_t index_of(Field field) { return static_cast<std::size_t>(field); }

std::string_view field_name(Field field);
std::optional<Field> parse_field(std::string_view name);
const std::vector<std::string_view>& field_names();

}  // namespace vafa::ingest
