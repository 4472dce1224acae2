#include "timeline/merge.h"

#include <cstring>
#include <limits>

#include "platform/parallel/parallel.h"
#include "timeline/combine.h"

namespace vafa::timeline {
namespace {

constexpr std::size_t kRowsPerPart = 1U << 17U;
constexpr std::size_t kPartsMax = 256;

// A range of profile ids, merged by one worker: the same profiles of both sides.
struct Part {
    std::uint32_t profile_begin = 0, profile_end = 0;
    std::span<const Entry> entries;
};

struct Totals {
    std::uint64_t profiles = 0, rows = 0, wide = 0, unmatched = 0, added = 0;
};

// First pass: how much there will be.
class Counter {
public:
    explicit Counter(const Columns& old) : old_(&old) {}
    Totals totals;

    void profiles(std::uint32_t begin, std::uint32_t end) {
        totals.profiles += end - begin;
        rows(old_->offsets[begin], old_->offsets[end]);
    }
    void begin_profile(std::int64_t) { rows_before_ = totals.rows; }
    void end_profile() { totals.profiles += totals.rows > rows_before_ ? 1 : 0; }
    void rows(std::uint32_t begin, std::uint32_t end) {
        totals.rows += end - begin;
        totals.wide += old_->wide.size() == 0 ? 0 : old_->wide_between(begin, end).size();
    }
    void entry(const Entry& e) {
        ++totals.rows;
        ++totals.added;
        totals.wide += fits_narrow(e.amount) ? 0 : 1;
    }
    void unmatched() { ++totals.unmatched; }

private:
    const Columns* old_;
    std::uint64_t rows_before_ = 0;
};

struct Drafts {
    Draft<std::int64_t> ids;
    Draft<std::uint32_t> offsets;
    Draft<std::uint16_t> day;
    Draft<std::uint32_t> ms, amount;
    Draft<std::uint8_t> flags;
    Draft<std::uint32_t> subject;
    Draft<WideAmount> wide;
    std::vector<Draft<std::uint32_t>> codes;  // a property each, in the order of the map
};

// Second pass: writes at the places the first one reserved.
class Writer {
public:
    Writer(const Columns& old, Drafts& out, const Totals& before)
        : old_(&old),
          out_(&out),
          profile_(before.profiles),
          row_(before.rows),
          wide_(before.wide) {}

    void profiles(std::uint32_t begin, std::uint32_t end) {
        const std::size_t count = end - begin;
        if (count == 0) return;
        std::memcpy(&out_->ids[profile_], &old_->ids[begin], count * sizeof(std::int64_t));
        const auto shift = static_cast<std::uint32_t>(row_) - old_->offsets[begin];
        for (std::size_t i = 0; i < count; ++i) {
            out_->offsets[profile_ + i] = old_->offsets[begin + i] + shift;
        }
        profile_ += count;
        rows(old_->offsets[begin], old_->offsets[end]);
    }
    void begin_profile(std::int64_t id) {
        id_ = id;
        first_row_ = row_;
    }
    void end_profile() {
        if (row_ == first_row_) return;
        out_->ids[profile_] = id_;
        out_->offsets[profile_] = static_cast<std::uint32_t>(first_row_);
        ++profile_;
    }
    void rows(std::uint32_t begin, std::uint32_t end) {
        copy(out_->day, old_->day, begin, end);
        copy(out_->ms, old_->ms, begin, end);
        copy(out_->amount, old_->amount, begin, end);
        copy(out_->flags, old_->flags, begin, end);
        copy(out_->subject, old_->subject, begin, end);
        std::size_t property = 0;
        for (const auto& [name, column] : old_->properties) {
            copy(out_->codes[property++], column.codes, begin, end);
        }
        if (old_->wide.size() != 0) {
            for (const WideAmount& one : old_->wide_between(begin, end)) {
                const auto row = static_cast<std::uint32_t>(row_ + (one.row - begin));
                out_->wide[wide_++] = {row, one.amount};
            }
        }
        row_ += end - begin;
    }
    void entry(const Entry& e) {
        out_->day[row_] = day_of(e.when());
        out_->ms[row_] = ms_of(e.when());
        out_->flags[row_] = e.flags();
        out_->subject[row_] = e.subject;
        const bool narrow = fits_narrow(e.amount);
        out_->amount[row_] = narrow ? static_cast<std::uint32_t>(e.amount) : kWideAmount;
        if (!narrow) out_->wide[wide_++] = {static_cast<std::uint32_t>(row_), e.amount};
        for (auto& codes : out_->codes) codes[row_] = 0;
        ++row_;
    }
    void unmatched() {}

private:
    template <class T>
    void copy(Draft<T>& to, const Column<T>& from, std::uint32_t begin, std::uint32_t end) {
        std::memcpy(to.data() + row_, from.data() + begin, (end - begin) * sizeof(T));
    }

    const Columns* old_;
    Drafts* out_;
    std::uint64_t profile_, row_, wide_;
    std::int64_t id_ = 0;
    std::uint64_t first_row_ = 0;
};

// Walks both sides by ascending profile; untouched runs of profiles go over whole.
template <class Sink>
void merge_part(const Columns& old, const Part& part, Sink& sink) {
    std::uint32_t at = part.profile_begin;
    std::size_t i = 0;
    while (i < part.entries.size()) {
        const std::int64_t profile = part.entries[i].profile;
        std::size_t end = i + 1;
        while (end < part.entries.size() && part.entries[end].profile == profile) ++end;
        const std::uint32_t found = std::min(old.lower_bound(profile, at), part.profile_end);
        if (found > at) sink.profiles(at, found);
        const bool known = found < part.profile_end && old.ids[found] == profile;
        const RowRange stored =
            known ? RowRange{old.offsets[found], old.offsets[found + 1]} : RowRange{};
        sink.begin_profile(profile);
        combine(old, stored, part.entries.subspan(i, end - i), sink);
        sink.end_profile();
        at = found + (known ? 1 : 0);
        i = end;
    }
    if (at < part.profile_end) sink.profiles(at, part.profile_end);
}

// The profile before which part `k` of `count` begins, by equal shares of the larger side.
std::int64_t split_id(const Columns& old, std::span<const Entry> entries, std::size_t k,
                      std::size_t count) {
    if (entries.size() >= old.rows()) return entries[k * entries.size() / count].profile;
    const auto row = static_cast<std::uint32_t>(static_cast<std::uint64_t>(old.rows()) * k / count);
    const auto offsets = old.offsets.span();
    const auto next = std::ranges::upper_bound(offsets, row);
    return old.ids[static_cast<std::size_t>(next - offsets.begin()) - 1];
}

std::vector<Part> make_parts(const Columns& old, std::span<const Entry> entries) {
    const std::size_t work = old.rows() + entries.size();
    const std::size_t count = std::clamp<std::size_t>(work / kRowsPerPart, 1, kPartsMax);
    std::vector<Part> parts;
    std::uint32_t profile = 0;
    std::size_t entry = 0;
    for (std::size_t k = 1; k <= count; ++k) {
        std::uint32_t profile_end = old.profiles();
        std::size_t entry_end = entries.size();
        if (k < count) {
            const std::int64_t id = split_id(old, entries, k, count);
            profile_end = old.lower_bound(id, profile);
            const auto found = std::ranges::lower_bound(entries, id, {}, &Entry::profile);
            entry_end = static_cast<std::size_t>(found - entries.begin());
        }
        parts.push_back({profile, profile_end, entries.subspan(entry, entry_end - entry)});
        profile = profile_end;
        entry = entry_end;
    }
    return parts;
}

// Totals before each part, and of all as the last element.
std::vector<Totals> count_parts(const Columns& old, const std::vector<Part>& parts,
                                unsigned workers) {
    std::vector<Totals> sums(parts.size() + 1);
    parallel_for(workers, parts.size(), [&](unsigned, std::size_t k) {
        Counter counter(old);
        merge_part(old, parts[k], counter);
        sums[k] = counter.totals;
    });
    Totals before;
    for (Totals& one : sums) {
        const Totals own = std::exchange(one, before);
        before.profiles += own.profiles;
        before.rows += own.rows;
        before.wide += own.wide;
        before.unmatched += own.unmatched;
        before.added += own.added;
    }
    return sums;
}

Drafts make_drafts(const Totals& all, std::size_t properties) {
    Drafts out;
    out.ids = Draft<std::int64_t>(all.profiles);
    out.offsets = Draft<std::uint32_t>(all.profiles + 1);
    out.day = Draft<std::uint16_t>(all.rows);
    out.ms = Draft<std::uint32_t>(all.rows);
    out.amount = Draft<std::uint32_t>(all.rows);
    out.flags = Draft<std::uint8_t>(all.rows);
    out.subject = Draft<std::uint32_t>(all.rows);
    out.wide = Draft<WideAmount>(all.wide);
    for (std::size_t i = 0; i < properties; ++i) out.codes.emplace_back(all.rows);
    return out;
}

Columns finish(Drafts out, const Columns& old) {
    Columns columns;
    columns.ids = std::move(out.ids).finish();
    columns.offsets = std::move(out.offsets).finish();
    columns.day = std::move(out.day).finish();
    columns.ms = std::move(out.ms).finish();
    columns.amount = std::move(out.amount).finish();
    columns.flags = std::move(out.flags).finish();
    columns.subject = std::move(out.subject).finish();
    columns.wide = std::move(out.wide).finish();
    std::size_t property = 0;
    for (const auto& [name, column] : old.properties) {
        columns.properties[name] = {std::move(out.codes[property++]).finish(), column.dictionary};
    }
    return columns;
}

}  // namespace

Merged merge_columns(const Columns& old, std::span<const Entry> entries, unsigned workers) {
    if (entries.empty()) return {old};
    const auto parts = make_parts(old, entries);
    const auto before = count_parts(old, parts, workers);
    const Totals& all = before.back();
    VAFA_ASSERT(all.rows < std::numeric_limits<std::uint32_t>::max());
    Drafts out = make_drafts(all, old.properties.size());
    parallel_for(workers, parts.size(), [&](unsigned, std::size_t k) {
        Writer writer(old, out, before[k]);
        merge_part(old, parts[k], writer);
    });
    out.offsets[all.profiles] = static_cast<std::uint32_t>(all.rows);
    return {finish(std::move(out), old), all.unmatched, all.added > 0};
}

std::shared_ptr<const Base> merge_base(const Base& old, std::span<const Entry> entries,
                                       unsigned workers, std::uint64_t& unmatched) {
    const auto anonymous = entries_of(entries, 0);
    const auto before = entries.first(static_cast<std::size_t>(anonymous.data() - entries.data()));
    const auto after = entries.last(entries.size() - before.size() - anonymous.size());
    Merged nobody = merge_columns(old.anonymous, anonymous, workers);
    // Ids are positive in practice, so that one of the two is empty and costs nothing.
    Merged first = merge_columns(old.customers, before, workers);
    Merged second = merge_columns(first.columns, after, workers);
    unmatched += nobody.unmatched + first.unmatched + second.unmatched;
    auto base = std::make_shared<Base>();
    base->customers = std::move(second.columns);
    base->anonymous = std::move(nobody.columns);
    base->complete = old.complete;
    if (nobody.added || first.added || second.added) {
        for (auto& [name, complete] : base->complete) complete = false;
    }
    return base;
}

}  // namespace vafa::timeline
