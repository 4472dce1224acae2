#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

#include "accounts/ports.h"
#include "base/result.h"

namespace vafa::accounts {

// Argon2id within limits: so many hashes at once, so many waiting their turn; more are refused with
// `unavailable` `error.too_many_requests`, so that a flood of sign-ins eats neither the processors
// nor the server's threads. Never called inside a transaction. Thread-safe.
class Passwords {
public:
    struct Limits {
        int running = 2;
        int waiting = 2;
    };
    explicit Passwords(PasswordHasher& hasher) : Passwords(hasher, Limits()) {}
    Passwords(PasswordHasher& hasher, Limits limits) : hasher_(hasher), limits_(limits) {}

    Result<std::string> hash(std::string_view password);

    struct Verdict {
        bool matches = false;
        std::string rehashed;  // stronger than what is stored; empty: not needed
    };
    // `encoded` empty (nobody's, or not chosen yet): takes as long, and never matches.
    Result<Verdict> verify(std::string_view encoded, std::string_view password);

private:
    class Turn;

    PasswordHasher& hasher_;
    Limits limits_;
    std::mutex mutex_;
    std::condition_variable freed_;
    int running_ = 0;
    int waiting_ = 0;
};

}  // namespace vafa::accounts
