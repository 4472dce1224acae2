#include "accounts/tokens.h"

#include <algorithm>

#include "base/text.h"
#include "platform/crypto/crypto.h"

namespace vafa::accounts {
namespace {

constexpr std::size_t kTokenCharacters = 43;
constexpr std::size_t kRecoveryBytes = 10;
constexpr std::size_t kRecoveryGroup = 4;
constexpr std::size_t kHintCharacters = 4;

std::string make_recovery_code() {
    const std::string digits = crypto::base32(crypto::random_bytes(kRecoveryBytes));
    std::string code;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && i % kRecoveryGroup == 0) code += '-';
        code += ascii_lower(digits[i]);
    }
    return code;
}

}  // namespace

std::string new_api_key() { return std::string(kApiKeyPrefix) + crypto::random_token(); }

std::string hint_of_key(std::string_view key) {
    return std::string(key.substr(0, kApiKeyPrefix.size() + kHintCharacters));
}

bool looks_like_token(std::string_view token) {
    return token.size() == kTokenCharacters && std::ranges::all_of(token, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '_';
           });
}

bool looks_like_api_key(std::string_view key) {
    return key.starts_with(kApiKeyPrefix) && looks_like_token(key.substr(kApiKeyPrefix.size()));
}

std::string hash_of(std::string_view secret) { return crypto::hex(crypto::sha256(secret)); }

std::string csrf_token_of(std::string_view session_token) {
    return crypto::base64url(crypto::hmac_sha256(session_token, "vafa csrf"));
}

std::vector<std::string> make_recovery_codes() {
    std::vector<std::string> codes(kRecoveryCodes);
    std::ranges::generate(codes, make_recovery_code);
    return codes;
}

std::string hash_of_recovery_code(std::string_view typed) {
    std::string plain;
    for (const char c : typed) {
        if (c != '-' && c != ' ') plain += ascii_lower(c);
    }
    return hash_of(plain);
}

}  // namespace vafa::accounts
