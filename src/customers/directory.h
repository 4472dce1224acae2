#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "metrics/customer_figures.h"
#include "value/scores.h"

namespace vafa::sql {
class Session;
}

namespace vafa::customers {

namespace has {
inline constexpr std::uint8_t kPhone = 0x01, kEmail = 0x02;
inline constexpr std::uint8_t kSmsConsent = 0x04, kEmailConsent = 0x08;
inline constexpr std::uint8_t kStanding = 0x10;  // an order that counts
inline constexpr std::uint8_t kScore = 0x20;     // of the latest calculation of value
inline constexpr std::uint8_t kSlipping = 0x40;  // away, by that calculation
}  // namespace has

// A customer in 56 bytes: a million fit where a report's scan fits, too.
struct Entry {
    std::int64_t id = 0;
    std::int64_t spent_minor = 0;
    std::int64_t last_local_ms = 0;  // of the last order, on the store's clock; 0 without one
    float p_alive = 0;               // of who has a score
    float expected_value = 0;        // likewise; minor units
    std::uint32_t orders = 0;
    std::uint32_t city = 0;     // place in Directory::cities
    std::uint16_t country = 0;  // place in Directory::countries
    std::uint16_t first = 0, last = 0, usual_gap_days = 0;
    std::uint8_t recency = 0, frequency = 0, monetary = 0;
    std::uint8_t segment = 0;
    metrics::CustomerKind kind = metrics::CustomerKind::too_few;
    std::uint8_t flags = 0;

    bool is(std::uint8_t flag) const { return (flags & flag) != 0; }
};

// Everybody that commerce knows, ascending by id. Immutable.
struct Directory {
    std::vector<Entry> entries;
    std::vector<std::string> cities = {""}, countries = {""};  // as sources write them
    Day end = 0;
    std::array<std::optional<double>, 4> risk_after_days{};
    std::shared_ptr<const value::Scores> scores;  // null: nothing calculated yet

    const Entry* find(std::int64_t id) const;
};

// Places beyond this many distinct countries share the empty one: the column is 16 bits wide.
inline constexpr std::size_t kMaxCountries = 65'535;

Directory make_directory(sql::Session& session, const metrics::CustomerFigures& figures,
                         std::shared_ptr<const value::Scores> scores = nullptr);

}  // namespace vafa::customers
