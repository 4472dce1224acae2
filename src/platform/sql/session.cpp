#include "platform/sql/session.h"

namespace vafa::sql {

bool Session::one(const Query& query, std::initializer_list<Param> params, const RowFn& fn) {
    bool found = false;
    rows(query, params, [&](const Row& row) {
        if (!std::exchange(found, true)) fn(row);
    });
    return found;
}

}  // namespace vafa::sql
