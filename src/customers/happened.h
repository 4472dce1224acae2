#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "commerce/api.h"
#include "customers/notes.h"

namespace vafa::customers {

// Of things of one instant the later in this list is shown first.
enum class What { order, order_change, consent, profile, note };

// One thing that happened to a customer; what does not belong to its kind is empty.
struct Happened {
    What what = What::order;
    TimeMs at = 0;
    std::int64_t id = 0;  // of the order, consent, import or note
    // order, order_change: how it stands now
    std::string number, currency;
    commerce::OrderStatus status = commerce::OrderStatus::completed;
    std::uint8_t flags = 0;
    std::optional<std::int64_t> net_minor = {};
    std::int64_t refund_minor = 0;
    // consent
    commerce::Channel channel = commerce::Channel::email;
    bool granted = false;
    std::string source;
    // profile: the names of what a file said
    std::vector<std::string> fields;
    std::optional<Note> note = {};
};

struct HappenedPlace {
    TimeMs at = 0;
    What what = What::order;
    std::int64_t id = 0;
};

// Beyond so many of one kind the oldest are left out.
inline constexpr std::int64_t kMaxHappened = 2000;

// Everything, the latest first.
std::vector<Happened> happened_to(sql::Session& session, CustomerId customer);

// Those behind the place, at most `limit`; `all` as happened_to orders it.
struct HappenedPage {
    std::vector<Happened> items;
    std::optional<HappenedPlace> next;
};
HappenedPage page_of(const std::vector<Happened>& all, const std::optional<HappenedPlace>& after,
                     std::size_t limit);

// When an order was last changed, where that was after it was made: a payment that failed, a
// cancellation, money given back.
std::optional<TimeMs> changed_at(TimeMs ordered_at, commerce::Version version,
                                 commerce::OrderStatus status, std::int64_t refund_minor);

}  // namespace vafa::customers
