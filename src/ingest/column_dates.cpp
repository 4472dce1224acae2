#include "ingest/column_dates.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "base/text.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

constexpr Day kTomorrow = 1;  // clocks of other zones
constexpr std::int64_t kYear = 365;
// Below that many cells, one way of reading them that lies nearer to today proves little.
constexpr std::uint64_t kCellsToTell = 20;

constexpr std::array kOrders = {DateOrder::dmy, DateOrder::mdy, DateOrder::ymd};
constexpr std::array kYearLastOrders = {DateOrder::dmy, DateOrder::mdy};

// What a plain number may count, by its size: days from 1927 to 2119, seconds from 1990 to 2100.
enum CountClass : std::size_t { kDays, kSeconds, kMilliseconds, kNothing };
CountClass class_of(double number) {
    if (number >= 10'000 && number < 80'000) return kDays;
    if (number >= 631e6 && number < 4.103e9) return kSeconds;
    if (number >= 631e9 && number < 4.103e12) return kMilliseconds;
    return kNothing;
}

bool are_slips(std::uint64_t few, std::uint64_t all) { return few * 100 <= all * kSlipsPerHundred; }

}  // namespace

void ColumnDates::Trial::see(const std::optional<When>& when, Day today) {
    if (!when) {
        ++bad;
        return;
    }
    if (when->day > today + kTomorrow) ++future;
    first = std::min(first, when->day);
    last = std::max(last, when->day);
}

void ColumnDates::Trial::add(const Trial& other) {
    bad += other.bad;
    future += other.future;
    first = std::min(first, other.first);
    last = std::max(last, other.last);
}

void ColumnDates::see(std::string_view cell, std::uint64_t line) {
    see(scan_date(cell), cell, line);
}

void ColumnDates::see(const ScannedDate& date, std::string_view cell, std::uint64_t line) {
    switch (date.shape) {
        case DateShape::none:
            return;
        case DateShape::told:
            return told_.see(resolve(date, {}), today_);
        case DateShape::year_last:
            return see_year_last(date, cell, line);
        case DateShape::short_year:
            return see_short(date, cell);
        case DateShape::plain_number:
            return see_number(date, cell);
    }
}

void ColumnDates::see_year_last(const ScannedDate& date, std::string_view cell,
                                std::uint64_t line) {
    ++year_last_.cells;
    for (std::size_t i = 0; i < kYearLastOrders.size(); ++i) {
        year_last_.trials[i].see(resolve(date, {.order = kYearLastOrders[i]}), today_);
    }
    const bool day_first = date.parts[0] > 12 && date.parts[1] <= 12;
    const bool month_first = date.parts[1] > 12 && date.parts[0] <= 12;
    const auto prove = [&](std::uint64_t& count, std::string& sample) {
        if (count++ > 0) return;
        sample = valid_utf8(shortened(cell, kMaxSampleBytes));
        if (line > 0) sample += " (" + std::to_string(line) + ")";
    };
    if (day_first) prove(year_last_.day_first, year_last_.day_first_sample);
    if (month_first) prove(year_last_.month_first, year_last_.month_first_sample);
    keep_sample(cell, !day_first && !month_first && date.parts[0] != date.parts[1]);
}

DateReading ColumnDates::reading_of(std::size_t trial) {
    return {
        .order = kOrders[trial % kOrders.size()],
        .short_years = trial < kOrders.size() ? CalendarKind::gregorian : CalendarKind::persian};
}

void ColumnDates::see_short(const ScannedDate& date, std::string_view cell) {
    ++short_.cells;
    for (std::size_t i = 0; i < kShortTrials; ++i) {
        short_.trials[i].see(resolve(date, reading_of(i)), today_);
    }
    keep_sample(cell, date.parts[0] != date.parts[1]);
}

void ColumnDates::see_number(const ScannedDate& date, std::string_view cell) {
    const auto what = class_of(date.number);
    if (what == kNothing) return;
    ++numbers_;
    ++counts_[what];
    if (what == kDays) days_.see(resolve(date, {.count = DateCount::days_1900}), today_);
    keep_sample(cell, true);
}

void ColumnDates::keep_sample(std::string_view cell, bool telling) {
    if (!sample_.empty() && (sample_is_telling_ || !telling)) return;
    sample_ = valid_utf8(shortened(trimmed(cell), kMaxSampleBytes));
    sample_is_telling_ = telling;
}

void ColumnDates::add(const ColumnDates& other) {
    told_.add(other.told_);
    year_last_.cells += other.year_last_.cells;
    for (std::size_t i = 0; i < year_last_.trials.size(); ++i) {
        year_last_.trials[i].add(other.year_last_.trials[i]);
    }
    if (year_last_.day_first == 0) year_last_.day_first_sample = other.year_last_.day_first_sample;
    if (year_last_.month_first == 0) {
        year_last_.month_first_sample = other.year_last_.month_first_sample;
    }
    year_last_.day_first += other.year_last_.day_first;
    year_last_.month_first += other.year_last_.month_first;
    short_.cells += other.short_.cells;
    for (std::size_t i = 0; i < kShortTrials; ++i) short_.trials[i].add(other.short_.trials[i]);
    numbers_ += other.numbers_;
    for (std::size_t i = 0; i < counts_.size(); ++i) counts_[i] += other.counts_[i];
    days_.add(other.days_);
    if (sample_.empty() || (!sample_is_telling_ && other.sample_is_telling_)) {
        sample_ = other.sample_;
        sample_is_telling_ = other.sample_is_telling_;
    }
}

bool ColumnDates::is_proved() const {
    const auto decision = decide({.today = today_});
    return decision.certain && !decision.contradicts;
}

DateDecision ColumnDates::decide(const ValueHints& hints) const {
    DateDecision decision;
    decision.reading.short_years = hints.calendar_told.value_or(
        hints.persian ? CalendarKind::persian : CalendarKind::gregorian);
    if (short_.cells > 0) decide_short(hints, decision);
    if (year_last_.cells > 0) decide_year_last(hints, decision);
    if (hints.order_told) decision.reading.order = hints.order_told;
    if (numbers_ > 0) decide_numbers(hints, decision);
    return decision;
}

void ColumnDates::decide_year_last(const ValueHints& hints, DateDecision& decision) const {
    const auto& seen = year_last_;
    if (hints.order_told) return;
    const std::uint64_t proofs = seen.day_first + seen.month_first;
    if (proofs > 0) {
        decision.contradicts = !are_slips(std::min(seen.day_first, seen.month_first), proofs);
        decision.certain = decision.certain && !decision.contradicts;
        const bool day_first = seen.day_first >= seen.month_first;
        decision.reading.order = day_first ? DateOrder::dmy : DateOrder::mdy;
        return;
    }
    // All days of all cells are the same number as their months: nothing to decide.
    if (!sample_is_telling_ && short_.cells == 0) {
        decision.reading.order = DateOrder::dmy;
        return;
    }
    decision.certain = false;
    const std::uint64_t future_dmy = seen.trials[0].future;
    const std::uint64_t future_mdy = seen.trials[1].future;
    bool month_first = hints.month_first;
    if (future_dmy > 0 && future_mdy == 0) month_first = true;
    if (future_mdy > 0 && future_dmy == 0) month_first = false;
    decision.reading.order = month_first ? DateOrder::mdy : DateOrder::dmy;
}

// Days that the dates reach over and by which the last one misses today (or the column's other
// dates): the right reading is the one that gives the fewest, as an export ends near its day.
std::int64_t ColumnDates::distance(const Trial& trial) const {
    if (trial.first > trial.last) return std::numeric_limits<std::int32_t>::max();
    const bool others = told_.first <= told_.last;
    const std::int64_t until = others ? told_.last : today_;
    return std::abs(until - trial.last) + (trial.last - trial.first);
}

void ColumnDates::decide_short(const ValueHints& hints, DateDecision& decision) const {
    const auto allowed = [&](std::size_t i) {
        const auto reading = reading_of(i);
        return (!hints.order_told || reading.order == hints.order_told) &&
               (!hints.calendar_told || reading.short_years == *hints.calendar_told);
    };
    const auto faults = [&](std::size_t i) {
        return short_.trials[i].bad + short_.trials[i].future;
    };
    std::uint64_t fewest = short_.cells;
    for (std::size_t i = 0; i < kShortTrials; ++i) {
        if (allowed(i)) fewest = std::min(fewest, faults(i));
    }
    // What the calendar and today leave, the nearest first.
    std::array<std::size_t, kShortTrials> left = {};
    std::size_t count = 0;
    for (std::size_t i = 0; i < kShortTrials; ++i) {
        if (allowed(i) && are_slips(faults(i) - fewest, short_.cells)) left[count++] = i;
    }
    std::sort(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(count),
              [&](std::size_t a, std::size_t b) {
                  const auto x = distance(short_.trials[a]);
                  const auto y = distance(short_.trials[b]);
                  return x != y ? x < y : a < b;
              });
    const std::int64_t nearest = distance(short_.trials[left[0]]);
    std::size_t best = left[0];
    std::size_t near = 0;
    const auto liking = [&](std::size_t i) {
        const auto reading = reading_of(i);
        const bool calendar = (reading.short_years == CalendarKind::persian) == hints.persian;
        const bool order = (reading.order == DateOrder::mdy) == hints.month_first;
        return (calendar ? 2 : 0) + (order ? 1 : 0);
    };
    for (std::size_t n = 0; n < count; ++n) {
        if (distance(short_.trials[left[n]]) > nearest + kYear) continue;
        ++near;
        if (liking(left[n]) > liking(best)) best = left[n];
    }
    decision.reading.order = reading_of(best).order;
    decision.reading.short_years = reading_of(best).short_years;
    const bool clear = near == 1 && short_.cells >= kCellsToTell;
    const bool fits = are_slips(fewest, short_.cells);
    decision.certain = (fits && (count == 1 || clear)) || hints.order_told.has_value();
}

void ColumnDates::decide_numbers(const ValueHints& hints, DateDecision& decision) const {
    const auto most = std::max_element(counts_.begin(), counts_.end());
    if (!are_slips(numbers_ - *most, numbers_)) decision.certain = false;
    switch (static_cast<std::size_t>(most - counts_.begin())) {
        case kSeconds:
            decision.reading.count = DateCount::seconds;
            return;
        case kMilliseconds:
            decision.reading.count = DateCount::milliseconds;
            return;
        default:
            break;
    }
    decision.reading.count = hints.from_1904 ? DateCount::days_1904 : DateCount::days_1900;
    if (hints.from_1904) return;
    // Four years and a day more would lie in the future: it cannot be 1904.
    constexpr Day kBetween = 1462;
    const bool only_1900 = days_.last + kBetween > today_ + kTomorrow;
    decision.certain = decision.certain && (only_1900 || *most < kCellsToTell);
}

}  // namespace vafa::ingest
