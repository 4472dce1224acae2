#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "commerce/types.h"
#include "customers/directory.h"

namespace vafa::customers {

// The named groups, in the order of metrics' kRfmGroups.
enum class Group {
    champions,
    loyal,
    potential_loyal,
    new_,
    promising,
    need_attention,
    about_to_sleep,
    cannot_lose,
    at_risk,
    hibernating,
    lost
};
std::optional<Group> group_of(const Entry& entry);  // nobody without a standing is in one

// Scores of recency, frequency and money that are asked for; 0: any.
struct Cell {
    std::array<std::uint8_t, 3> scores{};

    // "555"; x and what is left out at the end stand for any score: "5x4", "54". Invalid
    // `error.not_a_cell`.
    static Result<Cell> from_text(std::string_view text);
    std::string to_text() const;
};

// Absent and empty: any. All must hold.
struct Filter {
    std::string text = {};
    std::string city = {}, country = {};
    std::optional<bool> has_phone = {}, has_email = {};
    std::optional<ShopId> shop = {};
    std::optional<Cell> rfm = {};
    std::optional<Group> group = {};
    std::optional<metrics::CustomerKind> kind = {};
    std::optional<bool> overdue = {};
    std::optional<std::int64_t> min_orders = {}, max_orders = {};
    std::optional<std::int64_t> min_spent_minor = {}, max_spent_minor = {};
    std::optional<Day> last_from = {}, last_to = {};  // both included
    std::optional<commerce::Channel> consent = {};
    std::optional<bool> slipping = {};                                           // away
    std::optional<std::int64_t> min_alive_percent = {}, max_alive_percent = {};  // both included
    std::optional<std::int64_t> min_value_minor = {}, max_value_minor = {};      // expected
};

// Days since the last order above what is usual for somebody who ordered as often.
bool is_overdue(const Directory& directory, const Entry& entry);

// Which rows of the directory a text or a shop means; empty: all.
using Mask = std::vector<std::uint8_t>;
// `ids` ascending.
Mask mask_of(const Directory& directory, const std::vector<std::int64_t>& ids);

// A filter made ready for a directory, which outlives it. Pure; text and shop are the masks'.
class Matcher {
public:
    Matcher(const Directory& directory, const Filter& filter);

    bool operator()(const Entry& entry) const {
        return (entry.flags & wanted_) == wanted_ && (entry.flags & unwanted_) == 0 && holds(entry);
    }

private:
    bool holds(const Entry& entry) const;

    const Directory& directory_;
    Filter filter_;
    std::uint8_t wanted_ = 0, unwanted_ = 0;
    std::vector<std::uint8_t> cities_, countries_;  // by place, where one is asked for
};

}  // namespace vafa::customers
