#include <new>
#include <sodium.h>

#include "platform/crypto/crypto.h"
#include "platform/crypto/sodium.h"

namespace vafa::crypto {
namespace {

constexpr std::size_t kMemoryBytes = kPasswordMemoryKib * 1024;

// libsodium reads the encoded form as a C string.
bool is_encoded(std::string_view encoded) {
    return encoded.size() < crypto_pwhash_STRBYTES && encoded.find('\0') == std::string_view::npos;
}

}  // namespace

std::string hash_password(std::string_view password) {
    start_sodium();
    std::string encoded(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(encoded.data(), password.data(), password.size(), kPasswordPasses,
                              kMemoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::bad_alloc();  // its only way to fail
    }
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool verify_password(std::string_view encoded, std::string_view password) {
    start_sodium();
    return is_encoded(encoded) && crypto_pwhash_str_verify(std::string(encoded).c_str(),
                                                           password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view encoded) {
    start_sodium();
    return !is_encoded(encoded) ||
           crypto_pwhash_str_needs_rehash(std::string(encoded).c_str(), kPasswordPasses,
                                          kMemoryBytes) != 0;
}

}  // namespace vafa::crypto
