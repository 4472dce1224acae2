#include "base/ids.h"

#include <algorithm>
#include <limits>

#include "base/id_time.h"
#include "base/rng.h"
#include "base/time.h"

namespace vafa {
namespace {

constexpr std::string_view kAlphabet = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::size_t kCharacters = 13;
constexpr int kChanceBits = 22;
constexpr TimeMs kIdEpoch = 1'577'836'800'000;  // 2020-01-01

Error malformed(std::string_view prefix, std::string_view text) {
    return invalid("error.id_malformed")
        .with("text", std::string(text))
        .with("prefix", std::string(prefix));
}

}  // namespace

std::string encode_id(std::string_view prefix, std::int64_t value) {
    VAFA_ASSERT(value >= 0);
    std::string text(prefix);
    text += '_';
    for (int shift = 60; shift >= 0; shift -= 5)
        text += kAlphabet[static_cast<std::size_t>(value >> shift) & 31];
    return text;
}

Result<std::int64_t> decode_id(std::string_view prefix, std::string_view text) {
    if (text.size() != prefix.size() + 1 + kCharacters || !text.starts_with(prefix) ||
        text[prefix.size()] != '_')
        return malformed(prefix, text);
    std::uint64_t value = 0;
    for (const char c : text.substr(prefix.size() + 1)) {
        const std::size_t digit = kAlphabet.find(c);
        if (digit == std::string_view::npos || value >> 59 != 0) return malformed(prefix, text);
        value = value << 5 | digit;
    }
    constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value == 0 || value > kMax) return malformed(prefix, text);
    return static_cast<std::int64_t>(value);
}

TimeMs time_of_id(std::int64_t id) { return (id >> kChanceBits) + kIdEpoch; }

std::int64_t IdSource::next() {
    const std::lock_guard lock(mutex_);
    const std::int64_t elapsed_ms = std::max<std::int64_t>(clock_->now() - kIdEpoch, 0);
    if (elapsed_ms <= last_ >> kChanceBits) return ++last_;
    // Chance fills the lower half only, which leaves two million ids to count up to.
    const auto start = static_cast<std::int64_t>(rng_->below(1ULL << (kChanceBits - 1)));
    return last_ = elapsed_ms << kChanceBits | start;
}

}  // namespace vafa
