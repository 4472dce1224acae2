#pragma once

#include <string>
#include <utility>

#include "accounts/api.h"
#include "app/context.h"
#include "app/data_directory.h"
#include "base/rng.h"

namespace vafa::app {

// A change of users or keys by whoever may read and write the store's files: in a transaction of
// its own, with its audit entries, also while a server owns the store (which notices within
// seconds). `fn(accounts::Change&) -> Result<T>`.
template <class F>
auto change_accounts(const Context& context, const std::string& data, F&& fn)
    -> std::invoke_result_t<F&, accounts::Change&> {
    VAFA_TRY(auto directory, DataDirectory::open_beside(data));
    Rng rng(context.entropy());
    IdSource ids(*context.clock, rng);
    rest::Principal local;
    local.kind = rest::Principal::Kind::local;
    local.id = "local";
    const TimeMs now = context.clock->now();
    return directory.state().write([&](sql::Session& session) {
        std::vector<rest::AuditEntry> audit;
        accounts::Change change{session, local, now, ids, audit};
        auto answer = fn(change);
        for (const auto& entry : audit) {
            accounts::append_audit(session, {{ids.next()}, now, local.id, "", entry});
        }
        return answer;
    });
}

}  // namespace vafa::app
