#include <algorithm>
#include <array>
#include <memory>
#include <unicode/ucnv.h>

#include "base/utf8.h"
#include "platform/encoding/encoding.h"

namespace vafa::encoding {
namespace {

constexpr std::size_t kPieceBytes = 64 << 10;

using ByteTexts = std::array<std::string, 256>;

// What each byte of a one-byte encoding is in UTF-8.
ByteTexts byte_texts(Encoding encoding) {
    ByteTexts texts;
    texts.fill(std::string(1, kMeaningless));
    UErrorCode status = U_ZERO_ERROR;
    const std::string name(name_of(encoding));
    UConverter* converter = ucnv_open(name.c_str(), &status);
    for (std::size_t byte = 0; byte < texts.size(); ++byte) {
        const char from = static_cast<char>(byte);
        std::array<UChar, 4> to{};
        UErrorCode failed = status;
        const auto units = ucnv_toUChars(converter, to.data(), to.size(), &from, 1, &failed);
        const bool control = to[0] >= 0x80 && to[0] < 0xA0;  // where nothing is defined
        if (U_FAILURE(failed) || units != 1 || control || to[0] == kReplacement) continue;
        texts[byte].clear();
        append_utf8(texts[byte], to[0]);
    }
    ucnv_close(converter);
    return texts;
}

// Turns pieces of the file into pieces of UTF-8, whatever their borders.
class Decoder {
public:
    Decoder(ReadBytes read, Encoding encoding) : read_(std::move(read)), encoding_(encoding) {
        if (!is_wide()) texts_ = byte_texts(encoding);
    }

    Result<std::size_t> read(std::span<char> into) {
        while (at_ == ready_.size()) {
            VAFA_TRY(const bool more, decode_piece());
            if (!more) return std::size_t{0};
        }
        const std::size_t count = std::min(into.size(), ready_.size() - at_);
        std::copy_n(ready_.begin() + static_cast<std::ptrdiff_t>(at_), count, into.begin());
        at_ += count;
        return count;
    }

private:
    bool is_wide() const {
        return encoding_ == Encoding::utf_16le || encoding_ == Encoding::utf_16be;
    }

    Result<bool> decode_piece() {
        ready_.clear();
        at_ = 0;
        const std::size_t had = raw_.size();
        raw_.resize(had + kPieceBytes);
        VAFA_TRY(const std::size_t got, read_(std::span(raw_).subspan(had)));
        raw_.resize(had + got);
        if (is_wide()) {
            decode_wide(got == 0);
        } else {
            for (const char c : raw_) ready_ += texts_[static_cast<unsigned char>(c)];
            raw_.clear();
        }
        return got > 0 || !ready_.empty();
    }

    char32_t unit_at(std::size_t at) const {
        const char32_t first = static_cast<unsigned char>(raw_[at]);
        const char32_t second = static_cast<unsigned char>(raw_[at + 1]);
        return encoding_ == Encoding::utf_16le ? first | second << 8 : first << 8 | second;
    }

    void decode_wide(bool last) {
        std::size_t at = 0;
        while (raw_.size() - at >= 2) {
            const char32_t unit = unit_at(at);
            const bool high = unit >= 0xD800 && unit < 0xDC00;
            if (high && raw_.size() - at < 4 && !last) break;
            at += 2;
            const char32_t low = high && raw_.size() - at >= 2 ? unit_at(at) : 0;
            if (low >= 0xDC00 && low < 0xE000) {
                append_utf8(ready_, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
                at += 2;
            } else if (unit >= 0xD800 && unit < 0xE000) {
                ready_ += kMeaningless;
            } else if (unit != 0xFEFF || !at_start_) {
                append_utf8(ready_, unit);
            }
            at_start_ = false;
        }
        raw_.erase(0, at);
        if (last && !raw_.empty()) {
            ready_ += kMeaningless;
            raw_.clear();
        }
    }

    ReadBytes read_;
    Encoding encoding_;
    ByteTexts texts_;
    std::string raw_;    // not decoded yet
    std::string ready_;  // decoded, handed out as far as at_
    std::size_t at_ = 0;
    bool at_start_ = true;
};

}  // namespace

ReadBytes as_utf8(ReadBytes read, Encoding encoding) {
    if (encoding == Encoding::utf_8) return read;
    auto decoder = std::make_shared<Decoder>(std::move(read), encoding);
    return [decoder](std::span<char> into) { return decoder->read(into); };
}

}  // namespace vafa::encoding
