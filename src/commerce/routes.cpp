#include "commerce/routes.h"

#include <iterator>

namespace vafa::commerce {

std::vector<rest::Route> routes(const RoutesDeps& deps) {
    std::vector<rest::Route> all;
    for (auto table :
         {customer_routes(deps), link_routes(deps), order_routes(deps), setting_routes(deps)}) {
        all.insert(all.end(), std::make_move_iterator(table.begin()),
                   std::make_move_iterator(table.end()));
    }
    return all;
}

}  // namespace vafa::commerce
