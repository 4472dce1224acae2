#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "metrics/api.h"
#include "metrics/options.h"
#include "timeline/api.h"

namespace vafa::metrics {

// Which customers belong to a part: by the property's value at their first counted order.
struct PartFilter {
    std::string property;
    std::vector<std::string> values;  // a value part: the one; the rest: those that it is not
    Part::Kind kind = Part::Kind::value;

    bool holds(const std::string& value) const;
};

// The orders of a timeline as the options want them seen: in the right zone and the right money,
// days ascending within a customer, and only the customers of a part.
class Orders {
public:
    Orders(const timeline::Timeline& timeline, EnsureProperty ensure_property,
           std::optional<PartFilter> filter = {});

    // The slices' properties are those of `properties`, in their order.
    Result<void> scan(const Options& options, const std::vector<std::string>& properties,
                      const timeline::Kernel& kernel) const;
    // A part has no anonymous orders.
    void scan_anonymous(const Options& options,
                        const std::function<void(const timeline::Slice&)>& kernel) const;

    std::optional<Day> data_end(const Options& options) const;
    // E for kernels; day 0 where there is none, since then there are no orders either.
    Day end_or_zero(const Options& options) const { return data_end(options).value_or(0); }
    const TimeZone& zone(const Options& options) const;
    const timeline::Timeline& timeline() const { return *timeline_; }
    Orders only(PartFilter filter) const {
        return {*timeline_, ensure_property_, std::move(filter)};
    }

private:
    Result<void> scan_rewritten(const Options& options, const std::vector<std::string>& properties,
                                const timeline::Kernel& kernel) const;

    const timeline::Timeline* timeline_;
    EnsureProperty ensure_property_;
    std::optional<PartFilter> filter_;
};

}  // namespace vafa::metrics
