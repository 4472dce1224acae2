#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/error.h"

namespace vafa::ingest {

// With something near at hand the error becomes its twin that names it: `<key>_did_you_mean`.
inline Error or_nearest(Error error, std::string_view nearest) {
    if (nearest.empty()) return error;
    error.key += "_did_you_mean";
    return std::move(error).with("nearest", std::string(nearest));
}

}  // namespace vafa::ingest
