#include "timeline/column.h"

#include <cstdlib>
#include <new>
#include <sys/mman.h>

namespace vafa::timeline {
namespace {

constexpr std::size_t kHugePage = 2U << 20U;
constexpr std::size_t kCacheLine = 64;

std::size_t round_up(std::size_t bytes, std::size_t to) { return (bytes + to - 1) / to * to; }

}  // namespace

std::shared_ptr<void> allocate_column(std::size_t bytes) {
    if (bytes == 0) return nullptr;
    const bool large = bytes >= 4 * kHugePage;
    const std::size_t align = large ? kHugePage : kCacheLine;
    void* memory = std::aligned_alloc(align, round_up(bytes, align));
    if (memory == nullptr) throw std::bad_alloc();
    if (large) {
        // Advice only: where the kernel has no huge pages the column works as well, slower.
        (void)::madvise(memory, round_up(bytes, align), MADV_HUGEPAGE);
    }
    return {memory, [](void* p) { std::free(p); }};
}

}  // namespace vafa::timeline
