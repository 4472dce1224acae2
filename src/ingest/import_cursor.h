#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>

#include "platform/json/json.h"

// What the second phase keeps in its import's row, with each chunk's transaction.
namespace vafa::ingest {

struct Counters {
    std::int64_t added = 0, updated = 0, unchanged = 0, customers_added = 0, anonymous = 0;
};
BOOST_DESCRIBE_STRUCT(Counters, (), (added, updated, unchanged, customers_added, anonymous))

// How many orders, customers or products have passed.
struct Cursor {
    std::uint64_t orders = 0;
};
BOOST_DESCRIBE_STRUCT(Cursor, (), (orders))

template <class T>
std::string to_text(const T& value) {
    return boost::json::serialize(json::encode(value));
}

template <class T>
T from_text(const std::string& text) {
    const auto parsed = json::parse(text);
    if (!parsed) return {};
    auto decoded = json::decode<T>(*parsed, json::UnknownKeys::ignore);
    return decoded.ok() ? decoded.value : T{};
}

}  // namespace vafa::ingest
