#pragma once

#include <string>
#include <string_view>

namespace vafa::accounts {

// Slow on purpose in the product, quick and counted in tests.
class PasswordHasher {
public:
    virtual ~PasswordHasher() = default;
    virtual std::string hash(std::string_view password) = 0;
    virtual bool verify(std::string_view encoded, std::string_view password) = 0;
    virtual bool needs_rehash(std::string_view encoded) = 0;
};

// platform/crypto's Argon2id.
class Argon2Hasher final : public PasswordHasher {
public:
    std::string hash(std::string_view password) override;
    bool verify(std::string_view encoded, std::string_view password) override;
    bool needs_rehash(std::string_view encoded) override;
};

}  // namespace vafa::accounts
