#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "metrics/options.h"
#include "metrics/period_table.h"

namespace vafa::metrics {

// Where a cohort's row of cells lies. Cohorts are numbered backwards from E's period: older ones
// only ever append, so no pass is needed to learn where the history begins.
class Layout {
public:
    Layout(const Options& options, Day end)
        : rules_(options.rules),
          by_(options.by),
          rolling_(options.kind == CohortKind::rolling),
          end_(end),
          periods_(options.rules, options.by, end) {
        starts_.push_back(nowhere_cells());
        if (rolling_) fill_rolling_table();
    }

    const std::uint16_t* bucket_of_day() const {
        return rolling_ ? rolling_table_.data() : periods_.data();
    }
    bool rolling() const { return rolling_; }
    Day step() const { return by_ == PeriodKind::day ? 1 : by_ == PeriodKind::week ? 7 : 30; }
    // Cells before all cohorts, as many as a row may have buckets: for rows that belong nowhere.
    std::size_t nowhere_cells() const { return std::size_t{periods_.last()} + 1; }
    std::size_t age_of(Day first) const {
        return static_cast<std::size_t>(periods_.last() - periods_.at(first));
    }
    std::size_t start_of(std::size_t age) const { return starts_[age]; }
    std::size_t known() const { return starts_.size() - 1; }
    std::size_t length_of(std::size_t age) const { return starts_[age + 1] - starts_[age]; }
    std::size_t cells() const { return starts_.back(); }
    std::int32_t period_of_age(std::size_t age) const {
        return periods_.period(static_cast<std::uint16_t>(periods_.last() - age));
    }

    void grow_to(std::size_t age) {
        while (known() <= age) {
            const std::size_t next = known();
            std::size_t length = next + 1;
            if (rolling_) {
                const Day first = std::max(first_day_of(rules_, by_, period_of_age(next)), 0);
                length = static_cast<std::size_t>((end_ - first) / step()) + 1;
            }
            starts_.push_back(starts_.back() + length);
        }
    }

    bool complete(std::size_t age, std::int32_t offset) const {
        if (!rolling_) return last_day_of(rules_, by_, period_of_age(age) + offset) <= end_;
        return last_day_of(rules_, by_, period_of_age(age)) + step() * (offset + 1) - 1 <= end_;
    }

private:
    void fill_rolling_table() {
        rolling_table_.resize(static_cast<std::size_t>(std::clamp(end_, 0, 65'535)) + 1);
        for (std::size_t day = 0; day < rolling_table_.size(); ++day)
            rolling_table_[day] =
                static_cast<std::uint16_t>(day / static_cast<std::size_t>(step()));
    }

    CalendarRules rules_;
    PeriodKind by_;
    bool rolling_;
    Day end_;
    PeriodTable periods_;
    std::vector<std::size_t> starts_;
    std::vector<std::uint16_t> rolling_table_;  // by days since the first purchase
};

}  // namespace vafa::metrics
