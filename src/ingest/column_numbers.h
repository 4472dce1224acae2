#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "ingest/number_scan.h"
#include "ingest/value_hints.h"

namespace vafa::ingest {

struct NumberDecision {
    NumberReading reading;
    bool certain = true;
    bool contradicts = false;  // both marks are proved to be decimal, each by many cells
};

// Looks at the cells of a column (or of several that one program wrote) to find out which mark is
// the decimal one. Pure; a few dozen bytes whatever the column.
class ColumnNumbers {
public:
    void see(std::string_view cell);
    void see(const ScannedNumber& number, std::string_view cell);
    void add(const ColumnNumbers& other);

    // Some cell can be read in two ways: a decision is needed.
    bool is_open() const { return opens_ > 0; }
    bool is_proved() const;
    // A cell that the decision is about; empty where none is.
    const std::string& sample() const { return sample_; }

    // `money`: amounts, else quantities.
    NumberDecision decide(const ValueHints& hints, bool money) const;

private:
    std::array<std::uint64_t, kDecimalMarks> votes() const;
    NumberReading likely(const ValueHints& hints, bool money) const;

    std::array<std::uint64_t, kDecimalMarks> decimal_ = {};   // cells that prove each mark to be so
    std::array<std::uint64_t, kDecimalMarks> grouping_ = {};  // … to set thousands apart
    std::array<std::uint64_t, kDecimalMarks> open_ = {};
    std::uint64_t opens_ = 0;
    std::uint64_t below_thousand_ = 0;  // whole numbers without a mark
    std::string sample_;
    std::string scratch_;
};

}  // namespace vafa::ingest
