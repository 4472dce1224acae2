#pragma once

#include "platform/sql/session.h"

namespace vafa::commerce {

// Gives customers and products that are older than the search their tokens, `limit` of each at a
// time, in the caller's transaction; goes on where it stopped. False: nothing is left to do, which
// costs next to nothing to hear.
bool fill_search(sql::Session& session, std::int64_t limit);

}  // namespace vafa::commerce
