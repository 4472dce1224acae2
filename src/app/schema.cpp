#include "app/schema.h"

#include <algorithm>

#include "accounts/module.h"
#include "board/module.h"
#include "commerce/module.h"
#include "customers/module.h"
#include "history/outbox.h"
#include "platform/rest/module.h"
#include "value/module.h"

namespace vafa::app {

std::vector<sql::Migration> all_migrations() {
    std::vector<sql::Migration> all;
    for (const auto module :
         {commerce::module_migrations(), history::outbox_migrations(),
          accounts::module_migrations(), rest::module_migrations(), customers::module_migrations(),
          board::module_migrations(), value::module_migrations()}) {
        all.insert(all.end(), module.begin(), module.end());
    }
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.number < b.number; });
    return all;
}

}  // namespace vafa::app
