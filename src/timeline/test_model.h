#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "base/calendar.h"
#include "base/rng.h"
#include "timeline/api.h"

// The timeline as a plain vector: what every test of it compares with.
namespace vafa::timeline::test {

struct Seen {
    std::int64_t customer = 0;
    TimeMs at = 0;
    std::uint32_t subject = 0;
    std::int64_t amount = 0;
    std::uint8_t flags = 0;
    std::uint16_t day = 0;
    std::string property = "";
    auto operator<=>(const Seen&) const = default;
};

inline void PrintTo(const Seen& row, std::ostream* out) {
    *out << "{customer " << row.customer << ", at " << row.at << ", subject " << row.subject
         << ", amount " << row.amount << ", flags " << int{row.flags} << ", day " << row.day
         << ", property '" << row.property << "'}";
}

class Model {
public:
    void append(const std::vector<Row>& rows) {
        for (const Row& row : rows) {
            Row plain = row;
            plain.retract = false;
            plain.subject = static_cast<std::uint32_t>(row.subject);
            if (!row.retract) {
                rows_.push_back(plain);
                continue;
            }
            const auto it = std::ranges::find_if(rows_, [&](const Row& other) {
                return other.profile == plain.profile && other.at == plain.at &&
                       other.amount_minor == plain.amount_minor && other.subject == plain.subject &&
                       other.flags == plain.flags;
            });
            if (it == rows_.end()) {
                ++unmatched;
            } else {
                rows_.erase(it);
            }
        }
    }

    std::int64_t customer_of(std::int64_t profile) const {
        const auto it = links.find(profile);
        return it == links.end() ? profile : it->second;
    }

    // Rows of customers, or the anonymous ones, as a scan in `zone` must show them.
    std::vector<Seen> expected(const TimeZone& store, const TimeZone& zone, bool anonymous) const {
        std::vector<Seen> out;
        for (const Row& row : rows_) {
            if ((row.profile == 0) != anonymous) continue;
            const bool keeps_day = (row.flags & kDayPrecision) != 0;
            out.push_back(
                {customer_of(row.profile), row.at, static_cast<std::uint32_t>(row.subject),
                 row.amount_minor, row.flags,
                 static_cast<std::uint16_t>((keeps_day ? store : zone).local_day(row.at))});
        }
        std::ranges::sort(out);
        return out;
    }
    const std::vector<Row>& rows() const { return rows_; }

    std::map<std::int64_t, std::int64_t> links;
    std::uint64_t unmatched = 0;

private:
    std::vector<Row> rows_;
};

// The rows of a slice read back. Store days are known only where the scan is in the store's zone,
// so that times come from `starts` over days of the same rows in the store's zone.
inline void check_shape(const Slice& slice) {
    for (std::uint32_t i = 1; i < slice.customers; ++i) {
        ASSERT_LT(slice.ids[i - 1], slice.ids[i]);
    }
    for (std::uint32_t i = 0; i < slice.customers; ++i) {
        ASSERT_LT(slice.offsets[i], slice.offsets[i + 1]) << "a customer without rows";
    }
}

inline std::vector<Seen> read_slice(const Slice& slice, const TimeZone& store) {
    check_shape(slice);
    std::vector<Seen> out;
    for (std::uint32_t i = 0; i < slice.customers; ++i) {
        const std::size_t first = out.size();
        for (std::uint32_t row = slice.offsets[i]; row < slice.offsets[i + 1]; ++row) {
            const TimeMs at = store.day_start(slice.day[row]) + static_cast<TimeMs>(slice.ms[row]);
            Seen seen{slice.ids[i],  at, slice.subject[row], slice.amount_at(row), slice.flags[row],
                      slice.day[row]};
            if (!slice.properties.empty()) {
                const Property& property = slice.properties[0];
                seen.property = (*property.dictionary)[property.codes[row]];
            }
            out.push_back(seen);
        }
        EXPECT_TRUE(std::is_sorted(out.begin() + static_cast<std::ptrdiff_t>(first), out.end()));
    }
    return out;
}

// All customers' rows of a scan in the store's zone, in order.
inline std::vector<Seen> read_all(const Timeline& timeline, ScanRequest request = {}) {
    const unsigned workers = request.workers == 0 ? timeline.workers() : request.workers;
    std::vector<std::vector<Seen>> parts(workers);
    timeline.scan(request, [&](unsigned worker, const Slice& slice) {
        const auto rows = read_slice(slice, timeline.store_zone());
        parts.at(worker).insert(parts.at(worker).end(), rows.begin(), rows.end());
    });
    std::vector<Seen> all;
    for (const auto& part : parts) {
        EXPECT_TRUE(std::is_sorted(part.begin(), part.end())) << "runs of a worker must ascend";
        all.insert(all.end(), part.begin(), part.end());
    }
    std::ranges::sort(all);
    return all;
}

inline TimeMs utc(int year, int month, int day, int hour = 0, int minute = 0) {
    const auto date = from_date(CalendarKind::gregorian, {year, month, day});
    return *date * kMsPerDay + hour * kMsPerHour + minute * 60'000;
}

// +3:30, an hour more from 22 March to 22 September until 2022: clocks move at midnight.
inline TimeZone tehran() {
    std::vector<TimeZone::Transition> transitions;
    for (int year = 2008; year <= 2022; ++year) {
        transitions.push_back({utc(year, 3, 21, 20, 30), 16'200'000});
        transitions.push_back({utc(year, 9, 21, 19, 30), 12'600'000});
    }
    return {"Asia/Tehran", transitions, 12'600'000};
}

// −3:30 / −2:30 with changes one minute after midnight: a local day is left and entered again.
inline TimeZone newfoundland() {
    std::vector<TimeZone::Transition> transitions;
    for (int year = 2008; year <= 2022; ++year) {
        transitions.push_back({utc(year, 3, 12, 3, 31), -9'000'000});
        transitions.push_back({utc(year, 11, 5, 2, 31), -12'600'000});
    }
    return {"America/St_Johns", transitions, -12'600'000};
}

inline TimeZone kiritimati() { return {"Pacific/Kiritimati", {}, 14 * 3'600'000}; }

// Few customers, instants and amounts, so that rows meet: on purpose many are equal.
inline Row random_row(Rng& rng) {
    static constexpr std::int64_t kAmounts[] = {
        0, 1, 1500, 4294967294, 4294967295, 4294967296, -1, -50000, 999999999999999999};
    Row row;
    row.profile = rng.chance(0.05) ? 0 : rng.between(1, 60);
    row.at = utc(2019, 1, 1) + rng.between(0, 1400) * kMsPerDay + rng.between(0, 6) * 14'399'000;
    row.amount_minor = kAmounts[rng.below(std::size(kAmounts))];
    row.subject = rng.below(3) + (rng.chance(0.2) ? 1ULL << 32U : 0);
    row.flags = rng.chance(0.2) ? kDayPrecision : static_cast<std::uint8_t>(rng.below(8));
    return row;
}

}  // namespace vafa::timeline::test
