#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace vafa::metrics {

// How often a value of a property occurs, by its code.
class CodeCounts {
public:
    void add(std::uint32_t code) {
        if (code >= counts_.size()) counts_.resize(code + code / 2 + 16);
        ++counts_[code];
    }
    void add(const CodeCounts& other) {
        if (counts_.size() < other.counts_.size()) counts_.resize(other.counts_.size());
        for (std::size_t i = 0; i < other.counts_.size(); ++i) counts_[i] += other.counts_[i];
    }
    std::int64_t at(std::size_t code) const { return code < counts_.size() ? counts_[code] : 0; }
    std::size_t size() const { return counts_.size(); }

private:
    std::vector<std::int64_t> counts_;
};

struct ValueCount {
    std::uint32_t code = 0;
    std::string value;
    std::int64_t count = 0;
};
// The commonest values, absent ones (code 0) left out; ties by value.
std::vector<ValueCount> commonest(const CodeCounts& counts,
                                  const std::vector<std::string>& dictionary, std::size_t limit);

}  // namespace vafa::metrics
