#include "metrics/orders.h"

#include <algorithm>
#include <utility>

#include "metrics/counting.h"
#include "metrics/slice_rewrite.h"

namespace vafa::metrics {
namespace {

constexpr const char* kTotal = "total_minor";

std::vector<std::uint8_t> belonging_codes(const PartFilter& filter,
                                          const std::vector<std::string>& dictionary) {
    std::vector<std::uint8_t> belongs(std::max<std::size_t>(dictionary.size(), 1), 0);
    belongs[0] = filter.kind == Part::Kind::absent ? 1 : 0;
    for (std::size_t code = 1; code < dictionary.size(); ++code)
        belongs[code] = filter.holds(dictionary[code]) ? 1 : 0;
    return belongs;
}

// Whether clocks ever went back over a midnight.
bool days_may_fall(const TimeZone& zone) {
    return std::any_of(zone.transitions().begin(), zone.transitions().end(), [&](const auto& t) {
        return zone.local_day(t.at) < zone.local_day(t.at - 1);
    });
}

// What a worker keeps while it rewrites slices.
struct Rewriting {
    SliceRewriter rewriter;
    std::vector<std::uint8_t> belongs;  // by code
    std::vector<std::uint8_t> keep;     // by customer
};

void mark_kept(const timeline::Slice& slice, const Counting& counting,
               const timeline::Property& property, const PartFilter& filter, Rewriting& state) {
    if (state.belongs.size() < property.dictionary->size())
        state.belongs = belonging_codes(filter, *property.dictionary);
    state.keep.assign(slice.customers, 0);
    for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
        std::uint32_t first = slice.offsets[customer + 1];
        for (auto row = slice.offsets[customer]; row < slice.offsets[customer + 1]; ++row) {
            if (counting.counted[slice.flags[row]] == 0) continue;
            if (first == slice.offsets[customer + 1] || slice.day[row] < slice.day[first])
                first = row;
        }
        if (first < slice.offsets[customer + 1])
            state.keep[customer] = state.belongs[property.codes[first]];
    }
}

}  // namespace

bool PartFilter::holds(const std::string& value) const {
    const bool named = std::find(values.begin(), values.end(), value) != values.end();
    switch (kind) {
        case Part::Kind::value:
            return named;
        case Part::Kind::absent:
            return value.empty();
        case Part::Kind::other:
            return !named && !value.empty();
    }
    return false;
}

Orders::Orders(const timeline::Timeline& timeline, EnsureProperty ensure_property,
               std::optional<PartFilter> filter)
    : timeline_(&timeline),
      ensure_property_(std::move(ensure_property)),
      filter_(std::move(filter)) {}

const TimeZone& Orders::zone(const Options& options) const {
    return options.zone ? *options.zone : timeline_->store_zone();
}

Result<void> Orders::scan(const Options& options, const std::vector<std::string>& properties,
                          const timeline::Kernel& kernel) const {
    for (const auto& property : properties) VAFA_CHECK(ensure_property_(property));
    if (filter_ || options.revenue == RevenueKind::total || options.prices == Prices::real ||
        options.zone || days_may_fall(timeline_->store_zone()))
        return scan_rewritten(options, properties, kernel);
    timeline::ScanRequest request;
    request.properties = properties;
    timeline_->scan(request, kernel);
    return {};
}

Result<void> Orders::scan_rewritten(const Options& options,
                                    const std::vector<std::string>& properties,
                                    const timeline::Kernel& kernel) const {
    timeline::ScanRequest request;
    request.zone = options.zone;
    request.properties = properties;
    SliceRewriter::Change change;
    change.properties = properties.size();
    if (options.prices == Prices::real) change.prices = options.price_index.get();
    if (options.revenue == RevenueKind::total) {
        VAFA_CHECK(ensure_property_(kTotal));
        change.amount_property = request.properties.size();
        request.properties.emplace_back(kTotal);
    }
    const std::size_t part_property = request.properties.size();
    if (filter_) {
        VAFA_CHECK(ensure_property_(filter_->property));
        request.properties.push_back(filter_->property);
    }
    const Counting counting = counting_of(options, 0);
    PerWorker<Rewriting> states;
    timeline_->scan(request, [&](unsigned worker, const timeline::Slice& slice) {
        const bool as_is =
            !filter_ && !change.amount_property && change.prices == nullptr && days_ascend(slice);
        if (as_is) return kernel(worker, slice);
        auto& state = states.at(worker);
        auto mine = change;
        if (filter_) {
            mark_kept(slice, counting, slice.properties[part_property], *filter_, state);
            mine.keep = &state.keep;
        }
        kernel(worker, state.rewriter.rewrite(slice, mine));
    });
    return {};
}

void Orders::scan_anonymous(const Options& options,
                            const std::function<void(const timeline::Slice&)>& kernel) const {
    if (filter_) return;
    timeline::ScanRequest request;
    request.zone = options.zone;
    timeline_->scan_anonymous(request, kernel);
}

std::optional<Day> Orders::data_end(const Options& options) const {
    if (options.as_of) return options.as_of;
    if (options.to) return options.to;
    Options plain;
    plain.zone = options.zone;
    PerWorker<Day> last(-1);
    const auto whole = Orders(*timeline_, ensure_property_);
    const auto scanned = whole.scan(plain, {}, [&](unsigned worker, const timeline::Slice& slice) {
        Day latest = last.at(worker);
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const std::uint32_t end = slice.offsets[customer + 1];
            if (end > slice.offsets[customer]) latest = std::max(latest, Day{slice.day[end - 1]});
        }
        last.at(worker) = latest;
    });
    VAFA_ASSERT(scanned.has_value());  // no property was asked for
    Day latest = -1;
    last.each([&](Day day) { latest = std::max(latest, day); });
    whole.scan_anonymous(plain, [&](const timeline::Slice& slice) {
        for (auto row = slice.offsets[0]; row < slice.offsets[slice.customers]; ++row)
            latest = std::max(latest, Day{slice.day[row]});
    });
    if (latest < 0) return std::nullopt;
    return latest;
}

}  // namespace vafa::metrics
