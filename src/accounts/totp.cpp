#include "accounts/totp.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/text.h"
#include "platform/crypto/crypto.h"

namespace vafa::accounts {
namespace {

constexpr unsigned kModulus = 1'000'000;

std::string digits_of(std::string_view code) {
    std::string digits = ascii_digits(code);
    std::erase(digits, ' ');
    return digits;
}

std::string percent_encoded(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        encoded +=
            plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

}  // namespace

// RFC 4226, section 5.3: dynamic truncation.
std::string totp_code(std::string_view secret, std::int64_t step) {
    std::string counter;
    for (int shift = 56; shift >= 0; shift -= 8) counter += static_cast<char>(step >> shift & 0xff);
    const std::string digest = crypto::hmac_sha1(secret, counter);
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(digest[at]); };
    const std::size_t offset = byte(digest.size() - 1) & 0xfU;
    const unsigned number = (byte(offset) & 0x7fU) << 24 | unsigned{byte(offset + 1)} << 16 |
                            unsigned{byte(offset + 2)} << 8 | byte(offset + 3);
    return fmt::format("{:06}", number % kModulus);
}

std::optional<std::int64_t> totp_step(std::string_view secret, std::string_view code, TimeMs now,
                                      std::int64_t last_step) {
    const std::string digits = digits_of(code);
    const std::int64_t present = now / kTotpStepMs;
    std::optional<std::int64_t> found;
    for (std::int64_t step = present - 1; step <= present + 1; ++step) {
        const bool same = crypto::equal_in_constant_time(totp_code(secret, step), digits);
        if (same && step > last_step) found = step;
    }
    return found;
}

std::string totp_uri(std::string_view secret, std::string_view email) {
    return fmt::format("otpauth://totp/Vafa:{}?secret={}&issuer=Vafa", percent_encoded(email),
                       crypto::base32(secret));
}

}  // namespace vafa::accounts
