#pragma once

#include <cstdint>
#include <string>

#include "base/time.h"

namespace vafa::history {

// The kind of event that takes an import back; its subject is the import.
inline constexpr const char* kUndoneKind = "import_undone";

// One fact for ever (ARCHITECTURE, "The way of an event"). Append-only: what changes is a new event
// whose version supersedes. The columns of the table `event` have the same names and order.
struct Event {
    std::int32_t partition = 0;  // partition_of(profile), or of the subject for the anonymous
    std::int64_t seq = 0;        // 1, 2, 3 … within the partition, without gaps
    std::int64_t event_id = 0;
    std::string source;  // "file", "demo", "webhook:woocommerce" …
    std::int64_t shop = 0;
    std::int64_t import_id = 0;  // 0: did not come by an import
    std::string kind;            // "order", "product_viewed" …
    TimeMs occurred_at = 0;
    TimeMs received_at = 0;
    std::int64_t profile = 0;     // 0: anonymous
    std::string subject_kind;     // "order"
    std::int64_t subject_id = 0;  // our id of the subject
    std::string subject_key;      // the shop's key of it
    std::int64_t version = 0;
    std::int64_t amount_minor = 0;  // an order's net revenue
    std::string currency;
    std::uint8_t flags = 0;  // an order's: commerce/types.h, namespace flag
    std::string properties;  // JSON object; an order's lines, parts and customer fields
    std::int32_t schema_version = 1;

    bool operator==(const Event&) const = default;
};

}  // namespace vafa::history
