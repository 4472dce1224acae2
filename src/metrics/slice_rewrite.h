#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "metrics/price_index.h"
#include "timeline/types.h"

namespace vafa::metrics {

// False when some customer's days go back: a row of day precision keeps its day in every zone while
// its neighbours move.
bool days_ascend(const timeline::Slice& slice);

// Copies a slice with some of its customers, their rows ordered by day (ties as they were), and
// with other amounts. One a worker: the slice given out lives until the next call.
class SliceRewriter {
public:
    struct Change {
        const std::vector<std::uint8_t>* keep = nullptr;  // by customer; nothing: all
        // Amount by the code of this property; the row's own where the code has none.
        std::optional<std::size_t> amount_property = {};
        const PriceIndex* prices = nullptr;  // nothing: amounts as they were
        std::size_t properties = 0;          // how many of the slice's first properties go along
    };
    timeline::Slice rewrite(const timeline::Slice& slice, const Change& change);

private:
    void copy_row(const timeline::Slice& slice, const Change& change, std::uint32_t row);
    void clear(const timeline::Slice& slice, const Change& change);
    void read_amounts(const std::vector<std::string>& dictionary);
    timeline::Slice finished(const timeline::Slice& slice, const Change& change);

    std::vector<std::int64_t> ids_;
    std::vector<std::uint32_t> offsets_, ms_, amount_, subject_, order_;
    std::vector<std::uint16_t> day_;
    std::vector<std::uint8_t> flags_;
    std::vector<timeline::WideAmount> wide_;
    std::vector<std::vector<std::uint32_t>> codes_;
    std::vector<timeline::Property> properties_;
    std::vector<std::optional<std::int64_t>> amounts_;  // by code, read from the dictionary
};

}  // namespace vafa::metrics
