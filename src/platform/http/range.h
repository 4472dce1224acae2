#pragma once

#include <cstdint>
#include <string_view>

namespace vafa::http {

// Which bytes of `size` a range field asks for (RFC 9110, section 14). Whatever is not one range of
// bytes gives the whole, as the RFC allows: several ranges in one answer serve no client of ours.
struct ByteRange {
    enum class Kind { whole, part, unsatisfiable };
    Kind kind = Kind::whole;
    std::uint64_t first = 0, length = 0;  // within size; of the whole: 0 and size
};
ByteRange byte_range(std::string_view field, std::uint64_t size);

}  // namespace vafa::http
