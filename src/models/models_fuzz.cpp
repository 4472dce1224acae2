#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

#include "base/hash.h"
#include "base/result.h"
#include "models/hostile.h"

// Whatever the customers are, every answer is finite and in its bounds. The first bytes choose the
// model and the options, the rest are histories.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vafa;
    constexpr std::size_t kMostCustomers = 40;
    if (size < 8) return 0;
    std::uint64_t seed = 0;
    std::memcpy(&seed, data, sizeof seed);
    Rng rng(seed);
    auto store = models::hostile_store(rng);
    store.histories.clear();
    store.spends.clear();
    for (std::size_t at = 8; at + 12 <= size && store.histories.size() < kMostCustomers; at += 12) {
        models::History history;
        std::memcpy(&history.x, data + at, 4);
        std::memcpy(&history.t_x, data + at + 4, 4);
        std::memcpy(&history.age, data + at + 8, 4);
        store.histories.push_back(history);
        store.spends.push_back({history.x, static_cast<double>(history.t_x) / 7 - 3});
    }
    const std::string fault = models::fault_of(store);
    if (!fault.empty()) std::fprintf(stderr, "%s\n", fault.c_str());
    VAFA_ASSERT(fault.empty());
    return 0;
}
