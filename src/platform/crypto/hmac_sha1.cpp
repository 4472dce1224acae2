#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "base/result.h"
#include "platform/crypto/crypto.h"

// libsodium has no SHA-1, and one-time passwords (RFC 6238) that every telephone knows need it.
namespace vafa::crypto {

std::string hmac_sha1(std::string_view key, std::string_view bytes) {
    std::string digest(20, '\0');
    unsigned size = 0;
    const auto* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()),
                            reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                            reinterpret_cast<unsigned char*>(digest.data()), &size);
    VAFA_ASSERT(made != nullptr && size == digest.size());
    return digest;
}

}  // namespace vafa::crypto
