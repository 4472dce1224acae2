#include "metrics/value_counts.h"

#include <algorithm>

namespace vafa::metrics {

std::vector<ValueCount> commonest(const CodeCounts& counts,
                                  const std::vector<std::string>& dictionary, std::size_t limit) {
    std::vector<ValueCount> values;
    for (std::uint32_t code = 1; code < counts.size(); ++code)
        if (counts.at(code) > 0) values.push_back({code, dictionary[code], counts.at(code)});
    const auto keep = std::min(limit, values.size());
    std::partial_sort(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(keep),
                      values.end(), [](const ValueCount& a, const ValueCount& b) {
                          return a.count != b.count ? a.count > b.count : a.value < b.value;
                      });
    values.resize(keep);
    return values;
}

}  // namespace vafa::metrics
