#pragma once

#include <compare>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.h"

namespace vafa {

// A 64-bit, time-ordered identity. Outside the process it is a prefixed string ("cus_01hq…"),
// never a JSON number. Zero means "none".
template <class Tag>
struct Id {
    std::int64_t value = 0;

    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id&) const = default;
};

struct CustomerTag {
    static constexpr std::string_view kPrefix = "cus";
};
struct ProfileTag {
    static constexpr std::string_view kPrefix = "pro";
};
struct OrderTag {
    static constexpr std::string_view kPrefix = "ord";
};
struct ProductTag {
    static constexpr std::string_view kPrefix = "prd";
};
struct ShopTag {
    static constexpr std::string_view kPrefix = "shp";
};
struct ImportTag {
    static constexpr std::string_view kPrefix = "imp";
};
struct EventTag {
    static constexpr std::string_view kPrefix = "evt";
};
struct UserTag {
    static constexpr std::string_view kPrefix = "usr";
};
struct SessionTag {
    static constexpr std::string_view kPrefix = "ses";
};
struct ApiKeyTag {
    static constexpr std::string_view kPrefix = "key";
};
struct AuditTag {
    static constexpr std::string_view kPrefix = "aud";
};

using CustomerId = Id<CustomerTag>;
using ProfileId = Id<ProfileTag>;
using OrderId = Id<OrderTag>;
using ProductId = Id<ProductTag>;
using ShopId = Id<ShopTag>;
using ImportId = Id<ImportTag>;
using EventId = Id<EventTag>;
using UserId = Id<UserTag>;
using SessionId = Id<SessionTag>;
using ApiKeyId = Id<ApiKeyTag>;
using AuditId = Id<AuditTag>;

// prefix + '_' + 13 characters of Crockford's base 32 (lower case): sorts like the number, which is
// not negative. Decoding takes that form alone and refuses zero: `error.id_malformed`.
std::string encode_id(std::string_view prefix, std::int64_t value);
Result<std::int64_t> decode_id(std::string_view prefix, std::string_view text);

template <class Tag>
std::string to_string(Id<Tag> id) {
    return encode_id(Tag::kPrefix, id.value);
}
template <class Tag>
Result<Id<Tag>> parse_id(std::string_view text) {
    VAFA_TRY(const std::int64_t value, decode_id(Tag::kPrefix, text));
    return Id<Tag>{value};
}

class Clock;
class Rng;

// Makes ids: 41 bits of milliseconds since 2020-01-01, then 22 bits that start at chance and count
// up within the millisecond; strictly increasing for one source, borrowing from the next
// millisecond when a millisecond is used up. Thread-safe, if nobody else draws from `rng`.
class IdSource {
public:
    IdSource(const Clock& clock, Rng& rng) : clock_(&clock), rng_(&rng) {}
    std::int64_t next();

private:
    const Clock* clock_;
    Rng* rng_;
    std::mutex mutex_;
    std::int64_t last_ = 0;
};

}  // namespace vafa
