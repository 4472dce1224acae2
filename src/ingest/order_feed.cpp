#include "ingest/order_feed.h"

namespace vafa::ingest {

OrderFeed::OrderFeed(RunMerger merger, AssembleRules rules)
    : merger_(std::move(merger)), rules_(std::move(rules)) {}

Result<bool> OrderFeed::read_row() {
    if (has_ahead_) return true;
    if (at_end_) return false;
    VAFA_TRY(has_ahead_, merger_.next(ahead_));
    at_end_ = !has_ahead_;
    rows_ += has_ahead_ ? 1 : 0;
    return has_ahead_;
}

// The rows with the key of `ahead_`.
Result<void> OrderFeed::gather() {
    std::size_t count = 0;
    while (true) {
        VAFA_TRY(const bool more, read_row());
        if (!more || (count > 0 && key_of_record(ahead_) != key_of_record(records_.front()))) break;
        has_ahead_ = false;
        if (count == kMaxRowsPerOrder) {
            ++rows_over_limit_;
            continue;
        }
        if (count == records_.size()) records_.emplace_back();
        records_[count++].assign(ahead_);
    }
    rows_of_order_.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        if (!decode(records_[i], rows_of_order_[i])) {
            return damaged("error.import_staging_damaged");
        }
    }
    return {};
}

// Equal rows of one file are so many orders; the same rows in another file are the same orders, and
// the last file has the last word on each.
void OrderFeed::number_repeats() {
    spokesmen_.clear();
    spoken_ = 0;
    std::size_t occurrence = 0;
    for (std::size_t i = 0; i < rows_of_order_.size(); ++i) {
        const bool same_file = i > 0 && rows_of_order_[i].file == rows_of_order_[i - 1].file;
        occurrence = same_file ? occurrence + 1 : 0;
        if (occurrence == spokesmen_.size()) {
            spokesmen_.push_back(i);
        } else {
            spokesmen_[occurrence] = i;
        }
    }
}

Result<bool> OrderFeed::next(commerce::OrderFact& order) {
    if (spoken_ == spokesmen_.size()) {
        VAFA_CHECK(gather());
        if (rows_of_order_.empty()) return false;
        spokesmen_.clear();
        spoken_ = 0;
        if (!rows_of_order_.front().keyed_by_content) {
            two_customers_ += has_two_customers(rows_of_order_) ? 1 : 0;
            order = assemble(rows_of_order_, rules_);
            return true;
        }
        number_repeats();
    }
    order = assemble(std::span(&rows_of_order_[spokesmen_[spoken_]], 1), rules_);
    if (spoken_ > 0) order.key += "." + std::to_string(spoken_);
    ++spoken_;
    return true;
}

}  // namespace vafa::ingest
