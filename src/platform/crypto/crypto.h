#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// libsodium behind a few functions. Chance here is the system's and never repeats: keys and tokens
// only; simulations use base/rng.h.
namespace vafa::crypto {

// Argon2id, encoded with its parameters and salt: 19 MiB and two passes in one lane, OWASP's
// minimum for servers; about 50 ms on a small one (RFC 9106's second choice, 64 MiB and three
// passes, takes 200 ms there). Passwords of any length and bytes.
inline constexpr std::size_t kPasswordMemoryKib = 19 * 1024;
inline constexpr unsigned kPasswordPasses = 2;
std::string hash_password(std::string_view password);
// Constant time in the password; false for a damaged hash.
bool verify_password(std::string_view encoded, std::string_view password);
bool needs_rehash(std::string_view encoded);  // made with weaker parameters than today's

std::string random_bytes(std::size_t size);
// 256 bits as base64url without padding (43 characters).
std::string random_token();

std::string sha256(std::string_view bytes);  // 32 raw bytes
std::string hmac_sha256(std::string_view key, std::string_view bytes);
std::string hmac_sha1(std::string_view key, std::string_view bytes);  // for RFC 6238 only
bool equal_in_constant_time(std::string_view a, std::string_view b);  // false when sizes differ

std::string hex(std::string_view bytes);
std::string base64url(std::string_view bytes);  // RFC 4648 section 5, no padding
// False for anything that base64url does not make, padding and stray last bits included.
bool from_base64url(std::string_view text, std::string& into);
std::string base32(std::string_view bytes);  // RFC 4648, upper case, no padding

}  // namespace vafa::crypto
