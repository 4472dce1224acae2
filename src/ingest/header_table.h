#pragma once

#include <span>
#include <string_view>

#include "ingest/fields.h"

namespace vafa::ingest {

// What exports call a field, the best name first, separated by '|'.
struct HeaderNames {
    Field field;
    std::string_view best_first;
};

std::span<const HeaderNames> header_table();

}  // namespace vafa::ingest
