#pragma once

#include <string>
#include <utility>
#include <vector>

#include "commerce/types.h"

namespace vafa::sql {
class Session;
}

namespace vafa::commerce {

// Why profiles are held to be one customer, or no longer. Of two words about a profile the greater
// version stands, whichever comes first.
struct LinkWord {
    Version version = 0;
    TimeMs at = 0;
    std::string reason;  // "manual", "same e-mail" …
};

// Every profile of `from` becomes one of `into`, whose id stays. Events and orders are not touched.
// False: nothing to do, or a newer word stands. After either call give all_links to the timeline.
bool merge_customers(sql::Session& session, CustomerId from, CustomerId into, const LinkWord& word);
// The profile stands for itself again. The canonical profile of a customer cannot leave it.
bool unlink_profile(sql::Session& session, ProfileId profile, const LinkWord& word);

// Profiles that stand for another, ascending: as timeline::Timeline::set_links takes them.
std::vector<std::pair<std::int64_t, std::int64_t>> all_links(sql::Session& session);

}  // namespace vafa::commerce
