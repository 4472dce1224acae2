#include "ingest/word_feed.h"

namespace vafa::ingest {

// False: there is none.
Result<bool> WordFeed::gather() {
    std::size_t count = 0;
    while (!at_end_) {
        if (!has_ahead_) {
            VAFA_TRY(has_ahead_, merger_.next(ahead_));
            at_end_ = !has_ahead_;
            if (at_end_) break;
            ++rows_;
        }
        if (count > 0 && key_of_record(ahead_) != key_of_record(records_.front())) break;
        has_ahead_ = false;
        if (count == kMaxRowsPerWord) {
            ++rows_over_limit_;
            continue;
        }
        if (count == records_.size()) records_.emplace_back();
        records_[count++].assign(ahead_);
    }
    rows_of_one_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (!decode(records_[i], rows_of_one_[i])) return damaged("error.import_staging_damaged");
    }
    return count > 0;
}

Result<bool> WordFeed::next(commerce::CustomerFact& fact) {
    VAFA_TRY(const bool more, gather());
    if (more) fact = assemble_customer(rows_of_one_, rules_, said_at_);
    return more;
}

Result<bool> WordFeed::next(commerce::ProductFact& fact) {
    VAFA_TRY(const bool more, gather());
    if (more) fact = assemble_product(rows_of_one_, rules_, said_at_);
    return more;
}

}  // namespace vafa::ingest
