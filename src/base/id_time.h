#pragma once

#include <cstdint>

#include "base/time.h"

namespace vafa {

// When IdSource made the id, to the millisecond or a few less.
TimeMs time_of_id(std::int64_t id);

}  // namespace vafa
