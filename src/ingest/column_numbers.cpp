#include "ingest/column_numbers.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "ingest/cells.h"

namespace vafa::ingest {

namespace {

constexpr std::size_t index_of(DecimalMark mark) { return static_cast<std::size_t>(mark); }

DecimalMark other_than(DecimalMark mark) {
    return mark == DecimalMark::point ? DecimalMark::comma : DecimalMark::point;
}

}  // namespace

void ColumnNumbers::see(std::string_view cell) {
    cell = trimmed(cell);
    see(scan_number(cell, {}, scratch_), cell);
}

void ColumnNumbers::see(const ScannedNumber& number, std::string_view cell) {
    if (number.shape == NumberShape::none) return;
    if (number.grouping) ++grouping_[index_of(*number.grouping)];
    if (number.mark && number.proves) ++decimal_[index_of(*number.mark)];
    if (number.shape == NumberShape::told) {
        const bool small = !number.mark && number.plain.size() <= 3 && number.plain != "0";
        below_thousand_ += small ? 1 : 0;
        return;
    }
    ++opens_;
    if (!number.proves) ++open_[index_of(*number.mark)];
    if (sample_.empty()) sample_ = valid_utf8(shortened(cell, kMaxSampleBytes));
}

void ColumnNumbers::add(const ColumnNumbers& other) {
    for (std::size_t i = 0; i < kDecimalMarks; ++i) {
        decimal_[i] += other.decimal_[i];
        grouping_[i] += other.grouping_[i];
        open_[i] += other.open_[i];
    }
    opens_ += other.opens_;
    below_thousand_ += other.below_thousand_;
    if (sample_.empty()) sample_ = other.sample_;
}

// A mark that sets thousands apart speaks for the other one of point and comma.
std::array<std::uint64_t, kDecimalMarks> ColumnNumbers::votes() const {
    auto votes = decimal_;
    votes[index_of(DecimalMark::point)] += grouping_[index_of(DecimalMark::comma)];
    votes[index_of(DecimalMark::comma)] += grouping_[index_of(DecimalMark::point)];
    return votes;
}

bool ColumnNumbers::is_proved() const {
    const auto all = votes();
    return std::any_of(all.begin(), all.end(), [](std::uint64_t n) { return n > 0; });
}

NumberDecision ColumnNumbers::decide(const ValueHints& hints, bool money) const {
    if (hints.mark_told) return {.reading = {hints.mark_told}};
    const auto all = votes();
    const auto total = std::accumulate(all.begin(), all.end(), std::uint64_t{0});
    if (total == 0) return {.reading = likely(hints, money), .certain = opens_ == 0};
    const auto most = std::max_element(all.begin(), all.end());
    NumberDecision decision;
    decision.contradicts = (total - *most) * 100 > total * kSlipsPerHundred;
    decision.certain = !decision.contradicts;
    if (!decision.contradicts) {
        decision.reading.mark = static_cast<DecimalMark>(most - all.begin());
    }
    return decision;
}

// The cells that are open all have one mark and three digits behind it.
NumberReading ColumnNumbers::likely(const ValueHints& hints, bool money) const {
    const auto most = std::max_element(open_.begin(), open_.end());
    const bool one_mark = std::accumulate(open_.begin(), open_.end(), std::uint64_t{0}) == *most;
    if (*most == 0 || !one_mark) return {};
    const auto mark = static_cast<DecimalMark>(most - open_.begin());
    const NumberReading thousands{other_than(mark)};
    if (money && hints.currency_digits == 0) return thousands;
    if (money && hints.currency_digits == 3 && below_thousand_ == 0) return {mark};
    // Thousands are marked only where there are any; decimals are written on every number.
    if (below_thousand_ > 0) return thousands;
    if (!money && mark != DecimalMark::slash) return {mark};
    const auto usual = hints.comma_decimal ? DecimalMark::comma : DecimalMark::point;
    return mark == usual ? NumberReading{} : thousands;
}

}  // namespace vafa::ingest
