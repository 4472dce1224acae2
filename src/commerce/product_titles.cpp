#include "commerce/product_titles.h"

#include <algorithm>

#include "commerce/shops.h"
#include "commerce/sql.h"
#include "commerce/store_rows.h"
#include "platform/sql/session.h"

namespace vafa::commerce {

std::map<std::string, std::string, std::less<>> product_titles(sql::Session& session,
                                                               std::vector<std::string> keys) {
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    auto shops = list_shops(session);
    std::sort(shops.begin(), shops.end(), [](const Shop& a, const Shop& b) { return a.id < b.id; });
    std::map<std::string, std::string, std::less<>> titles;
    for (const Shop& shop : shops) {
        session.lookup(queries::titles_by_key, keys,
                       [&](const sql::Row& row) {
                           const auto title = store::shown_text(row, 1);
                           if (!title.empty()) titles.emplace(row.text(0), title);
                       },
                       {{"shop", shop.id.value}});
    }
    return titles;
}

}  // namespace vafa::commerce
