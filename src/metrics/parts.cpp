#include "metrics/parts.h"

#include <array>
#include <utility>

#include "metrics/counting.h"
#include "metrics/value_counts.h"

namespace vafa::metrics {
namespace {

struct PartCounts {
    CodeCounts counts;
    const std::vector<std::string>* dictionary = nullptr;
};

// Customers with a counted order until E, by the value at the first of them.
Result<PartCounts> count_values(const Orders& orders, const Options& options,
                                const std::string& property) {
    const Counting counting = counting_of(options, orders.end_or_zero(options));
    PerWorker<PartCounts> workers;
    VAFA_CHECK(orders.scan(options, {property}, [&](unsigned worker, const timeline::Slice& slice) {
        PartCounts& mine = workers.at(worker);
        mine.dictionary = slice.properties[0].dictionary;
        for (std::uint32_t customer = 0; customer < slice.customers; ++customer) {
            const Rows rows = rows_of(slice, counting, customer);
            if (rows.begin != rows.end) mine.counts.add(slice.properties[0].codes[rows.begin]);
        }
    }));
    PartCounts all;
    workers.each([&](const PartCounts& part) {
        all.counts.add(part.counts);
        all.dictionary = part.dictionary;
    });
    return all;
}

}  // namespace

std::optional<std::string> break_property(const std::string& break_by) {
    static constexpr std::array<std::pair<const char*, const char*>, 6> kNames = {{
        {"first_product", "product"},
        {"first_category", "category"},
        {"first_coupon", "coupon"},
        {"city", "city"},
        {"country", "country"},
        {"source", "source"},
    }};
    for (const auto& [name, property] : kNames)
        if (break_by == name) return property;
    if (break_by.starts_with("trait:") && break_by.size() > 6) return break_by;
    return std::nullopt;
}

Result<std::vector<PartCount>> count_parts(const Orders& orders, const Options& options) {
    std::vector<PartCount> parts;
    const auto property = break_property(options.break_by);
    if (!property) return parts;
    VAFA_TRY(const PartCounts counts, count_values(orders, options, *property));
    if (counts.dictionary == nullptr) return parts;
    PartFilter others{*property, {}, Part::Kind::other};
    std::int64_t rest = 0;
    for (std::size_t code = 1; code < counts.counts.size(); ++code) rest += counts.counts.at(code);
    for (const auto& top : commonest(counts.counts, *counts.dictionary, kMaxParts)) {
        parts.push_back({{*property, {top.value}, Part::Kind::value}, top.value, top.count});
        others.values.push_back(top.value);
        rest -= top.count;
    }
    if (const auto absent = counts.counts.at(0); absent > 0)
        parts.push_back({{*property, {}, Part::Kind::absent}, {}, absent});
    if (rest > 0) parts.push_back({others, {}, rest});
    return parts;
}

}  // namespace vafa::metrics
