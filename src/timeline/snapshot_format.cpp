#include "timeline/snapshot_format.h"

#include "base/hash.h"
#include "platform/parallel/parallel.h"

namespace vafa::timeline::snapshot {
namespace {

constexpr std::size_t kBlock = 4U << 20U;

}  // namespace

std::vector<std::uint64_t> hash_sections(const std::vector<std::string_view>& sections,
                                         unsigned workers) {
    struct Block {
        std::size_t section;
        std::string_view bytes;
    };
    std::vector<Block> blocks;
    for (std::size_t section = 0; section < sections.size(); ++section) {
        for (std::string_view left = sections[section]; !left.empty();) {
            blocks.push_back({section, left.substr(0, kBlock)});
            left.remove_prefix(blocks.back().bytes.size());
        }
    }
    std::vector<std::uint64_t> hashes(blocks.size());
    parallel_for(workers, blocks.size(),
                 [&](unsigned, std::size_t i) { hashes[i] = hash64(blocks[i].bytes); });
    std::vector<std::uint64_t> out(sections.size(), 0);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        std::uint64_t& sum = out[blocks[i].section];
        sum = hash64(&hashes[i], sizeof(hashes[i]), sum);
    }
    return out;
}

std::uint64_t hash_header(const Header& header) {
    return hash64(&header, offsetof(Header, header_hash));
}

}  // namespace vafa::timeline::snapshot
