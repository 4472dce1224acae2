#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "customers/ordering.h"
#include "customers/wire.h"

namespace vafa::customers {

// Four parts; those of commerce's search have three.
std::string cursor_of(Sort sort, const Place& place);
bool is_of_directory(const wire::Text& cursor);
// Invalid `error.cursor` for one of another sort.
Result<std::optional<Place>> place_of(const wire::Text& cursor, Sort sort);

}  // namespace vafa::customers
