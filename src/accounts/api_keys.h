#pragma once

#include <string>
#include <vector>

#include "accounts/change.h"

// Keys of programs. A key does what its scopes say and never more than its maker may at the time:
// it rests while the maker is disabled and ends with him. Keys of the command line have no maker.
namespace vafa::accounts {

struct MadeKey {
    ApiKey key;
    std::string secret;  // shown once
};
// invalid `error.scopes_empty` at /scopes.
Result<MadeKey> make_api_key(Change& change, std::string_view name, std::vector<Scope> scopes);
// not_found `error.api_key_not_found`.
Result<void> revoke_api_key(Change& change, ApiKeyId id);

}  // namespace vafa::accounts
