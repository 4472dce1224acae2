#pragma once

#include <string>
#include <string_view>
#include <vector>

// Secrets that this server gives out. All have 256 bits of chance (recovery codes 80), so that a
// plain SHA-256 is enough to keep them by, and nobody can guess one by asking.
namespace vafa::accounts {

inline constexpr std::string_view kApiKeyPrefix = "vafa_";
inline constexpr std::size_t kRecoveryCodes = 10;

std::string new_api_key();                      // "vafa_" and 43 characters
std::string hint_of_key(std::string_view key);  // enough to tell keys apart
bool looks_like_token(std::string_view token);  // worth asking the database
bool looks_like_api_key(std::string_view key);

std::string hash_of(std::string_view secret);  // SHA-256, in hexadecimal digits

// What a browser's write must name beside its cookie: follows from the session's token, tells
// nothing about it.
std::string csrf_token_of(std::string_view session_token);

// "abcd-efgh-jkmn-pqrs", as they are written down; typed with other case, without the dashes or
// with spaces they are the same.
std::vector<std::string> make_recovery_codes();
std::string hash_of_recovery_code(std::string_view typed);

}  // namespace vafa::accounts
