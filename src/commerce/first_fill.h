#pragma once

#include <span>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace vafa::sql {
class Database;
class Session;
}  // namespace vafa::sql

// A large import into an empty store leaves to its end what is dear row by row and cheap sorted:
// the indexes of orders by customer and by time, the search tokens, and which of several words
// about a customer is the latest. Meanwhile answers are right but slow, customers are not found by
// words, and a customer's field may be an earlier word. The store remembers that there is an end to
// come, so that whoever opens it after a crash can make it.
namespace vafa::commerce {

// Does nothing unless the store has neither orders nor customers.
void begin_first_fill(sql::Session& session, TimeMs now);
// What was left to the end, in a few transactions; each may be the last before a crash. Cheap when
// there is nothing to do.
Result<void> end_first_fill(sql::Database& database);
// The same, unless an import is under way that will come to its end by itself.
Result<void> end_abandoned_first_fill(sql::Database& database);

bool in_first_fill(sql::Session& session);
// Fields and tokens of these are found out anew at the end.
void leave_to_the_end(sql::Session& session, std::vector<std::int64_t> customers);

}  // namespace vafa::commerce
