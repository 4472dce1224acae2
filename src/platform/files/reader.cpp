#include "platform/files/reader.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
#include <zlib.h>

#include "platform/files/descriptor.h"
#include "platform/files/error.h"

namespace vafa::files {
namespace {

constexpr std::size_t kInputBytes = 1 << 18;

}  // namespace

struct Reader::State {
    std::filesystem::path path;
    Descriptor file;
    std::uint64_t size = 0;
    std::uint64_t taken = 0;  // bytes read from the file
    bool packed = false;
    bool ended = false;  // the file has no more
    bool inside_member = false;
    z_stream zip{};
    std::vector<char> input = std::vector<char>(kInputBytes);
    std::size_t begin = 0;
    std::size_t end = 0;

    ~State() {
        if (packed) inflateEnd(&zip);
    }
    Result<void> fill();
    std::size_t copy(std::span<char> into);
    Result<std::size_t> unpack(std::span<char> into);
    bool looks_packed() const {
        return end - begin >= 2 && static_cast<unsigned char>(input[begin]) == 0x1f &&
               static_cast<unsigned char>(input[begin + 1]) == 0x8b;
    }
    Error damage() const {
        return Error{ErrorCode::damaged, "error.gzip_damaged"}.with("path", path.string());
    }
};

// Appends to the input, at least one byte unless the file has ended.
Result<void> Reader::State::fill() {
    std::copy(input.begin() + static_cast<std::ptrdiff_t>(begin),
              input.begin() + static_cast<std::ptrdiff_t>(end), input.begin());
    end -= begin;
    begin = 0;
    ssize_t got = -1;
    do {
        got = ::read(file.number(), input.data() + end, input.size() - end);
    } while (got < 0 && errno == EINTR);
    if (got < 0) return error_of(errno, path);
    ended = got == 0;
    end += static_cast<std::size_t>(got);
    taken += static_cast<std::uint64_t>(got);
    return {};
}

std::size_t Reader::State::copy(std::span<char> into) {
    const std::size_t count = std::min(into.size(), end - begin);
    std::copy_n(input.begin() + static_cast<std::ptrdiff_t>(begin), count, into.begin());
    begin += count;
    return count;
}

// One call of zlib; 0 bytes without an end means that more input is wanted.
Result<std::size_t> Reader::State::unpack(std::span<char> into) {
    if (!inside_member) {
        // Between members: padding of zeros is allowed, anything else is no gzip.
        if (!looks_packed()) {
            begin = end;
            return std::size_t{0};
        }
        if (inflateReset(&zip) != Z_OK) return damage();
        inside_member = true;
    }
    zip.next_in = reinterpret_cast<Bytef*>(input.data() + begin);
    zip.avail_in = static_cast<uInt>(end - begin);
    zip.next_out = reinterpret_cast<Bytef*>(into.data());
    zip.avail_out = static_cast<uInt>(into.size());
    const int code = inflate(&zip, Z_NO_FLUSH);
    begin = end - zip.avail_in;
    if (code == Z_STREAM_END) inside_member = false;
    if (code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR) return damage();
    return into.size() - zip.avail_out;
}

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

Result<Reader> Reader::open(const std::filesystem::path& path) {
    auto state = std::make_unique<State>();
    state->path = path;
    if (path == "-") {
        state->file = Descriptor(::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0));
    } else {
        VAFA_TRY(state->file, open_to_read(path));
    }
    struct stat facts {};
    if (::fstat(state->file.number(), &facts) != 0) return error_of(errno, path);
    if (S_ISREG(facts.st_mode)) state->size = static_cast<std::uint64_t>(facts.st_size);
    while (state->end < 2 && !state->ended) VAFA_CHECK(state->fill());
    if (state->looks_packed()) {
        // 15 + 16: the largest window, gzip's wrapping only.
        if (inflateInit2(&state->zip, 15 + 16) != Z_OK) return state->damage();
        state->packed = true;
    }
    return Reader(std::move(state));
}

Result<std::size_t> Reader::read(std::span<char> into) {
    std::size_t filled = 0;
    while (filled < into.size()) {
        const std::span<char> rest = into.subspan(filled);
        std::size_t got = 0;
        if (state_->packed) {
            VAFA_TRY(got, state_->unpack(rest));
        } else {
            got = state_->copy(rest);
        }
        filled += got;
        if (got > 0) continue;
        if (state_->ended && state_->inside_member) return state_->damage();
        if (state_->ended) break;
        VAFA_CHECK(state_->fill());
    }
    return filled;
}

bool Reader::packed() const { return state_->packed; }
std::uint64_t Reader::position() const { return state_->taken - (state_->end - state_->begin); }
std::uint64_t Reader::size() const { return state_->size; }

}  // namespace vafa::files
