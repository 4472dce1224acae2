#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "ingest/dates.h"
#include "ingest/value_hints.h"

namespace vafa::ingest {

struct DateDecision {
    DateReading reading;
    bool certain = true;
    bool contradicts = false;  // both 13/5 and 5/13, each in many cells
};

// Looks at the cells of a column to find out in which order day and month stand, whose years two
// digits are and what plain numbers count. Pure; a few hundred bytes whatever the column.
class ColumnDates {
public:
    explicit ColumnDates(Day today) : today_(today) {}

    void see(std::string_view cell, std::uint64_t line);
    void see(const ScannedDate& date, std::string_view cell, std::uint64_t line);
    void add(const ColumnDates& other);

    // Some cell can be read in two ways: a decision is needed.
    bool is_open() const { return year_last_.cells + short_.cells + numbers_ > 0; }
    // The cells settle it without a look at what is likely, and no cell contradicts.
    bool is_proved() const;
    // A cell that the decision is about, the most telling one: "3/4/2024" rather than "25/4/2024".
    const std::string& sample() const { return sample_; }
    // Cells that prove one order and the other, for a column that contradicts itself.
    const std::string& day_first_sample() const { return year_last_.day_first_sample; }
    const std::string& month_first_sample() const { return year_last_.month_first_sample; }

    DateDecision decide(const ValueHints& hints) const;

private:
    // How the cells come out under one way of reading them.
    struct Trial {
        std::uint64_t bad = 0;     // no dates
        std::uint64_t future = 0;  // later than tomorrow
        Day first = std::numeric_limits<Day>::max();
        Day last = std::numeric_limits<Day>::min();
        void see(const std::optional<When>& when, Day today);
        void add(const Trial& other);
    };
    struct YearLast {
        std::uint64_t cells = 0, day_first = 0, month_first = 0;
        std::string day_first_sample, month_first_sample;
        std::array<Trial, 2> trials = {};  // dmy, mdy
    };
    // Orders times calendars.
    static constexpr std::size_t kShortTrials = 6;
    struct Short {
        std::uint64_t cells = 0;
        std::array<Trial, kShortTrials> trials = {};
    };

    void see_year_last(const ScannedDate& date, std::string_view cell, std::uint64_t line);
    void see_short(const ScannedDate& date, std::string_view cell);
    void see_number(const ScannedDate& date, std::string_view cell);
    void keep_sample(std::string_view cell, bool telling);
    std::int64_t distance(const Trial& trial) const;
    void decide_year_last(const ValueHints& hints, DateDecision& decision) const;
    void decide_short(const ValueHints& hints, DateDecision& decision) const;
    void decide_numbers(const ValueHints& hints, DateDecision& decision) const;
    static DateReading reading_of(std::size_t trial);

    Day today_;
    Trial told_;
    YearLast year_last_;
    Short short_;
    std::uint64_t numbers_ = 0;
    std::array<std::uint64_t, 3> counts_ = {};  // of numbers as large as days, seconds, ms
    Trial days_;                                // read as days since 1900
    std::string sample_;
    bool sample_is_telling_ = false;
};

}  // namespace vafa::ingest
