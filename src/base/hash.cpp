#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace vafa {

std::uint64_t hash64(const void* bytes, std::size_t size, std::uint64_t seed) {
    return XXH64(bytes, size, seed);
}

std::uint64_t hash64(std::string_view bytes, std::uint64_t seed) {
    return hash64(bytes.data(), bytes.size(), seed);
}

}  // namespace vafa
