#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace vafa::http {

std::string gzip(std::string_view bytes);

// Unpacks a gzip stream (several members, too) that comes by pieces. Memory is bounded by the limit
// given, whatever the ratio.
class Gunzip {
public:
    Gunzip();
    ~Gunzip();
    Gunzip(Gunzip&&) noexcept;
    Gunzip& operator=(Gunzip&&) noexcept;

    enum class State { good, damaged, over_limit };
    // Appends to `out`, which never grows beyond `limit` bytes.
    State feed(std::string_view packed, std::string& out, std::uint64_t limit);
    bool complete() const;  // at the end of a member

private:
    struct Stream;
    std::unique_ptr<Stream> stream_;
};

}  // namespace vafa::http
