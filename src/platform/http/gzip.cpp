#include "platform/http/gzip.h"

#include <algorithm>
#include <array>
#include <new>
#include <zlib.h>

namespace vafa::http {
namespace {

constexpr int kGzipWindow = 15 + 16;  // the largest window, gzip's wrapping
constexpr int kLevel = 5;             // JSON: 95 % of level 9's gain in a fifth of its time

Bytef* input(std::string_view bytes) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}

}  // namespace

std::string gzip(std::string_view bytes) {
    z_stream zip{};
    if (deflateInit2(&zip, kLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    std::string out(deflateBound(&zip, bytes.size()), '\0');
    zip.next_in = input(bytes);
    zip.avail_in = static_cast<uInt>(bytes.size());
    zip.next_out = reinterpret_cast<Bytef*>(out.data());
    zip.avail_out = static_cast<uInt>(out.size());
    deflate(&zip, Z_FINISH);
    out.resize(zip.total_out);
    deflateEnd(&zip);
    return out;
}

struct Gunzip::Stream {
    z_stream zip{};
    bool at_end = false;

    Stream() {
        if (inflateInit2(&zip, kGzipWindow) != Z_OK) throw std::bad_alloc();
    }
    ~Stream() { inflateEnd(&zip); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
};

Gunzip::Gunzip() : stream_(std::make_unique<Stream>()) {}
Gunzip::~Gunzip() = default;
Gunzip::Gunzip(Gunzip&&) noexcept = default;
Gunzip& Gunzip::operator=(Gunzip&&) noexcept = default;

bool Gunzip::complete() const { return stream_->at_end; }

Gunzip::State Gunzip::feed(std::string_view packed, std::string& out, std::uint64_t limit) {
    z_stream& zip = stream_->zip;
    zip.next_in = input(packed);
    zip.avail_in = static_cast<uInt>(packed.size());
    std::array<char, 16 * 1024> piece;
    for (;;) {
        if (stream_->at_end) {
            if (zip.avail_in == 0) return State::good;
            inflateReset(&zip);
            stream_->at_end = false;
        }
        zip.next_out = reinterpret_cast<Bytef*>(piece.data());
        zip.avail_out = static_cast<uInt>(piece.size());
        const int result = inflate(&zip, Z_NO_FLUSH);
        const std::size_t made = piece.size() - zip.avail_out;
        if (out.size() + made > limit) return State::over_limit;
        out.append(piece.data(), made);
        if (result == Z_BUF_ERROR) return State::good;  // wants more input
        if (result != Z_OK && result != Z_STREAM_END) return State::damaged;
        stream_->at_end = result == Z_STREAM_END;
    }
}

}  // namespace vafa::http
