#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/fields.h"

namespace vafa::ingest {

// A header as it is compared: search_key without anything but letters and digits, so "Order ID",
// "order_id" and "OrderId" are one.
std::string header_key(std::string_view header);

// The same of a column, whose name may end in the unit of its amounts: «مبلغ (تومان)» is «مبلغ»,
// "Сумма, тыс. руб." is "Сумма". The whole name goes first, where it is a known one.
std::string column_key(std::string_view header);

// Whether a person's word for a column means this one, the number-th of its file: "#3", its name,
// or one that compares alike.
bool names_column(std::string_view word, std::string_view header, std::size_t number);

inline constexpr std::size_t kUnknownHeader = static_cast<std::size_t>(-1);

// How well a header's key names the field: 0 is best, kUnknownHeader is not at all. English,
// Persian and Russian.
std::size_t header_rank(Field field, std::string_view key);
bool is_known_header(std::string_view key);

}  // namespace vafa::ingest
