#include "customers/routes.h"

#include <iterator>

namespace vafa::customers {

std::vector<rest::Route> routes(const RoutesDeps& deps) {
    std::vector<rest::Route> all;
    for (auto table : {list_routes(deps), export_routes(deps), note_routes(deps)}) {
        all.insert(all.end(), std::make_move_iterator(table.begin()),
                   std::make_move_iterator(table.end()));
    }
    return all;
}

}  // namespace vafa::customers
