#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vafa::ingest {

// The values that make up a great part of a stream, in bounded memory: Misra and Gries (1982),
// lowered by the median of the counters whenever they are full. A value's count is exact while it
// has never been dropped, as one that is frequent from the beginning is not; else it is over by
// less than the stream's thousandth part.
class HeavyHitters {
public:
    struct Hitter {
        std::uint64_t hash = 0;
        std::int64_t count = 0;
        std::string shown;           // as it stood
        std::size_t companions = 0;  // different ones beside it, counted as far as kCompanions
    };
    static constexpr std::size_t kCompanions = 3;

    // `companion` is what stood beside it: the name beside a phone. 0: nothing.
    void add(std::uint64_t hash, std::string_view shown, std::uint64_t companion);
    // Those that make up at least `least` of the stream, the greatest first.
    std::vector<Hitter> at_least(std::int64_t least) const;

private:
    static constexpr std::size_t kCounters = 2048;
    static constexpr std::int64_t kRememberFrom = 4;  // so many before a value's text is kept

    struct Slot {
        std::uint64_t hash = 0;
        std::int64_t count = 0;  // 0: free
    };
    struct Known {
        std::string shown;
        std::vector<std::uint64_t> companions;
    };

    Slot& slot_of(std::uint64_t hash);
    void lower();
    void remember(std::uint64_t hash, std::string_view shown, std::uint64_t companion);

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
    std::int64_t lowered_ = 0;  // by how much all counters were lowered
    std::unordered_map<std::uint64_t, Known> known_;
};

}  // namespace vafa::ingest
