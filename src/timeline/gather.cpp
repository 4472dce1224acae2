#include "timeline/gather.h"

namespace vafa::timeline {

Slice ScanColumns::slice(std::uint32_t profile_begin, std::uint32_t profile_end) const {
    Slice out;
    out.customers = profile_end - profile_begin;
    out.ids = columns->ids.data() + profile_begin;
    out.offsets = columns->offsets.data() + profile_begin;
    out.day = day;
    out.ms = columns->ms.data();
    out.amount = columns->amount.data();
    out.flags = columns->flags.data();
    out.subject = columns->subject.data();
    out.wide = columns->wide_between(out.offsets[0], out.offsets[out.customers]);
    out.properties = properties;
    return out;
}

// Takes one member's rows out of combine().
struct Gather::Sink {
    Gather* gather;
    bool direct;  // a single member: its rows are in order already

    void rows(std::uint32_t begin, std::uint32_t end) {
        if (direct) return gather->add_rows(begin, end);
        for (std::uint32_t row = begin; row < end; ++row) {
            gather->loose_.push_back({key_of(*gather->from_->columns, row), row});
        }
    }
    void entry(const Entry& e) {
        const Loose row{key_of(e), Columns::kNone};
        if (direct) return gather->add_loose(row);
        gather->loose_.push_back(row);
    }
    void unmatched() {}
};

Gather::Gather(const ScanColumns& from)
    : from_(&from), codes_(from.properties.size()), properties_(from.properties) {}

void Gather::clear() {
    ids_.clear();
    offsets_.clear();
    day_.clear();
    ms_.clear();
    amount_.clear();
    flags_.clear();
    subject_.clear();
    wide_.clear();
    for (auto& codes : codes_) codes.clear();
}

void Gather::add_stored(std::uint32_t profile_begin, std::uint32_t profile_end) {
    if (profile_begin == profile_end) return;
    const Columns& columns = *from_->columns;
    const auto shift = static_cast<std::uint32_t>(day_.size()) - columns.offsets[profile_begin];
    ids_.insert(ids_.end(), columns.ids.data() + profile_begin, columns.ids.data() + profile_end);
    for (std::uint32_t profile = profile_begin; profile < profile_end; ++profile) {
        offsets_.push_back(columns.offsets[profile] + shift);
    }
    add_rows(columns.offsets[profile_begin], columns.offsets[profile_end]);
}

void Gather::add_customer(std::int64_t customer, std::span<const Member> members) {
    const Columns& columns = *from_->columns;
    const auto first_row = static_cast<std::uint32_t>(day_.size());
    loose_.clear();
    Sink sink{this, members.size() == 1};
    for (const Member& member : members) {
        RowRange stored;
        if (member.base_index != Columns::kNone) {
            stored = {columns.offsets[member.base_index], columns.offsets[member.base_index + 1]};
        }
        combine(columns, stored, member.entries, sink);
    }
    std::ranges::sort(loose_);
    for (const Loose& row : loose_) add_loose(row);
    if (day_.size() == first_row) return;
    ids_.push_back(customer);
    offsets_.push_back(first_row);
}

void Gather::add_rows(std::uint32_t begin, std::uint32_t end) {
    const Columns& columns = *from_->columns;
    const auto append = [&](auto& to, const auto* from) {
        to.insert(to.end(), from + begin, from + end);
    };
    const auto shift = static_cast<std::uint32_t>(day_.size()) - begin;
    if (columns.wide.size() != 0) {
        for (const WideAmount& one : columns.wide_between(begin, end)) {
            wide_.push_back({one.row + shift, one.amount});
        }
    }
    append(day_, from_->day);
    append(ms_, columns.ms.data());
    append(amount_, columns.amount.data());
    append(flags_, columns.flags.data());
    append(subject_, columns.subject.data());
    for (std::size_t i = 0; i < codes_.size(); ++i) append(codes_[i], from_->properties[i].codes);
}

void Gather::add_loose(const Loose& row) {
    const std::uint16_t store_day = day_of(row.key.when);
    const std::uint32_t ms = ms_of(row.key.when);
    const bool narrow = fits_narrow(row.key.amount);
    if (!narrow) wide_.push_back({static_cast<std::uint32_t>(day_.size()), row.key.amount});
    day_.push_back(from_->zone == nullptr ? store_day
                                          : from_->zone->day(store_day, ms, row.key.flags));
    ms_.push_back(ms);
    amount_.push_back(narrow ? static_cast<std::uint32_t>(row.key.amount) : kWideAmount);
    flags_.push_back(row.key.flags);
    subject_.push_back(row.key.subject);
    for (std::size_t i = 0; i < codes_.size(); ++i) {
        const bool known = row.stored != Columns::kNone;
        codes_[i].push_back(known ? from_->properties[i].codes[row.stored] : 0);
    }
}

Slice Gather::slice() {
    if (offsets_.size() == ids_.size()) offsets_.push_back(static_cast<std::uint32_t>(day_.size()));
    for (std::size_t i = 0; i < codes_.size(); ++i) properties_[i].codes = codes_[i].data();
    Slice out;
    out.customers = customers();
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

}  // namespace vafa::timeline
