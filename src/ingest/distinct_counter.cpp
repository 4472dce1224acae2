#include "ingest/distinct_counter.h"

#include <bit>
#include <cmath>

#include "base/hash.h"

namespace vafa::ingest {

bool DistinctCounter::add(std::uint64_t hash) {
    if (hash == 0) hash = 1;
    if (!is_exact()) {
        sketch(hash);
        return true;
    }
    const bool is_new = insert(hash);
    if (used_ <= kExactDistinct) return is_new;
    registers_.assign(std::size_t{1} << kRegisterBits, 0);
    for (const auto each : slots_) {
        if (each != 0) sketch(each);
    }
    slots_ = {};
    return true;
}

bool DistinctCounter::insert(std::uint64_t hash) {
    if (slots_.size() < (used_ + 1) * 2) grow();
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at] != 0) {
        if (slots_[at] == hash) return false;
        at = (at + 1) & mask;
    }
    slots_[at] = hash;
    ++used_;
    return true;
}

void DistinctCounter::grow() {
    auto old = std::move(slots_);
    slots_.assign(old.empty() ? 64 : old.size() * 2, 0);
    used_ = 0;
    for (const auto each : old) {
        if (each != 0) insert(each);
    }
}

void DistinctCounter::sketch(std::uint64_t hash) {
    const std::uint64_t mixed = mix64(hash);
    const auto rank = static_cast<std::uint8_t>(
        std::countl_zero((mixed << kRegisterBits) | (std::uint64_t{1} << (kRegisterBits - 1))) + 1);
    auto& best = registers_[mixed >> (64 - kRegisterBits)];
    if (rank > best) best = rank;
}

std::int64_t DistinctCounter::count() const {
    if (is_exact()) return static_cast<std::int64_t>(used_);
    const auto m = static_cast<double>(registers_.size());
    double sum = 0;
    for (const auto rank : registers_) sum += std::ldexp(1.0, -rank);
    // Far beyond the range of linear counting: the exact limit is six times the registers.
    return std::llround(0.7213 / (1 + 1.079 / m) * m * m / sum);
}

}  // namespace vafa::ingest
