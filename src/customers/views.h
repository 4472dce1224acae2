#pragma once

#include <optional>
#include <span>
#include <vector>

#include "commerce/customers.h"
#include "customers/directory.h"
#include "customers/wire.h"

namespace vafa::sql {
class Session;
}

// Rows of the directory as they travel.
namespace vafa::customers {

Filter filter_of(const wire::CustomersRequest& request);
Filter filter_of(const wire::ChosenRequest& request);
// Whether the filter asks for something that only the directory knows.
bool needs_directory(const Filter& filter);

std::optional<wire::Standing> standing_of(const Directory& directory, std::int64_t id);
std::optional<wire::CustomerScore> score_of(const Directory& directory, CalendarKind calendar,
                                            std::int64_t id);

// What the shop tells the customer by: the first id of its own; empty: it gave none.
std::string key_of(const commerce::CustomerCard& card);

// In the order of the ids; who is gone meanwhile is left out.
std::vector<wire::CustomerItem> items_of(sql::Session& session, const Directory& directory,
                                         std::span<const std::int64_t> ids);
std::vector<wire::CustomerItem> items_of(sql::Session& session, const Directory& directory,
                                         std::span<const commerce::CustomerCard> cards);
wire::CustomerDetail detail_of(sql::Session& session, const Directory& directory,
                               const commerce::CustomerCard& card);

// Cards in the order of the ids; who is gone meanwhile is left out.
std::vector<commerce::CustomerCard> cards_of(sql::Session& session,
                                             std::span<const std::int64_t> ids);

}  // namespace vafa::customers
