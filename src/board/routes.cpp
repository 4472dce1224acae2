#include "board/routes.h"

#include <iterator>

namespace vafa::board {

std::vector<rest::Route> routes(const RoutesDeps& deps) {
    std::vector<rest::Route> all = note_routes(deps);
    for (auto table : {goal_routes(deps), price_routes(deps)}) {
        all.insert(all.end(), std::make_move_iterator(table.begin()),
                   std::make_move_iterator(table.end()));
    }
    return all;
}

}  // namespace vafa::board
