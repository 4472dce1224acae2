#include "metrics/slice_rewrite.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace vafa::metrics {

bool days_ascend(const timeline::Slice& slice) {
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        for (auto row = slice.offsets[customer] + 1; row < slice.offsets[customer + 1]; ++row)
            if (slice.day[row] < slice.day[row - 1]) return false;
    }
    return true;
}

timeline::Slice SliceRewriter::rewrite(const timeline::Slice& slice, const Change& change) {
    clear(slice, change);
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        if (change.keep != nullptr && (*change.keep)[customer] == 0) continue;
        const std::uint32_t begin = slice.offsets[customer], end = slice.offsets[customer + 1];
        order_.resize(end - begin);
        std::iota(order_.begin(), order_.end(), begin);
        std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
            return slice.day[a] < slice.day[b];
        });
        for (const std::uint32_t row : order_) copy_row(slice, change, row);
        ids_.push_back(slice.ids[customer]);
        offsets_.push_back(static_cast<std::uint32_t>(day_.size()));
    }
    return finished(slice, change);
}

void SliceRewriter::clear(const timeline::Slice& slice, const Change& change) {
    ids_.clear();
    offsets_.assign(1, 0);
    ms_.clear();
    amount_.clear();
    subject_.clear();
    day_.clear();
    flags_.clear();
    wide_.clear();
    codes_.resize(change.properties);
    for (auto& codes : codes_) codes.clear();
    if (change.amount_property) read_amounts(*slice.properties[*change.amount_property].dictionary);
}

// Codes are only ever added to a dictionary, so what was read stays true.
void SliceRewriter::read_amounts(const std::vector<std::string>& dictionary) {
    for (std::size_t code = amounts_.size(); code < dictionary.size(); ++code) {
        const std::string& text = dictionary[code];
        std::int64_t amount = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
        const bool whole = error == std::errc{} && end == text.data() + text.size();
        amounts_.push_back(whole && code != 0 ? std::optional(amount) : std::nullopt);
    }
}

void SliceRewriter::copy_row(const timeline::Slice& slice, const Change& change,
                             std::uint32_t row) {
    std::int64_t amount = slice.amount_at(row);
    if (change.amount_property) {
        const auto code = slice.properties[*change.amount_property].codes[row];
        amount = amounts_[code].value_or(amount);
    }
    if (change.prices != nullptr) amount = change.prices->real(amount, slice.day[row]);
    if (amount >= 0 && amount < timeline::kWideAmount) {
        amount_.push_back(static_cast<std::uint32_t>(amount));
    } else {
        wide_.push_back({static_cast<std::uint32_t>(amount_.size()), amount});
        amount_.push_back(timeline::kWideAmount);
    }
    day_.push_back(slice.day[row]);
    ms_.push_back(slice.ms[row]);
    flags_.push_back(slice.flags[row]);
    subject_.push_back(slice.subject[row]);
    for (std::size_t i = 0; i < codes_.size(); ++i)
        codes_[i].push_back(slice.properties[i].codes[row]);
}

timeline::Slice SliceRewriter::finished(const timeline::Slice& slice, const Change& change) {
    properties_.clear();
    for (std::size_t i = 0; i < change.properties; ++i)
        properties_.push_back({codes_[i].data(), slice.properties[i].dictionary});
    timeline::Slice out;
    out.customers = static_cast<std::uint32_t>(ids_.size());
    out.ids = ids_.data();
    out.offsets = offsets_.data();
    out.day = day_.data();
    out.ms = ms_.data();
    out.amount = amount_.data();
    out.flags = flags_.data();
    out.subject = subject_.data();
    out.wide = wide_;
    out.properties = properties_;
    return out;
}

}  // namespace vafa::metrics
