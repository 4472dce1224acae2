#pragma once

// What app may use of accounts: users and keys for its commands, the link of the first start, the
// gate and the services behind the routes. No other feature needs to know who its callers are.
#include "accounts/api_keys.h"
#include "accounts/audit.h"
#include "accounts/password_policy.h"
#include "accounts/ports.h"
#include "accounts/services.h"
#include "accounts/setup.h"
#include "accounts/store.h"
#include "accounts/users.h"
