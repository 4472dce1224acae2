#include "accounts/passwords.h"

#include "platform/crypto/crypto.h"

namespace vafa::accounts {
namespace {

// Of 32 random bytes that nobody kept: what a password is compared with where no account is.
constexpr std::string_view kNobodysHash =
    "$argon2id$v=19$m=19456,t=2,p=1$OIFNVNG7TtiDcvA+5K+H2A$"
    "RSn9ilAnJI+mccA76VvFgOrcGbJFXeAZv5ohTFb/adg";

Error busy() { return unavailable("error.too_many_requests").with("count", "1"); }

}  // namespace

// One hash's place among those that run; `granted` false: there was none.
class Passwords::Turn {
public:
    explicit Turn(Passwords& owner) : owner_(owner) {
        std::unique_lock lock(owner_.mutex_);
        if (owner_.running_ == owner_.limits_.running) {
            if (owner_.waiting_ == owner_.limits_.waiting) return;
            ++owner_.waiting_;
            owner_.freed_.wait(lock, [this] { return owner_.running_ < owner_.limits_.running; });
            --owner_.waiting_;
        }
        ++owner_.running_;
        granted_ = true;
    }
    ~Turn() {
        if (!granted_) return;
        {
            const std::lock_guard lock(owner_.mutex_);
            --owner_.running_;
        }
        owner_.freed_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

    bool granted() const { return granted_; }

private:
    Passwords& owner_;
    bool granted_ = false;
};

Result<std::string> Passwords::hash(std::string_view password) {
    const Turn turn(*this);
    if (!turn.granted()) return busy();
    return hasher_.hash(password);
}

Result<Passwords::Verdict> Passwords::verify(std::string_view encoded, std::string_view password) {
    const Turn turn(*this);
    if (!turn.granted()) return busy();
    const bool anybody = !encoded.empty();
    Verdict verdict;
    verdict.matches = hasher_.verify(anybody ? encoded : kNobodysHash, password) && anybody;
    if (verdict.matches && hasher_.needs_rehash(encoded)) verdict.rehashed = hasher_.hash(password);
    return verdict;
}

std::string Argon2Hasher::hash(std::string_view password) {
    return crypto::hash_password(password);
}

bool Argon2Hasher::verify(std::string_view encoded, std::string_view password) {
    return crypto::verify_password(encoded, password);
}

bool Argon2Hasher::needs_rehash(std::string_view encoded) { return crypto::needs_rehash(encoded); }

}  // namespace vafa::accounts
