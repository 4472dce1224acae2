#pragma once

#include <string>
#include <vector>

#include "commerce/words.h"
#include "ingest/assemble_words.h"
#include "ingest/sorted_runs.h"

namespace vafa::ingest {

// More rows than that about one customer or product: the wrong column was taken.
inline constexpr std::size_t kMaxRowsPerWord = 10'000;

// What a staged import says of each customer or product, in the order of their keys: the same each
// time.
class WordFeed {
public:
    WordFeed(RunMerger merger, AssembleRules rules, TimeMs said_at)
        : merger_(std::move(merger)), rules_(std::move(rules)), said_at_(said_at) {}

    // False at the end.
    Result<bool> next(commerce::CustomerFact& fact);
    Result<bool> next(commerce::ProductFact& fact);

    std::uint64_t rows() const { return rows_; }
    std::uint64_t rows_over_limit() const { return rows_over_limit_; }

private:
    Result<bool> gather();

    RunMerger merger_;
    AssembleRules rules_;
    TimeMs said_at_;
    std::vector<std::string> records_;  // about the one; reused
    std::vector<StagedRow> rows_of_one_;
    std::string_view ahead_;  // the record after them
    bool has_ahead_ = false, at_end_ = false;
    std::uint64_t rows_ = 0, rows_over_limit_ = 0;
};

}  // namespace vafa::ingest
