#include "customers/filter.h"

#include "base/text.h"
#include "metrics/rfm_groups.h"

namespace vafa::customers {
namespace {

template <class T>
bool between(const T& value, const auto& least, const auto& most) {
    return (!least || value >= static_cast<T>(*least)) && (!most || value <= static_cast<T>(*most));
}

// Any case and spelling: "تهران" with either kind of letters.
std::vector<std::uint8_t> same_places(const std::vector<std::string>& names,
                                      std::string_view wanted) {
    std::vector<std::uint8_t> same;
    const std::string key = search_key(wanted);
    if (key.empty()) return same;
    for (const std::string& name : names) same.push_back(search_key(name) == key ? 1 : 0);
    return same;
}

bool is_place(const std::vector<std::uint8_t>& wanted, std::uint32_t place) {
    return wanted.empty() || wanted[place] != 0;
}

}  // namespace

std::optional<Group> group_of(const Entry& entry) {
    if (!entry.is(has::kStanding)) return std::nullopt;
    return static_cast<Group>(metrics::rfm_group(entry.recency, entry.frequency, entry.monetary));
}

Result<Cell> Cell::from_text(std::string_view text) {
    Cell cell;
    const auto wrong = [&] {
        return invalid("error.not_a_cell").with("value", std::string(text.substr(0, 16)));
    };
    const std::string digits = ascii_digits(text);
    if (digits.empty() || digits.size() > cell.scores.size()) return wrong();
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const char c = digits[i];
        if (c != 'x' && (c < '1' || c > '5')) return wrong();
        cell.scores[i] = c == 'x' ? std::uint8_t{0} : static_cast<std::uint8_t>(c - '0');
    }
    return cell;
}

std::string Cell::to_text() const {
    std::string text;
    for (const std::uint8_t score : scores) {
        text += score == 0 ? 'x' : static_cast<char>('0' + score);
    }
    return text;
}

bool is_overdue(const Directory& directory, const Entry& entry) {
    const auto& limit = directory.risk_after_days[entry.segment];
    return entry.is(has::kStanding) && limit && directory.end - entry.last > *limit;
}

Mask mask_of(const Directory& directory, const std::vector<std::int64_t>& ids) {
    Mask mask(directory.entries.size());
    auto id = ids.begin();
    for (std::size_t i = 0; i < mask.size() && id != ids.end(); ++i) {
        while (id != ids.end() && *id < directory.entries[i].id) ++id;
        mask[i] = id != ids.end() && *id == directory.entries[i].id ? 1 : 0;
    }
    return mask;
}

Matcher::Matcher(const Directory& directory, const Filter& filter)
    : directory_(directory),
      filter_(filter),
      cities_(same_places(directory.cities, filter.city)),
      countries_(same_places(directory.countries, filter.country)) {
    const auto presence = [&](std::optional<bool> asked, std::uint8_t flag) {
        if (asked) (*asked ? wanted_ : unwanted_) |= flag;
    };
    presence(filter.has_phone, has::kPhone);
    presence(filter.has_email, has::kEmail);
    if (filter.consent == commerce::Channel::sms) wanted_ |= has::kSmsConsent;
    if (filter.consent == commerce::Channel::email) wanted_ |= has::kEmailConsent;
    presence(filter.slipping, has::kSlipping);
    if (filter.min_alive_percent || filter.max_alive_percent || filter.min_value_minor ||
        filter.max_value_minor) {
        wanted_ |= has::kScore;
    }
    if (filter.rfm || filter.group || filter.kind || filter.last_from || filter.last_to) {
        wanted_ |= has::kStanding;
    }
}

bool Matcher::holds(const Entry& entry) const {
    if (filter_.rfm) {
        const auto& [r, f, m] = filter_.rfm->scores;
        if ((r != 0 && r != entry.recency) || (f != 0 && f != entry.frequency) ||
            (m != 0 && m != entry.monetary))
            return false;
    }
    return (!filter_.group || group_of(entry) == filter_.group) &&
           (!filter_.kind || entry.kind == *filter_.kind) &&
           (!filter_.overdue || is_overdue(directory_, entry) == *filter_.overdue) &&
           is_place(cities_, entry.city) && is_place(countries_, entry.country) &&
           between(std::int64_t{entry.orders}, filter_.min_orders, filter_.max_orders) &&
           between(entry.spent_minor, filter_.min_spent_minor, filter_.max_spent_minor) &&
           between(Day{entry.last}, filter_.last_from, filter_.last_to) &&
           between(100 * double{entry.p_alive}, filter_.min_alive_percent,
                   filter_.max_alive_percent) &&
           between(double{entry.expected_value}, filter_.min_value_minor, filter_.max_value_minor);
}

}  // namespace vafa::customers
