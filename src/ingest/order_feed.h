#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ingest/assemble.h"
#include "ingest/sorted_runs.h"
#include "ingest/staged_row.h"

namespace vafa::ingest {

// More rows than that under one number are no order: the wrong column was taken.
inline constexpr std::size_t kMaxRowsPerOrder = 50'000;

// The orders of a staged import one after another, in the order of their keys: the same each time.
class OrderFeed {
public:
    OrderFeed(RunMerger merger, AssembleRules rules);

    // False at the end.
    Result<bool> next(commerce::OrderFact& order);

    std::uint64_t rows() const { return rows_; }
    std::uint64_t orders_of_two_customers() const { return two_customers_; }
    std::uint64_t rows_over_limit() const { return rows_over_limit_; }

private:
    Result<bool> read_row();
    Result<void> gather();
    void number_repeats();

    RunMerger merger_;
    AssembleRules rules_;
    std::vector<std::string> records_;  // of the order's rows; reused
    std::vector<StagedRow> rows_of_order_;
    std::string_view ahead_;  // the record after this order
    bool has_ahead_ = false, at_end_ = false;
    // Of rows keyed by content, each an order of its own: those that speak for one, by occurrence.
    std::vector<std::size_t> spokesmen_;
    std::size_t spoken_ = 0;
    std::uint64_t rows_ = 0, two_customers_ = 0, rows_over_limit_ = 0;
};

}  // namespace vafa::ingest
