#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vafa {

// Stable 64-bit hash (xxHash64, Collet): the same on every machine and version, so it may be
// stored. Not for secrets.
std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0);
std::uint64_t hash64(const void* bytes, std::size_t size, std::uint64_t seed = 0);

// Finaliser of splitmix64: a bijection that spreads integers.
constexpr std::uint64_t mix64(std::uint64_t x) {
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

// A customer's facts are kept in order within a partition; the count is part of the stored format.
inline constexpr int kPartitions = 64;
constexpr int partition_of(std::int64_t profile) {
    return static_cast<int>(mix64(static_cast<std::uint64_t>(profile)) % kPartitions);
}

}  // namespace vafa
