#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vafa::ingest {

// How many different values there were, in bounded memory: exact as far as kExactDistinct, beyond
// that HyperLogLog (Flajolet, Fusy, Gandouet, Meunier 2007) with a standard error of 0.8 %.
class DistinctCounter {
public:
    static constexpr std::size_t kExactDistinct = 100'000;

    // `hash` of hash64. True: new, as far as is known.
    bool add(std::uint64_t hash);
    std::int64_t count() const;
    bool is_exact() const { return registers_.empty(); }

private:
    static constexpr int kRegisterBits = 14;

    bool insert(std::uint64_t hash);
    void grow();
    void sketch(std::uint64_t hash);

    std::vector<std::uint64_t> slots_;  // open addressing, 0 is empty; none beyond the limit
    std::size_t used_ = 0;
    std::vector<std::uint8_t> registers_;
};

}  // namespace vafa::ingest
